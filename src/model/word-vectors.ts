/**
 * What words have to do with each other, though they share no character: "儿童来打针" with "疫苗接种", "疫苗接种" with who heads a clinic. Each
 * has a vector as a part of what is said, and one as a part of what it may be meant for; those of what was meant lie near.
 */
export interface WordVectors {
  /** How many numbers a vector has. */
  readonly size: number;
  /** What a number counts in. */
  readonly unit: number;
  readonly words: readonly string[];
  /** Vector behind vector, in the order of the words: a byte with a sign for each number, in base64. */
  readonly said: string;
  readonly known: string;
}

/** Of one of those for which something may be meant. */
export interface Nearness {
  readonly nearness: number;
  /** How many others are nearer. */
  readonly nearer: number;
  /** Before the nearest other; below zero: behind it. */
  readonly ahead: number;
}

export const NEARNESS_SIGNS = ['nearness', 'nearer', 'ahead'] as const satisfies readonly (keyof Nearness)[];

const NOWHERE: Nearness = { nearness: 0, nearer: 0, ahead: 0 };

/** @returns in the order of what is known; without vectors nothing is near */
export function nearnessAmong(
  vectors: WordVectors | undefined,
  said: Iterable<string>,
  known: readonly ReadonlySet<string>[],
): readonly Nearness[] {
  if (vectors === undefined) return known.map(() => NOWHERE);
  const space = spaceOf(vectors);
  const from = sumOf(space, space.said, said);
  const near = known.map((words) => dot(from, knownSum(space, words)) * space.unit);
  const ranked = near.toSorted((a, b) => b - a);
  return near.map((nearness) => {
    const nearer = ranked.indexOf(nearness);
    return { nearness, nearer, ahead: nearness - (ranked[nearer === 0 ? 1 : 0] ?? 0) };
  });
}

/** Vectors as they are reckoned with. */
interface Space {
  readonly size: number;
  /** Of the product of two sums. */
  readonly unit: number;
  readonly places: ReadonlyMap<string, number>;
  readonly said: Int8Array;
  readonly known: Int8Array;
  /** By the words that they are of. */
  readonly sums: WeakMap<ReadonlySet<string>, Sum>;
}

/** Of whole numbers, so that the order of the words doesn't matter. */
interface Sum {
  readonly values: Float64Array;
  /** Of the words that have a vector. */
  readonly count: number;
}

const spaces = new WeakMap<WordVectors, Space>();

function spaceOf(vectors: WordVectors): Space {
  const known = spaces.get(vectors);
  if (known !== undefined) return known;
  const space: Space = {
    size: vectors.size,
    unit: vectors.unit ** 2,
    places: new Map(vectors.words.map((word, place) => [word, place])),
    said: bytesOf(vectors.said),
    known: bytesOf(vectors.known),
    sums: new WeakMap(),
  };
  spaces.set(vectors, space);
  return space;
}

function bytesOf(base64: string): Int8Array {
  return Int8Array.from(Buffer.from(base64, 'base64'));
}

function knownSum(space: Space, words: ReadonlySet<string>): Sum {
  const kept = space.sums.get(words);
  if (kept !== undefined) return kept;
  const sum = sumOf(space, space.known, words);
  space.sums.set(words, sum);
  return sum;
}

function sumOf({ size, places }: Space, vectors: Int8Array, words: Iterable<string>): Sum {
  const values = new Float64Array(size);
  let count = 0;
  for (const word of words) {
    const place = places.get(word);
    if (place === undefined) continue;
    count++;
    for (let index = 0; index < size; index++) values[index] = (values[index] as number) + (vectors[place * size + index] as number);
  }
  return { values, count };
}

/** Long texts lie no farther out than short ones. */
function dot(a: Sum, b: Sum): number {
  let sum = 0;
  for (let index = 0; index < a.values.length; index++) sum += (a.values[index] as number) * (b.values[index] as number);
  return sum / Math.sqrt((a.count + 1) * (b.count + 1));
}
