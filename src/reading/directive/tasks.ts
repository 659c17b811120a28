/** How many tasks one message holds: the parts of a numbered list that ask for deeds of their own, else the message as one. */
import type { Span } from '../../model/span.ts';
import { wordsOf } from '../lexicon.ts';
import { matchesOf } from '../text/matches.ts';
import { listItemsOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';

const DEED = wordsOf('handIn', 'deeds', 'meeting', 'objects');

export interface Task {
  /** In the normal text. */
  readonly region: Span;
  /** What stands before the list and holds for all of its items; null for a message that is one task. */
  readonly preamble: Span | null;
}

export function tasksOf(view: MessageView): readonly Task[] {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const rows = tableRowsOf(text, from);
  const items = rows.length >= 2 ? rows : listItemsOf(text, from);
  const asking = items.filter(
    ([start, end]) => end - start > 8 && (DEED.has(text.slice(start, end)) || timesWithin(view, [start, end]) > 0),
  );
  const timed = asking.filter(([start, end]) => timesWithin(view, [start, end]) > 0);
  if (asking.length >= 2 && timed.length >= 2) {
    return asking.map((region) => ({ region, preamble: [from, items[0]?.[0] ?? from] as const }));
  }
  return [{ region: [from, text.length], preamble: null }];
}

const TABLE_ROW = /^\s*\|?[^|\n]+\|[^|\n]+\|[^\n]*$/gmu;
const NO_ROWS: readonly Span[] = [];

/** The rows of a table drawn with vertical bars, without its head. */
function tableRowsOf(text: string, from: number): readonly Span[] {
  if (!text.includes('|', from)) return NO_ROWS;
  const rows = matchesOf(TABLE_ROW, text.slice(from)).map((match) => [from + match.index, from + match.index + match[0].length] as const);
  return rows.slice(1).filter(([start, end]) => !/^[\s|:-]+$/u.test(text.slice(start, end)));
}

function timesWithin(view: MessageView, [start, end]: Span): number {
  const inside = (span: Span) => normalOffset(view, span[0]) >= start && normalOffset(view, span[0]) < end;
  return (
    view.times.deadlines.filter((time) => inside(time.span)).length +
    view.times.otherTimes.filter((time) => time.role === 'event' && inside(time.span)).length
  );
}

/** Where an offset of the original text stands in the normal text. */
export function normalOffset(view: MessageView, original: number): number {
  const { offsets } = view.normal;
  if (offsets === null) return original;
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}
