/**
 * Examples as a few long arrays. Their features are numbered once for all models that learn from parts of them, numbers are cheaper to
 * count and to look up than hashes, and the arrays go to another thread in one piece.
 */
import { LABEL_COUNT } from '../model/weights.ts';
import type { Example, Examples } from './example.ts';

/** Lists one after the other: list n has the items from the nth start to the next. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export interface Packed {
  /** By the number of a feature. */
  readonly hashes: Int32Array;
  /** Numbers of features, a list for each example. */
  readonly grams: Lists;
  readonly signals: Lists;
  /** By example. */
  readonly gramShares: Float64Array;
  readonly weights: Float64Array;
  readonly labels: Int32Array;
  /** The same number for the same words. */
  readonly texts: Int32Array;
  /** What a model may leave out together. */
  readonly parts: Int32Array;
  /** A score for each label, by example. */
  readonly ruleScores: Float64Array;
}

export type PackedExamples = { readonly [Set in keyof Examples]: Packed };

/** Of examples that every model learns from. */
export const NO_PART = -1;

/** @param parts by example; all have none unless it is said */
export function packed(examples: readonly Example[], parts: readonly number[] = []): Packed {
  const features = numbering<number>();
  const texts = numbering<string>();
  const ruleScores = new Float64Array(examples.length * LABEL_COUNT);
  for (const [place, example] of examples.entries()) ruleScores.set(example.ruleScores, place * LABEL_COUNT);
  return {
    grams: listsOf(examples, ({ grams }) => grams, features.numberOf),
    signals: listsOf(examples, ({ signals }) => signals, features.numberOf),
    hashes: Int32Array.from(features.known()),
    gramShares: Float64Array.from(examples, ({ gramShare }) => gramShare),
    weights: Float64Array.from(examples, ({ weight }) => weight),
    labels: Int32Array.from(examples, ({ label }) => label),
    texts: Int32Array.from(examples, ({ text }) => texts.numberOf(text)),
    parts: Int32Array.from(examples, (_, place) => parts[place] ?? NO_PART),
    ruleScores,
  };
}

/** Places of the examples that a model learns from, in order: those that count, but for some parts. */
export function seenWithout({ weights, parts }: Packed, unseen: readonly number[]): Int32Array {
  const places = Int32Array.from(weights, (_, place) => place);
  return places.filter((place) => (weights[place] ?? 0) > 0 && !unseen.includes(parts[place] ?? NO_PART));
}

function numbering<T>() {
  const numbers = new Map<T, number>();
  return {
    numberOf(thing: T): number {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, numbers.size);
      return numbers.size - 1;
    },
    known: () => numbers.keys(),
  };
}

function listsOf(examples: readonly Example[], listOf: (example: Example) => Int32Array, numberOf: (hash: number) => number): Lists {
  const starts = new Int32Array(examples.length + 1);
  for (const [place, example] of examples.entries()) starts[place + 1] = (starts[place] ?? 0) + listOf(example).length;
  const items = new Int32Array(starts.at(-1) ?? 0);
  for (const [place, example] of examples.entries()) items.set(listOf(example).map(numberOf), starts[place] ?? 0);
  return { starts, items };
}
