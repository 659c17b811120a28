/**
 * What a text is about: its content as overlapping character pairs, without times, audience and the small change of
 * official language. Copies of one directive share most of them; look-alikes share few of the rare ones.
 */
import type { Span } from '../../model/span.ts';
import { type WordPlaces, wordPlaces } from '../text/word-places.ts';

const SMALL_CHANGE =
  '请|各村|各社区|各单位|各位|大家|全体|所有人|务必|必须|立即|马上|尽快|抓紧|按时|及时|认真|做好|落实|完成|工作|通知|要求|相关|有关|情况|进行|组织|开展|以及|或者|同时|另外|并且|根据|按照|为了|一下|一个|今天|明天|后天|上午|下午|晚上|之前|以前|下班|截止|报送|上报|报给|发给|收到|回复|谢谢|辛苦|领导|主任|书记|镇长|同志|我们|你们|他们|这个|那个|什么|没有|不要|可以|就是|还有|需要|已经|可能|如果|因为|所以|但是|再次|提醒|转发|群里|本群|我这|都要|全部|每个|每村|镇里|县里|市里|区里|街道';
const SMALLEST = '的了着过是在和与及或把被将对从向到于由让给为也都就还又再很最更';
const smallChange = wordPlaces([...SMALL_CHANGE.split('|'), ...SMALLEST]);
const RUN = /[A-Za-z]{0,6}\d{2,}(?:-\d+)+|[\u4e00-\u9fff]+|[A-Za-z]{2,}|\d{2,}/gu;
const MAX_TOPICS = 80;
/**
 * @param times spans of the text (same offsets) that name times and don't count
 * @param names of places and persons, which many tasks share
 */
export function topicsOf(text: string, times: readonly Span[] = [], names: WordPlaces | null = null): readonly string[] {
  const timeless = times.length === 0 ? text : blank(text, times);
  const nameless = names === null ? timeless : names.blank(timeless);
  const content = smallChange.blank(nameless.includes('@') ? nameless.replaceAll(/@[^\s,，:]{1,20}/gu, ' ') : nameless);
  const topics = new Set<string>();
  RUN.lastIndex = 0;
  for (let match = RUN.exec(content); match !== null; match = RUN.exec(content)) {
    addRun(topics, match[0]);
    if (topics.size >= MAX_TOPICS) break;
  }
  return [...topics];
}

function addRun(topics: Set<string>, run: string): void {
  if (!isChinese(run.charCodeAt(0))) topics.add(run.toLowerCase());
  else if (run.length === 1) topics.add(run);
  else for (let index = 0; index + 1 < run.length; index++) topics.add(pairAt(run, index));
}

function isChinese(code: number): boolean {
  return code >= FIRST && code <= LAST;
}

const FIRST = 0x4e00;
const LAST = 0x9fff;
/** Some megabytes; beyond it we start again. */
const MOST_PAIRS = 100_000;
const pairs = new Map<number, string>();

/** Equal pairs are one string, so that the ledger's look-ups needn't compare and hash them anew. */
function pairAt(run: string, index: number): string {
  const key = (run.charCodeAt(index) - FIRST) * (LAST - FIRST + 1) + run.charCodeAt(index + 1) - FIRST;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const pair = run.slice(index, index + 2);
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
