/**
 * Which items fit on a screen. No block is dropped: its heading stands. The first items of a block have lines of their own, the next
 * ones share a line with no more than their titles, and only what is beyond both is counted instead of shown.
 */
import type { Block, BlockId } from './blocks.ts';

/** Who gets room first when there isn't enough for all: what can't wait, then what could be lost, then what can be looked up. */
const NEED: readonly BlockId[] = ['due', 'changed', 'troubles', 'new', 'unsure', 'notices', 'upcoming', 'traffic'];
/** Tasks in one joined line. */
const JOINED_ITEMS = 6;

export interface Fit {
  /** How many of the block's first items have lines of their own (in a joined block: stand in its line). */
  readonly own: number;
  /** How many of those behind them share the last line. */
  readonly sharing: number;
}

export function fitBlocks(blocks: readonly Block[], maxLines: number): ReadonlyMap<BlockId, Fit> {
  const spread = blocks.filter((block) => !block.joined).toSorted((a, b) => NEED.indexOf(a.id) - NEED.indexOf(b.id));
  const room = maxLines - blocks.length;
  // A line for the rest of each block that may need one; without room for even that, items come first.
  const rests = spread.filter((block) => block.items.length > 1).length;
  const own = ownLines(spread, room >= 2 * rests ? room - rests : room);
  let left = room - spread.reduce((sum, block) => sum + linesOf(block, own.get(block.id) ?? 0), 0);
  const fits = new Map<BlockId, Fit>();
  for (const block of [...spread, ...blocks.filter(({ joined }) => joined)]) {
    const hidden = block.items.length - (own.get(block.id) ?? 0);
    if (block.joined) fits.set(block.id, { own: Math.min(hidden, joinedItems(maxLines)), sharing: 0 });
    else {
      const sharing = hidden > 0 && left > 0 ? Math.min(hidden, joinedItems(maxLines)) : 0;
      if (sharing > 0) left--;
      fits.set(block.id, { own: own.get(block.id) ?? 0, sharing });
    }
  }
  return fits;
}

/** One item of each block in the order of need, then as many more as there is room for. */
function ownLines(blocks: readonly Block[], lines: number): ReadonlyMap<BlockId, number> {
  const own = new Map<BlockId, number>();
  let room = lines;
  const add = (block: Block): boolean => {
    const index = own.get(block.id) ?? 0;
    const cost = 1 + (block.items[index]?.details.length ?? 0);
    if (index >= block.items.length || cost > room) return false;
    room -= cost;
    own.set(block.id, index + 1);
    return true;
  };
  for (const block of blocks) add(block);
  for (const block of blocks) while (add(block));
  return own;
}

function linesOf(block: Block, count: number): number {
  return block.items.slice(0, count).reduce((sum, item) => sum + 1 + item.details.length, 0);
}

function joinedItems(maxLines: number): number {
  return Number.isFinite(maxLines) ? JOINED_ITEMS : Number.POSITIVE_INFINITY;
}
