/**
 * Which features are worth a row of weights: those that some messages share. The most frequent come first, so that what is looked up all the time lies
 * together; ties go by hash, so that training repeats.
 */
import type { Lists, Packed } from './packed.ts';

export interface Vocabulary {
  /** N-grams first. */
  readonly hashes: Int32Array;
  readonly gramRows: number;
  /** By the number of a feature; NO_ROW of what isn't known. */
  readonly rows: Int32Array;
}

export const NO_ROW = -1;
const SHARED_BY = 3;

/** @param seen places of examples */
export function vocabularyOf(examples: Packed, seen: Int32Array): Vocabulary {
  const { hashes } = examples;
  const grams = timesIn(examples.grams, firstOfTheirText(examples, seen), hashes.length);
  const signals = timesIn(examples.signals, seen, hashes.length);
  const known = shared(grams, hashes);
  const rows = new Int32Array(hashes.length).fill(NO_ROW);
  const features = [...known, ...shared(signals, hashes).filter((feature) => grams[feature] === 0)];
  for (const [row, feature] of features.entries()) rows[feature] = row;
  return { hashes: Int32Array.from(features, (feature) => hashes[feature] ?? 0), gramRows: known.length, rows };
}

/** A text that comes again teaches no words. */
function firstOfTheirText({ texts }: Packed, seen: Int32Array): Int32Array {
  const known = new Set<number>();
  return seen.filter((place) => {
    const text = texts[place] ?? 0;
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}

/** In how many of the lists each feature is. */
function timesIn({ starts, items }: Lists, seen: Int32Array, features: number): Int32Array {
  const times = new Int32Array(features);
  const lastIn = new Int32Array(features).fill(-1);
  for (const place of seen) {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at++) {
      const feature = items[at] ?? 0;
      if (lastIn[feature] === place) continue;
      lastIn[feature] = place;
      times[feature] = (times[feature] ?? 0) + 1;
    }
  }
  return times;
}

function shared(times: Int32Array, hashes: Int32Array): readonly number[] {
  const features: number[] = [];
  for (let feature = 0; feature < times.length; feature++) if ((times[feature] ?? 0) >= SHARED_BY) features.push(feature);
  return features.toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || (hashes[a] ?? 0) - (hashes[b] ?? 0));
}
