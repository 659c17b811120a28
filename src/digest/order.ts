/** The order of a digest: sections as the format lists them; inside a section what can still be met first, by its deadline, then what is past it. */
import { type DigestItem, type ItemStatus, SECTIONS } from '../model/digest.ts';
import type { SelectedItem } from './select.ts';

const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

const RANKS: Readonly<Record<ItemStatus, number>> = { open: 0, changed: 0, overdue: 1, cancelled: 2, done: 2 };

export function orderItems(items: readonly SelectedItem[]): readonly DigestItem[] {
  const sorted = items.toSorted(
    (a, b) =>
      SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
      RANKS[a.status] - RANKS[b.status] ||
      (a.deadline?.at ?? NO_DEADLINE) - (b.deadline?.at ?? NO_DEADLINE) ||
      (a.id < b.id ? -1 : 1),
  );
  return sorted.map((item, index) => ({ ...item, number: index + 1 }));
}
