/** Sentences and clauses of a normal text, as spans; list items ("1.", "一、", "①") start sentences of their own. */
import type { Span } from '../../model/span.ts';
import { matchesOf } from './matches.ts';

const SENTENCE_END = /[。!?;\n…]+/gu;
const PHRASE_END = /[。!?;\n…,:]+|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/gu;
export const LIST_MARK =
  /(?:^|[\n。;:)）】\s])(?<mark>\d{1,2}[.、)）](?:(?!\d)|(?=\d{1,2}月\d{1,2}[日号]))|[一二三四五六七八九十]{1,2}[.、)）]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①②③④⑤⑥⑦⑧⑨⑩])/gu;

export function sentencesOf(text: string, from = 0, to = text.length): readonly Span[] {
  return split(text, SENTENCE_END, from, to);
}

/** Clauses with their enumerations ("水泵、编织袋、铁锨") whole. */
export function phrasesOf(text: string, from = 0, to = text.length): readonly Span[] {
  return split(text, PHRASE_END, from, to);
}

/** "1 报名册 2 报照片": numbers that stand alone, one after the other from 1 on. */
const BARE_MARK = /(?:^|[\n。;:】\s])(?<mark>\d{1,2})(?=\s+[\u4e00-\u9fff])/gu;

function marksOf(text: string): readonly RegExpExecArray[] {
  const marks = matchesOf(LIST_MARK, text);
  if (marks.length >= 2) return marks;
  const bare = matchesOf(BARE_MARK, text);
  return bare.every(({ groups }, index) => Number(groups?.['mark']) === index + 1) ? bare : [];
}

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

function split(text: string, border: RegExp, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  let start = from;
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  border.lastIndex = 0;
  for (let match = border.exec(part); match !== null; match = border.exec(part)) {
    pushTrimmed(spans, text, start, from + match.index);
    start = from + match.index + match[0].length;
  }
  pushTrimmed(spans, text, start, to);
  return spans;
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (end > start) spans.push([start, end]);
}

/** Chinese characters, which most are, need no closer look. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0x4e00 && code <= 0x9fff) && /\s/u.test(text[at] ?? '');
}
