/**
 * Finds the row of a feature by its hash. Memory is what costs here, so a few bits that fit into the processor's nearest cache turn
 * most unknown features away, and the rest is open addressing in one array: a look is one line of cache.
 */

export interface RowIndex {
  /** Pairs: a hash, and its row plus one (0 where nothing is). */
  readonly slots: Int32Array;
  readonly known: Int32Array;
}

const KNOWN_BITS = 16;

export function rowIndex(hashes: Int32Array): RowIndex {
  const size = 2 ** Math.max(4, Math.ceil(Math.log2(hashes.length * 1.5 + 1)));
  const slots = new Int32Array(size * 2);
  const known = new Int32Array(2 ** (KNOWN_BITS - 5));
  hashes.forEach((hash, row) => {
    let slot = firstSlot(hash, slots);
    while (slots[slot + 1] !== 0) slot = nextSlot(slot, slots);
    slots[slot] = hash;
    slots[slot + 1] = row + 1;
    const bit = hash >>> (32 - KNOWN_BITS);
    known[bit >> 5] = (known[bit >> 5] ?? 0) | (1 << (bit & 31));
  });
  return { slots, known };
}

/** The row of a feature; -1 for one that was never trained. */
export function rowOf({ slots, known }: RowIndex, hash: number): number {
  const bit = hash >>> (32 - KNOWN_BITS);
  if ((((known[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return -1;
  let slot = firstSlot(hash, slots);
  for (;;) {
    const row = slots[slot + 1] ?? 0;
    if (row === 0 || slots[slot] === hash) return row - 1;
    slot = nextSlot(slot, slots);
  }
}

function firstSlot(hash: number, slots: Int32Array): number {
  return (hash << 1) & (slots.length - 2);
}

function nextSlot(slot: number, slots: Int32Array): number {
  return (slot + 2) & (slots.length - 1);
}
