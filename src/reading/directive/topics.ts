/**
 * What a text is about: its content as overlapping character pairs, without times, audience and the small change of
 * official language. Copies of one directive share most of them; look-alikes share few of the rare ones.
 */
import type { Span } from '../../model/span.ts';
import { FIRST_HAN, isHan, LAST_HAN } from '../text/han.ts';
import { matchesOf } from '../text/matches.ts';
import { type WordPlaces, wordPlaces } from '../text/word-places.ts';

const SMALL_CHANGE =
  '请|各村|各社区|各单位|各位|大家|全体|所有人|务必|必须|立即|马上|尽快|抓紧|按时|及时|认真|做好|落实|完成|工作|通知|要求|相关|有关|情况|进行|组织|开展|以及|或者|同时|另外|并且|根据|按照|为了|一下|一个|今天|明天|后天|上午|下午|晚上|之前|以前|下班|截止|报送|上报|报给|发给|收到|回复|谢谢|辛苦|领导|主任|书记|镇长|同志|我们|你们|他们|这个|那个|什么|没有|不要|可以|就是|还有|需要|已经|可能|如果|因为|所以|但是|再次|提醒|转发|群里|本群|我这|都要|全部|每个|每村|镇里|县里|市里|区里|街道|打扰|不好意思|麻烦|劳烦|说一声|说一下|让我|托我';
const SMALLEST = '的了着过是在和与及或把被将对从向到于由让给为也都就还又再很最更';
const smallChange = wordPlaces([...SMALL_CHANGE.split('|'), ...SMALLEST]);
const LATIN_RUN = /[A-Za-z]{0,6}\d{2,}(?:-\d+)+|[A-Za-z]{2,}|\d{2,}/gu;
/** [抱拳]. */
const STICKER = /\[[\u4e00-\u9fff]{1,3}\]/gu;
const MENTION = /@[^\s,，:]{1,20}/gu;
/** "〔2027〕311号": the number of a paper or a work order. */
const PAPER = /[〔[(](?<year>20\d{2})[〕\])](?<number>\d+)号/gu;
const MAX_TOPICS = 80;

/**
 * @param times spans of the text (same offsets) that name times and don't count
 * @param names of places and persons, which many tasks share
 */
export function topicsOf(text: string, times: readonly Span[] = [], names: WordPlaces | null = null): readonly string[] {
  const topics = new Set<string>();
  for (const { groups } of matchesOf(PAPER, text)) topics.add(`${groups?.['year']}-${groups?.['number']}`);
  if (text.includes('@')) {
    const timeless = blank(text, times);
    const content = (names === null ? timeless : names.blank(timeless)).replaceAll(MENTION, ' ').replaceAll(STICKER, ' ');
    addRuns(topics, content, marksFor(content));
    return [...topics];
  }
  const marks = marksFor(text);
  for (const [start, end] of times) marks.fill(1, placeIn(text, start), placeIn(text, end));
  names?.mark(text, marks);
  if (text.includes('[')) for (const { index, 0: sticker } of matchesOf(STICKER, text)) marks.fill(1, index, index + sticker.length);
  addRuns(topics, text, marks);
  return [...topics];
}

/** Which characters of a text don't count; reused from text to text. */
let shared = new Uint8Array(1024);

function marksFor(text: string): Uint8Array {
  if (shared.length < text.length) shared = new Uint8Array(2 * text.length);
  else shared.fill(0, 0, text.length);
  return shared;
}

/** As `slice` counts: below zero from the end on. */
function placeIn(text: string, offset: number): number {
  return offset < 0 ? Math.max(0, text.length + offset) : offset;
}

/** Runs of Chinese, and numbers and words beside them, of what isn't marked and no small change. */
function addRuns(topics: Set<string>, text: string, marks: Uint8Array): void {
  smallChange.mark(text, marks);
  for (let at = 0; at < text.length && topics.size < MAX_TOPICS; ) {
    const isRun = marks[at] === 1 ? null : runAt(text, at);
    if (isRun === null) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && marks[at] !== 1 && isRun(text.charCodeAt(at))) at++;
    if (isRun === isHan) addChinese(topics, text, start, at);
    else addLatin(topics, text.slice(start, at), text[at] ?? '');
  }
}

function runAt(text: string, at: number): typeof isHan | null {
  const code = text.charCodeAt(at);
  return isHan(code) ? isHan : isLatin(code) ? isLatin : null;
}

function addChinese(topics: Set<string>, text: string, start: number, end: number): void {
  if (end - start === 1) topics.add(text[start] ?? '');
  else for (let index = start; index + 1 < end; index++) topics.add(pairAt(text, index));
}

/** @param next the character behind them: of a place the number says more with what it counts than alone */
function addLatin(topics: Set<string>, words: string, next: string): void {
  if (NUMBERED.test(words + next)) topics.add(words + next);
  LATIN_RUN.lastIndex = 0;
  for (let match = LATIN_RUN.exec(words); match !== null && topics.size < MAX_TOPICS; match = LATIN_RUN.exec(words)) {
    topics.add(match[0].toLowerCase());
  }
}

/** 23栋, 3号, 8标. */
const NUMBERED = /^\d{1,3}[栋幢号组楼标巷弄排涵井库桩]$/u;

/** Letters, digits, and the hyphen of a work order's number. */
function isLatin(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2d;
}

/** Some megabytes; beyond it we start again. */
const MOST_PAIRS = 100_000;
const pairs = new Map<number, string>();

/** Equal pairs are one string, so that the ledger's look-ups needn't compare and hash them anew. */
function pairAt(text: string, index: number): string {
  const key = (text.charCodeAt(index) - FIRST_HAN) * (LAST_HAN - FIRST_HAN + 1) + text.charCodeAt(index + 1) - FIRST_HAN;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const pair = text.slice(index, index + 2);
  if (pairs.size >= MOST_PAIRS) pairs.clear();
  pairs.set(key, pair);
  return pair;
}

/** With blanks in the place of spans that don't overlap. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const [start, end] of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}
