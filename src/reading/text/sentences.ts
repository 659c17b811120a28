/** Sentences and clauses of a normal text, as spans; list items ("1.", "一、", "①") start sentences of their own. */
import type { Span } from '../../model/span.ts';
import { isHan } from './han.ts';
import { matchesOf } from './matches.ts';

const SENTENCE_END = ends('。!?;\n…');
const PHRASE_END = ends('。!?;\n…,:');

function ends(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return table;
}

export const LIST_MARK =
  /(?:^|[\n。;:)）】\s])(?<mark>\d{1,2}[.、)）](?:(?!\d)|(?=\d{1,2}月\d{1,2}[日号])|(?<=\n\d{1,2}[.、])(?=\d{1,2}月[\u4e00-\u9fff])|(?<=\n\d{1,2}[.、])(?=\d{1,2}[日号](?:[上下中]午|早|晚|\d{1,2}[点:]))|(?=\d{3,}-\d)|(?<=\n\d{1,2}[.、])(?=20\d{2}年))|[一二三四五六七八九十]{1,2}[.、)）]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①②③④⑤⑥⑦⑧⑨⑩])/gu;

export function sentencesOf(text: string, from = 0, to = text.length): readonly Span[] {
  return split(text, SENTENCE_END, false, from, to);
}

/** Clauses with their enumerations ("水泵、编织袋、铁锨") whole; a blank between Chinese characters ends one, too. */
export function phrasesOf(text: string, from = 0, to = text.length): readonly Span[] {
  return split(text, PHRASE_END, true, from, to);
}

/** "1 报名册 2 报照片": numbers that stand alone, one after the other from 1 on. */
const BARE_MARK = /(?:^|[\n。;:】\s])(?<mark>\d{1,2})(?=\s+[\u4e00-\u9fff])/gu;

function marksOf(text: string): readonly RegExpExecArray[] {
  const marks = matchesOf(LIST_MARK, text);
  if (marks.length >= 2) return marks;
  const bare = matchesOf(BARE_MARK, text);
  if (bare.length >= 2) return bare.every(({ groups }, index) => Number(groups?.['mark']) === index + 1) ? bare : [];
  const spoken = matchesOf(SPOKEN_MARK, text);
  return spoken.every(({ groups }, index) => groups?.['mark'] === NUMERALS[index]) ? spoken : [];
}

/** "两件事。一,保成查实;二,三个社区都对一遍", and lines of "一是…": in order from 一 on. */
const SPOKEN_MARK = /(?:^|[\n。;:]\s?)(?<mark>[一二三四五六七八九十])(?=,|(?<=(?:^|\n)\s?.)是)/gu;
const NUMERALS = '一二三四五六七八九十';

/** The regions of a numbered list, from each mark to the next; empty with fewer than two marks. */
export function listItemsOf(text: string, from = 0): readonly Span[] {
  const starts = marksOf(text.slice(from)).map((match) => from + match.index + match[0].length - (match.groups?.['mark']?.length ?? 0));
  if (starts.length < 2) return [];
  const byLine = starts.every((start) => start === from || /^\s*$/u.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)));
  return starts.map((start, index) => [start, starts[index + 1] ?? endOfList(text, start, byLine)] as const);
}

/** The last item of a list of lines ends with its line: what follows is the notice's tail. */
function endOfList(text: string, start: number, byLine: boolean): number {
  const lineEnd = byLine ? text.indexOf('\n', start) : -1;
  return lineEnd === -1 ? text.length : lineEnd;
}

function split(text: string, ends: Uint8Array, atGaps: boolean, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (ends[code] !== 1 && !(atGaps && code === BLANK && isGap(text, at))) continue;
    pushTrimmed(spans, text, start, at);
    start = at + 1;
  }
  pushTrimmed(spans, text, start, to);
  return spans;
}

const BLANK = 0x20;

function isGap(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (end > start) spans.push([start, end]);
}

/** Chinese and Latin characters, which nearly all are, need no closer look. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x7f) return code === BLANK || (code >= 0x09 && code <= 0x0d);
  return !isHan(code) && /\s/u.test(text[at] ?? '');
}
