/**
 * Topics as small numbers, each with its weight and the places (slots) of the directives that have it. A number is free again when
 * neither a directive nor the title of one has the topic.
 */
import { plainWeight } from './topic-weight.ts';

const NOWHERE: readonly number[] = [];

export class TopicNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #topics: string[] = [];
  readonly #plain: number[] = [];
  readonly #slots: number[][] = [];
  /** How many titles name it. */
  readonly #held: number[] = [];
  readonly #free: number[] = [];
  /** By number. Rare among the known directives = telling: 1 for a topic of one directive, falling with the number of them. */
  readonly weights: number[] = [];

  /** Below 0 where nothing has it. */
  numberOf(topic: string): number {
    return this.#numbers.get(topic) ?? -1;
  }

  slotsOf(number: number): readonly number[] {
    return this.#slots[number] ?? NOWHERE;
  }

  numberFor(topic: string): number {
    const known = this.#numbers.get(topic);
    if (known !== undefined) return known;
    const number = this.#free.pop() ?? this.#topics.length;
    const plain = plainWeight(topic);
    this.#numbers.set(topic, number);
    this.#topics[number] = topic;
    this.#plain[number] = plain;
    this.weights[number] = plain;
    this.#slots[number] = [];
    this.#held[number] = 0;
    return number;
  }

  /** For a title: it keeps its number, whether directives have it as a topic or not. */
  hold(topic: string): number {
    const number = this.numberFor(topic);
    this.#held[number] = (this.#held[number] ?? 0) + 1;
    return number;
  }

  release(number: number): void {
    this.#held[number] = (this.#held[number] ?? 0) - 1;
    this.#freeIfUnused(number);
  }

  /** The directive in this slot didn't have it before. */
  enter(number: number, slot: number): void {
    this.#slots[number]?.push(slot);
    this.#weigh(number);
  }

  leave(number: number, slot: number): void {
    const slots = this.#slots[number] ?? [];
    const last = slots.pop();
    if (last !== undefined && last !== slot) slots[slots.indexOf(slot)] = last;
    this.#weigh(number);
    this.#freeIfUnused(number);
  }

  #weigh(number: number): void {
    this.weights[number] = (this.#plain[number] ?? 0) / (1 + Math.log2(1 + (this.#slots[number]?.length ?? 0) / 2));
  }

  #freeIfUnused(number: number): void {
    if (this.#slots[number]?.length !== 0 || this.#held[number] !== 0) return;
    this.#numbers.delete(this.#topics[number] ?? '');
    this.#free.push(number);
  }
}
