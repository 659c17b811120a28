/**
 * Which directives share topics, and how telling each topic is. Topics and directives have small numbers here, so that an ask is
 * compared with dozens of directives by counting in arrays, without a look-up a word.
 */
import { type Asked, AskedTopics, type WeighedTopics } from './asked-topics.ts';
import { TopicNumbers } from './topic-numbers.ts';

export type { WeighedTopics } from './asked-topics.ts';

/** Topics that stand in more directives than this tell nothing. */
const TOO_COMMON = 60;
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

const NOTHING: Overlap = { shared: 0, smaller: 0, whole: 0 };

export class TopicIndex {
  readonly #topics = new TopicNumbers();
  readonly #asked = new AskedTopics(this.#topics);
  readonly #known = new Map<string, Known>();
  /** By slot. */
  readonly #ids: string[] = [];
  readonly #freeSlots: number[] = [];
  #shares = new Uint16Array(1024);
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
    for (const number of this.#asked.of(topics).numbers) {
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
    return this.#asked.of(topics);
  }

  /** The weight of all topics of a directive as it stands. */
  weightOf(directive: Topical): number {
    const known = this.#current(directive);
    return known === null ? this.#asked.of([...directive.topics]).sum : this.#weightOfKnown(known);
  }

  overlap(topics: readonly string[], directive: Topical): Overlap {
    if (topics.length === 0) return NOTHING;
    const asked = this.#asked.of(topics);
    const known = this.#current(directive);
    const shared = known === null ? sharedWith(topics, directive, asked) : this.#asked.sharedWith(known.numbers, asked);
    const other = known === null ? this.weightOf(directive) : this.#weightOfKnown(known);
    return { shared, smaller: Math.min(asked.sum, other), whole: asked.sum + other - shared };
  }

  /** By weight: how much of a directive's title stands among some topics. */
  titleShare(directive: Topical, topics: readonly string[]): number {
    const known = this.#known.get(directive.id);
    if (known === undefined) return this.#shareAmong(directive.object, topics);
    const asked = this.#asked.of(topics);
    const { weights } = this.#topics;
    let sum = 0;
    let shared = 0;
    for (const number of known.object) {
      const weight = weights[number] ?? 0;
      sum += weight;
      if (this.#asked.has(asked, number)) shared += weight;
    }
    return sum === 0 ? 0 : shared / sum;
  }

  #shareAmong(title: readonly string[], topics: readonly string[]): number {
    const { each, sum } = this.#asked.of(title);
    const words = new Set(topics);
    return sum === 0 ? 0 : title.reduce((total, topic, index) => (words.has(topic) ? total + (each[index] ?? 0) : total), 0) / sum;
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

  #forgetAsked(): void {
    this.#state++;
    this.#asked.forget();
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

function sharedWith(topics: readonly string[], { topics: own }: Topical, { each }: Asked): number {
  return topics.reduce((shared, topic, index) => (own.has(topic) ? shared + (each[index] ?? 0) : shared), 0);
}
