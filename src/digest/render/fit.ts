/** Which items fit on a screen. Items are shown whole or not at all, and no block is dropped: its heading stands, with the number of its items. */
import type { Block, BlockId } from './blocks.ts';

/** Who gets room first when there isn't enough for all: what can't wait, then what could be lost, then what can be looked up. */
const NEED: readonly BlockId[] = ['due', 'changed', 'troubles', 'new', 'unsure', 'notices', 'upcoming', 'traffic'];
/** Tasks in one joined line. */
const JOINED_ITEMS = 6;

/** How many items of each block are shown, always its first ones. */
export function fitBlocks(blocks: readonly Block[], maxLines: number): ReadonlyMap<BlockId, number> {
  const wanted = blocks.toSorted((a, b) => NEED.indexOf(a.id) - NEED.indexOf(b.id));
  const shown = new Map<BlockId, number>(blocks.map((block) => [block.id, block.joined ? joinedCount(block, maxLines) : 0]));
  let room = maxLines - blocks.length;
  const add = (block: Block): boolean => {
    const index = shown.get(block.id) ?? 0;
    const cost = linesOf(block, index);
    if (index >= block.items.length || cost > room) return false;
    room -= cost;
    shown.set(block.id, index + 1);
    return true;
  };
  const spread = wanted.filter((block) => !block.joined);
  for (const block of spread) add(block);
  for (const block of spread) while (add(block));
  return shown;
}

function joinedCount(block: Block, maxLines: number): number {
  return Number.isFinite(maxLines) ? Math.min(block.items.length, JOINED_ITEMS) : block.items.length;
}

function linesOf(block: Block, index: number): number {
  return 1 + (block.items[index]?.details.length ?? 0);
}
