/**
 * Learns the vectors of words: logistic regression by AdaGrad over the product of what is said and each of those for which it may be meant, of
 * those that it wasn't meant for only some. From a fixed order and seed: the same cases give the same vectors.
 */
import type { WordVectors } from '../../../src/model/word-vectors.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import { commonSigns } from '../common-signs.ts';

/** What is said, and all that it may be meant for: tasks of the chat, or people of the group. */
export interface NearCase {
  readonly said: readonly string[];
  readonly among: readonly { readonly words: readonly string[]; readonly isMeant: boolean }[];
}

const CHATS_AT_LEAST = 10;
const SIZE = 24;
const EPOCHS = 3;
const RATE = 0.05;
const DECAY = 1e-4;
const BIAS_RATE = 0.002;
/** How far from nothing vectors begin. */
const SPREAD = 0.15;
const SQUARES = 1e-2;
/** So many of the tasks that weren't meant, about. */
const OTHERS = 8;
const SEED = 20_261_201;
/** A number is seldom so many times as large as most of them are; it is taken for that. */
const OF_MEAN = 5;
const LARGEST = 127;

/** @param chats the cases of each */
export function learnVectors(chats: readonly (readonly NearCase[])[]): WordVectors {
  const learner = new Learner(
    commonSigns(
      chats.map((cases) => cases.flatMap(({ said, among }) => [...said, ...among.flatMap(({ words }) => words)])),
      CHATS_AT_LEAST,
    ),
  );
  const cases = chats.flat();
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(cases, random);
    for (const one of cases) learner.learnFrom(one, random);
  }
  return learner.model();
}

class Learner {
  readonly #words: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  /** Of lists of words the places of their vectors: tasks and people come again and again. */
  readonly #placed = new WeakMap<readonly string[], readonly number[]>();
  readonly #said: Table;
  readonly #known: Table;
  #bias = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#places = new Map(words.map((word, place) => [word, place]));
    const random = randomFrom(SEED);
    const start = Float64Array.from({ length: words.length * SIZE }, () => (2 * random() - 1) * SPREAD);
    this.#said = new Table(start);
    this.#known = new Table(start.slice());
  }

  learnFrom({ said, among }: NearCase, random: () => number): void {
    const saidPlaces = this.#placesOf(said);
    const from = this.#said.sumOf(saidPlaces);
    const back = new Float64Array(SIZE);
    for (const { words, isMeant } of among) {
      if (!isMeant && random() > OTHERS / among.length) continue;
      const places = this.#placesOf(words);
      const to = this.#known.sumOf(places);
      const miss = 1 / (1 + Math.exp(-this.#bias - dot(from, to))) - Number(isMeant);
      this.#bias -= BIAS_RATE * miss;
      for (const [index, value] of to.entries()) add(back, index, miss * value);
      this.#known.move(
        places,
        from.map((value) => miss * value),
      );
    }
    this.#said.move(saidPlaces, back);
  }

  #placesOf(words: readonly string[]): readonly number[] {
    const known = this.#placed.get(words);
    if (known !== undefined) return known;
    const places = words.flatMap((word) => this.#places.get(word) ?? []);
    this.#placed.set(words, places);
    return places;
  }

  model(): WordVectors {
    const squares = [this.#said, this.#known].map(({ values }) => values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
    const unit = (OF_MEAN * Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length)) / LARGEST;
    const byteOf = (value: number): number => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / unit)));
    const bytes = ({ values }: Table): string => Buffer.from(Int8Array.from(values, byteOf).buffer).toString('base64');
    return { size: SIZE, unit, words: this.#words, said: bytes(this.#said), known: bytes(this.#known) };
  }
}

/** Vectors that AdaGrad learns: the more a number has moved, the less it moves. */
class Table {
  readonly values: Float64Array;
  readonly #squares: Float64Array;

  constructor(values: Float64Array) {
    this.values = values;
    this.#squares = new Float64Array(values.length).fill(SQUARES);
  }

  sumOf(places: readonly number[]): Float64Array {
    const sum = new Float64Array(SIZE);
    const share = shareOf(places);
    for (const place of places) {
      for (let index = 0; index < SIZE; index++) add(sum, index, share * (this.values[place * SIZE + index] as number));
    }
    return sum;
  }

  /** Against the slope of each number of the sum. */
  move(places: readonly number[], slopes: Float64Array): void {
    const share = shareOf(places);
    for (const place of places) {
      for (let index = 0; index < SIZE; index++) {
        const at = place * SIZE + index;
        const slope = share * (slopes[index] as number) + DECAY * (this.values[at] as number);
        add(this.#squares, at, slope * slope);
        add(this.values, at, (-RATE * slope) / Math.sqrt(this.#squares[at] as number));
      }
    }
  }
}

/** As word-vectors.ts draws long texts in. */
function shareOf(places: readonly number[]): number {
  return 1 / Math.sqrt(places.length + 1);
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] as number) + value;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < SIZE; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
