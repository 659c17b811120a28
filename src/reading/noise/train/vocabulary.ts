/** Which features are worth a row of weights: those that at least two messages share. In the order of their hashes, so that training repeats. */
import type { Example } from './example.ts';

export interface Vocabulary {
  /** N-grams first. */
  readonly hashes: Int32Array;
  readonly gramRows: number;
  readonly rowOf: ReadonlyMap<number, number>;
}

const SHARED_BY = 2;

export function vocabularyOf(examples: readonly Example[]): Vocabulary {
  const grams = new Map<number, number>();
  const signals = new Map<number, number>();
  const seen = new Set<string>();
  for (const example of examples) {
    for (const hash of new Set(example.signals)) signals.set(hash, (signals.get(hash) ?? 0) + 1);
    if (seen.has(example.text)) continue;
    seen.add(example.text);
    for (const hash of new Set(example.grams)) grams.set(hash, (grams.get(hash) ?? 0) + 1);
  }
  const known = shared(grams);
  const hashes = Int32Array.from([...known, ...shared(signals).filter((hash) => !grams.has(hash))]);
  return { hashes, gramRows: known.length, rowOf: new Map([...hashes].map((hash, row) => [hash, row])) };
}

function shared(counts: ReadonlyMap<number, number>): readonly number[] {
  return [...counts].flatMap(([hash, count]) => (count >= SHARED_BY ? [hash] : [])).toSorted((a, b) => a - b);
}
