/** Lists of topics that are compared with directive after directive: weighed once, and laid out by number, so that comparing is counting in arrays. */
import type { TopicNumbers } from './topic-numbers.ts';
import { plainWeight } from './topic-weight.ts';

/** So many weighed lists are kept at most. */
const MOST_WEIGHED = 1000;
/** Lists up to this length, most of them titles, are looked through; longer ones are laid out by number first. */
const SHORT = 8;

export interface WeighedTopics {
  readonly each: readonly number[];
  readonly sum: number;
}

/** A list of topics, weighed; numbers below 0 where no directive has them. */
export interface Asked extends WeighedTopics {
  readonly numbers: readonly number[];
}

export class AskedTopics {
  readonly #topics: TopicNumbers;
  /** What was weighed since the weights changed: an ask is compared with many directives one after the other. */
  readonly #lists = new Map<readonly string[], Asked>();
  /** By number of a topic: its place in the list that was last compared, from 1; 0 where it isn't in it. */
  readonly #places: number[] = [];
  #placed: Asked | null = null;
  readonly #hits: number[] = [];

  constructor(topics: TopicNumbers) {
    this.#topics = topics;
  }

  /** A list as the weights stand. */
  of(topics: readonly string[]): Asked {
    const known = this.#lists.get(topics);
    if (known !== undefined) return known;
    const numbers: number[] = [];
    const each: number[] = [];
    let sum = 0;
    for (const topic of topics) {
      const number = this.#topics.numberOf(topic);
      const weight = number < 0 ? plainWeight(topic) : (this.#topics.weights[number] ?? 0);
      numbers.push(number);
      each.push(weight);
      sum += weight;
    }
    const asked = { each, numbers, sum };
    if (this.#lists.size >= MOST_WEIGHED) this.#lists.clear();
    this.#lists.set(topics, asked);
    return asked;
  }

  #place(asked: Asked): void {
    if (this.#placed === asked) return;
    this.#unplace();
    const { numbers } = asked;
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] ?? -1;
      if (number >= 0) this.#places[number] = place + 1;
    }
    this.#placed = asked;
  }

  #unplace(): void {
    for (const number of this.#placed?.numbers ?? []) if (number >= 0) this.#places[number] = 0;
    this.#placed = null;
  }

  /** Added up in the order of what is asked, so that it comes out the same however a directive came by its topics. */
  sharedWith(numbers: readonly number[], asked: Asked): number {
    if (asked.numbers.length <= SHORT) return sharedOfFew(asked, numbers);
    this.#place(asked);
    const places = this.#places;
    const hits = this.#hits;
    let count = 0;
    for (const number of numbers) {
      const place = places[number] ?? 0;
      if (place === 0) continue;
      let at = count++;
      for (; at > 0 && (hits[at - 1] ?? 0) > place; at--) hits[at] = hits[at - 1] ?? 0;
      hits[at] = place;
    }
    let shared = 0;
    for (let at = 0; at < count; at++) shared += asked.each[(hits[at] ?? 0) - 1] ?? 0;
    return shared;
  }

  /** Whether a list has the topic of a number. */
  has(asked: Asked, number: number): boolean {
    if (asked.numbers.length <= SHORT) return asked.numbers.includes(number);
    this.#place(asked);
    return (this.#places[number] ?? 0) > 0;
  }

  /** The weights have changed. */
  forget(): void {
    this.#unplace();
    this.#lists.clear();
  }
}

/** In the order of what is asked, as always. */
function sharedOfFew({ numbers: asked, each }: Asked, numbers: readonly number[]): number {
  let shared = 0;
  for (let place = 0; place < asked.length; place++) if (numbers.includes(asked[place] ?? -1)) shared += each[place] ?? 0;
  return shared;
}
