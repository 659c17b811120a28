/** The order of a digest: sections as the format lists them; inside a section what is due first stands first. */
import { type DigestItem, SECTIONS } from '../model/digest.ts';
import type { SelectedItem } from './select.ts';

const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

export function orderItems(items: readonly SelectedItem[]): readonly DigestItem[] {
  const sorted = items.toSorted(
    (a, b) =>
      SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
      Number(isOver(a)) - Number(isOver(b)) ||
      (a.deadline?.at ?? NO_DEADLINE) - (b.deadline?.at ?? NO_DEADLINE) ||
      (a.id < b.id ? -1 : 1),
  );
  return sorted.map((item, index) => ({ ...item, number: index + 1 }));
}

function isOver(item: SelectedItem): boolean {
  return item.status === 'cancelled' || item.status === 'done';
}
