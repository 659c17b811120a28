/**
 * Which directives share topics, and how telling each topic is. Directives have small numbers here, so that counting what an ask
 * shares with all of them takes no look-up a directive.
 */
import { plainWeight } from './topic-weight.ts';

/** Topics that stand in more directives than this tell nothing. */
const TOO_COMMON = 60;
/** So many weighed lists are kept at most. */
const MOST_WEIGHED = 1000;

interface Topic {
  readonly plain: number;
  readonly slots: Set<number>;
  /** Rare among the known directives = telling: 1 for a topic of one directive, falling with the number of them. */
  weight: number;
}

export interface WeighedTopics {
  readonly each: readonly number[];
  readonly sum: number;
}

export class TopicIndex {
  readonly #topics = new Map<string, Topic>();
  readonly #slots = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #of = new Map<string, { readonly topics: ReadonlyMap<string, number>; readonly indexed: readonly Topic[] }>();
  #shares = new Uint16Array(1024);
  /** What was weighed since the weights changed: an ask is compared with many directives one after the other. */
  readonly #weighed = new Map<readonly string[], WeighedTopics>();

  /** What stood there before stays, also where the directive no longer has it. */
  add(id: string, topics: ReadonlyMap<string, number>): void {
    const slot = this.#slotOf(id);
    const indexed: Topic[] = [];
    for (const topic of topics.keys()) {
      const known = this.#topic(topic);
      indexed.push(known);
      if (known.slots.has(slot)) continue;
      known.slots.add(slot);
      weigh(known);
    }
    this.#of.set(id, { topics, indexed });
    this.#weighed.clear();
  }

  remove(id: string, topics: ReadonlyMap<string, number>): void {
    const slot = this.#slotOf(id);
    for (const topic of topics.keys()) {
      const known = this.#topics.get(topic);
      if (known?.slots.delete(slot) !== true) continue;
      weigh(known);
      if (known.slots.size === 0) this.#topics.delete(topic);
    }
    this.#of.delete(id);
    this.#weighed.clear();
  }

  /** The directives that share most of the topics: most first, then by id. */
  sharing(topics: readonly string[], limit: number): readonly string[] {
    if (topics.length === 0) return [];
    const shares = this.#shares;
    const touched: number[] = [];
    for (const topic of topics) {
      const slots = this.#topics.get(topic)?.slots;
      if (slots === undefined || slots.size > TOO_COMMON) continue;
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
    const known = this.#weighed.get(topics);
    if (known !== undefined) return known;
    let sum = 0;
    const each = topics.map((topic) => {
      const weight = this.#topics.get(topic)?.weight ?? plainWeight(topic);
      sum += weight;
      return weight;
    });
    const result = { each, sum };
    if (this.#weighed.size >= MOST_WEIGHED) this.#weighed.clear();
    this.#weighed.set(topics, result);
    return result;
  }

  /** The weight of all topics of a directive as it stands. */
  weightOf(id: string, topics: ReadonlyMap<string, number>): number {
    const known = this.#of.get(id);
    if (known?.topics !== topics) return this.weigh([...topics.keys()]).sum;
    let sum = 0;
    for (const topic of known.indexed) sum += topic.weight;
    return sum;
  }

  #topic(topic: string): Topic {
    let known = this.#topics.get(topic);
    if (known === undefined) {
      const plain = plainWeight(topic);
      known = { plain, slots: new Set(), weight: plain };
      this.#topics.set(topic, known);
    }
    return known;
  }

  #slotOf(id: string): number {
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    const slot = this.#ids.push(id) - 1;
    this.#slots.set(id, slot);
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

function weigh(topic: Topic): void {
  topic.weight = topic.plain / (1 + Math.log2(1 + topic.slots.size / 2));
}
