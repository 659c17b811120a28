/** Hashes of the features that aren't n-grams. */
import { HASH_SEED, hashEnd, hashStep } from '../../hash.ts';

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
