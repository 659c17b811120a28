/**
 * Which directives share topics, and how telling each topic is. Topics and directives have small numbers here, so that an ask is
 * compared with dozens of directives by counting in arrays, without a look-up a word.
 */
import { TopicNumbers } from './topic-numbers.ts';
import { plainWeight } from './topic-weight.ts';

/** Topics that stand in more directives than this tell nothing. */
const TOO_COMMON = 60;
/** So many weighed lists are kept at most. */
const MOST_WEIGHED = 1000;
/** Lists up to this length, most of them titles, are looked through; longer ones are laid out by number first. */
const SHORT = 8;

export interface WeighedTopics {
  readonly each: readonly number[];
  readonly sum: number;
}

/** What a list of topics and a directive have in common, by weight. */
export interface Overlap {
  readonly shared: number;
  readonly smaller: number;
  readonly whole: number;
}

/** What of a directive is compared. */
export interface Topical {
  readonly id: string;
  readonly topics: ReadonlySet<string>;
  /** Topics of its title. */
  readonly object: readonly string[];
}

/** A directive as it was indexed: numbers in the order of its topics. */
interface Known {
  readonly slot: number;
  readonly topics: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  readonly object: readonly number[];
  /** Of all its topics, as weights stood at that state of the index. */
  weight: number;
  weighedAt: number;
}

/** A list of topics, weighed; numbers below 0 where no directive has them. */
interface Asked extends WeighedTopics {
  readonly numbers: readonly number[];
}

const NOTHING: Overlap = { shared: 0, smaller: 0, whole: 0 };

export class TopicIndex {
  readonly #topics = new TopicNumbers();
  readonly #known = new Map<string, Known>();
  /** By slot. */
  readonly #ids: string[] = [];
  readonly #freeSlots: number[] = [];
  #shares = new Uint16Array(1024);
  /** What was weighed since the weights changed: an ask is compared with many directives one after the other. */
  readonly #asked = new Map<readonly string[], Asked>();
  /** By number of a topic: its place in the list that was last compared, from 1; 0 where it isn't in it. */
  readonly #places: number[] = [];
  #placed: Asked | null = null;
  readonly #hits: number[] = [];
  /** Counts what changes weights. */
  #state = 0;

  /** What stood there before stays, also where the directive no longer has it. */
  add({ id, topics, object }: Topical): void {
    this.#forgetAsked();
    const before = this.#known.get(id);
    const slot = before?.slot ?? this.#newSlot(id);
    const words = [...topics];
    // A further copy adds its topics behind those that are there.
    const numbers = words.map((topic, place) => {
      const known = before?.words[place] === topic ? before.numbers[place] : undefined;
      return known ?? this.#enter(topic, slot, before);
    });
    const held = before?.object ?? object.map((topic) => this.#topics.hold(topic));
    this.#known.set(id, { slot, topics, words, numbers, object: held, weight: 0, weighedAt: -1 });
  }

  #enter(topic: string, slot: number, before: Known | undefined): number {
    const number = this.#topics.numberFor(topic);
    if (before?.topics.has(topic) !== true) this.#topics.enter(number, slot);
    return number;
  }

  remove(id: string): void {
    const known = this.#known.get(id);
    if (known === undefined) return;
    this.#forgetAsked();
    this.#known.delete(id);
    this.#freeSlots.push(known.slot);
    for (const number of known.numbers) this.#topics.leave(number, known.slot);
    for (const number of known.object) this.#topics.release(number);
  }

  /** The directives that share most of the topics: most first, then by id. */
  sharing(topics: readonly string[], limit: number): readonly string[] {
    if (topics.length === 0) return [];
    const shares = this.#shares;
    const touched: number[] = [];
    for (const number of this.#ask(topics).numbers) {
      if (number < 0) continue;
      const slots = this.#topics.slotsOf(number);
      if (slots.length > TOO_COMMON) continue;
      for (const slot of slots) {
        const count = shares[slot] ?? 0;
        if (count === 0) touched.push(slot);
        shares[slot] = count + 1;
      }
    }
    const best = this.#best(touched, limit);
    for (const slot of touched) shares[slot] = 0;
    return best;
  }

  weigh(topics: readonly string[]): WeighedTopics {
    return this.#ask(topics);
  }

  /** The weight of all topics of a directive as it stands. */
  weightOf(directive: Topical): number {
    const known = this.#current(directive);
    return known === null ? this.#ask([...directive.topics]).sum : this.#weightOfKnown(known);
  }

  overlap(topics: readonly string[], directive: Topical): Overlap {
    if (topics.length === 0) return NOTHING;
    const asked = this.#ask(topics);
    const known = this.#current(directive);
    const shared = known === null ? sharedWith(topics, directive, asked) : this.#sharedIn(known.numbers, asked);
    const other = known === null ? this.weightOf(directive) : this.#weightOfKnown(known);
    return { shared, smaller: Math.min(asked.sum, other), whole: asked.sum + other - shared };
  }

  /** By weight: how much of a directive's title stands among some topics. */
  titleShare(directive: Topical, topics: readonly string[]): number {
    const known = this.#known.get(directive.id);
    if (known === undefined) return this.#shareAmong(directive.object, topics);
    const asked = this.#ask(topics);
    const isShort = topics.length <= SHORT;
    if (!isShort) this.#place(asked);
    const { weights } = this.#topics;
    let sum = 0;
    let shared = 0;
    for (const number of known.object) {
      const weight = weights[number] ?? 0;
      sum += weight;
      if (isShort ? asked.numbers.includes(number) : (this.#places[number] ?? 0) > 0) shared += weight;
    }
    return sum === 0 ? 0 : shared / sum;
  }

  #shareAmong(title: readonly string[], topics: readonly string[]): number {
    const { each, sum } = this.#ask(title);
    const words = new Set(topics);
    return sum === 0 ? 0 : title.reduce((total, topic, index) => (words.has(topic) ? total + (each[index] ?? 0) : total), 0) / sum;
  }

  /** Added up in the order of what is asked, so that it comes out the same however a directive came by its topics. */
  #sharedIn(numbers: readonly number[], asked: Asked): number {
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

  #weightOfKnown(known: Known): number {
    if (known.weighedAt === this.#state) return known.weight;
    const { weights } = this.#topics;
    let sum = 0;
    for (const number of known.numbers) sum += weights[number] ?? 0;
    known.weight = sum;
    known.weighedAt = this.#state;
    return sum;
  }

  #ask(topics: readonly string[]): Asked {
    const known = this.#asked.get(topics);
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
    if (this.#asked.size >= MOST_WEIGHED) this.#asked.clear();
    this.#asked.set(topics, asked);
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

  #forgetAsked(): void {
    this.#state++;
    this.#unplace();
    this.#asked.clear();
  }

  /** Null for a directive as it stood once. */
  #current({ id, topics }: Topical): Known | null {
    const known = this.#known.get(id);
    return known?.topics === topics ? known : null;
  }

  #newSlot(id: string): number {
    const slot = this.#freeSlots.pop() ?? this.#ids.length;
    this.#ids[slot] = id;
    if (slot >= this.#shares.length) {
      const longer = new Uint16Array(this.#shares.length * 2);
      longer.set(this.#shares);
      this.#shares = longer;
    }
    return slot;
  }

  #best(slots: readonly number[], limit: number): readonly string[] {
    const best: number[] = [];
    for (const slot of slots) {
      if (best.length === limit && !this.#isBefore(slot, best[limit - 1] ?? slot)) continue;
      if (best.length === limit) best.pop();
      let place = best.length;
      for (; place > 0 && this.#isBefore(slot, best[place - 1] ?? slot); place--) best[place] = best[place - 1] ?? slot;
      best[place] = slot;
    }
    return best.map((slot) => this.#ids[slot] ?? '');
  }

  #isBefore(a: number, b: number): boolean {
    const more = (this.#shares[a] ?? 0) - (this.#shares[b] ?? 0);
    return more === 0 ? (this.#ids[a] ?? '') < (this.#ids[b] ?? '') : more > 0;
  }
}

/** In the order of what is asked, as always. */
function sharedOfFew({ numbers: asked, each }: Asked, numbers: readonly number[]): number {
  let shared = 0;
  for (let place = 0; place < asked.length; place++) if (numbers.includes(asked[place] ?? -1)) shared += each[place] ?? 0;
  return shared;
}

function sharedWith(topics: readonly string[], { topics: own }: Topical, { each }: Asked): number {
  return topics.reduce((shared, topic, index) => (own.has(topic) ? shared + (each[index] ?? 0) : shared), 0);
}
