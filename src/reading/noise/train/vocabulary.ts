/**
 * Which features are worth a row of weights: those that some messages share. The most frequent come first, so that what is looked up all the time lies
 * together; ties go by hash, so that training repeats.
 */
import type { Example } from './example.ts';

export interface Vocabulary {
  /** N-grams first. */
  readonly hashes: Int32Array;
  readonly gramRows: number;
  readonly rowOf: ReadonlyMap<number, number>;
}

const SHARED_BY = 3;

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
  return [...counts]
    .filter(([, count]) => count >= SHARED_BY)
    .toSorted(([hashA, countA], [hashB, countB]) => countB - countA || hashA - hashB)
    .map(([hash]) => hash);
}
