import type { Span } from '../../model/span.ts';
import type { MessageView } from '../view.ts';

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

/** Does a span of the original text begin in one of these ranges of the normal text? */
export function isWithin(view: MessageView, [start]: Span, ranges: readonly Span[]): boolean {
  if (ranges.length === 0) return false;
  const at = normalOffset(view, start);
  return ranges.some(([from, to]) => at >= from && at < to);
}
