/** A schedule: one thing at another time for each of several ("南渡、北寨:明天上午9点⏎东坡:周四下午2点"). */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience/index.ts';
import { isWithin, normalOffset } from './normal-offset.ts';
import { DEED } from './parts-due-apart.ts';
import type { Task } from './task.ts';
import { datedTimes } from './times-of-task.ts';

/** @param list the items of the message's numbered list; without one its lines are looked at; null where fewer than two of them are such */
export function slotsIn(view: MessageView, list: readonly Span[]): readonly Task[] | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  if (!text.includes('\n', from)) return null;
  const slots = (list.length > 0 ? list : linesOf(text, from)).filter((item) => isSlot(view, item));
  const [first] = slots;
  const last = slots.at(-1);
  if (first === undefined || last === undefined || slots.length < 2 || first[0] === from) return null;
  // What is due by itself before, between or behind them would be lost.
  if (isDueOutside(view, slots)) return null;
  const preamble: Span = [from, first[0]];
  const isMore = list.length === 0 && DEED.has(text.slice(last[1]));
  if (isMore && !isForEach(view, last[1])) return null;
  return slots.map((region) => ({ region: isMore && region === last ? [region[0], text.length] : region, preamble, named: preamble }));
}

/** "老人要真疏散,拍全程": a line behind them that speaks to nobody tells how each is done. */
function isForEach(view: MessageView, from: number): boolean {
  const tail = view.normal.text.slice(from).trim();
  return (
    tail.length <= LONGEST_TAIL && !tail.includes('\n') && !ASKS_MORE.test(tail) && audienceOf(tail, view.message, view.context.org).unclear
  );
}

const LONGEST_TAIL = 40;
const ASKS_MORE = /另|还有|[报交填送]/u;

/** "| 大椒坝 | 7月15日 | 上午8点 |": a table of who is to come when, below what is asked; null where its rows are no such. */
export function rowsAsSlots(view: MessageView, rows: readonly Span[]): readonly Task[] | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const [first] = rows;
  const head = text.lastIndexOf('\n', (first?.[0] ?? 0) - 1);
  const preamble: Span = [from, Math.max(from, text.lastIndexOf('\n', head - 1))];
  if (!DEED.has(text.slice(...preamble)) || !rows.every((row) => isRowOfSlot(view, row))) return null;
  return rows.map((region) => ({ region, preamble, named: preamble }));
}

function isRowOfSlot(view: MessageView, row: Span): boolean {
  const { unclear, general } = audienceOf(view.normal.text.slice(...row), view.message, view.context.org);
  return !unclear && general !== true && datedTimes(view).some(({ span, at }) => isWithin(view, span, [row]) && at > view.message.sentAt);
}

function isDueOutside(view: MessageView, slots: readonly Span[]): boolean {
  return view.times.deadlines.some(({ span }) => !isWithin(view, span, slots));
}

/** A schedule of more lines than that is a table that somebody has pasted. */
const MOST_LINES = 40;

function linesOf(text: string, from: number): readonly Span[] {
  const lines = matchesOf(/[^\n]+/gu, text.slice(from));
  if (lines.length > MOST_LINES) return [];
  return lines.map(({ index, 0: line }) => [from + index, from + index + line.length] as const);
}

const HEAD = /^\s*(?:[(（]?[\d一二三四五六七八九十①-⑳]{1,3}[)）.、]?\s*)?[\u4e00-\u9fff、]{2,16}(?::\s*|\s+)/u;

/** Somebody's name or place, and right behind it a time to come. */
function isSlot(view: MessageView, [start, end]: Span): boolean {
  const item = view.normal.text.slice(start, end);
  const head = HEAD.exec(item)?.[0].length;
  if (head === undefined) return false;
  const isNext = datedTimes(view).some(({ span, at }) => normalOffset(view, span[0]) === start + head && at > view.message.sentAt);
  return isNext && !audienceOf(item, view.message, view.context.org).unclear;
}
