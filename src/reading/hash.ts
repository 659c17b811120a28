/** Hashes of features: FNV-1a over 16-bit units, mixed at the end so that all bits depend on all units. */

export const HASH_SEED = -2128831035;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
