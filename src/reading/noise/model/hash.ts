/** Hashes of features: FNV-1a over 16-bit units, mixed at the end so that all bits depend on all units. */

export const HASH_SEED = -2128831035;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** A rule is known by its id, so that its learned weight survives changes of order. */
export function hashRule(id: string): number {
  let hash = hashStep(HASH_SEED, 0x10000);
  for (let index = 0; index < id.length; index++) hash = hashStep(hash, id.charCodeAt(index));
  return hashEnd(hash);
}

/** A signal is a kind with a small value. */
export function hashSignal(kind: number, value: number): number {
  return hashEnd(hashStep(hashStep(HASH_SEED, 0x10001 + kind), value));
}
