/**
 * By what the directives of a ledger are found: message, group, person, deadline, topics. Each index points at the directives themselves,
 * so that a decision's cost depends on what it looks at and not on how many there are.
 */
import type { Directive } from '../model/directive.ts';
import { type Day, type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, type MessageKey, messageKey } from '../model/message.ts';
import type { Evidence } from '../model/reading.ts';
import { mayBeAsked } from '../model/seen-by.ts';
import { type Overlap, TopicIndex, type WeighedTopics } from './topic-index.ts';

/** A place that the indexes point at; what stands there changes. */
export interface Indexed {
  readonly id: string;
  /** Null when nothing opens it (any more). */
  readonly directive: Directive | null;
}

export class DirectiveIndexes {
  readonly #byId = new Map<string, Indexed>();
  readonly #topics = new TopicIndex();
  readonly #byMessage = new Map<string, Set<Indexed>>();
  readonly #byGroup = new Map<string, Indexed[]>();
  readonly #byPerson = new Map<string, Set<Indexed>>();
  readonly #byDeadline = new Map<number, Set<Indexed>>();
  readonly #byDay = new Map<Day, Set<Indexed>>();
  readonly #gatherings = new Set<Indexed>();

  /** Directives that a message is evidence of. */
  ofMessage(key: MessageKey): readonly Directive[] {
    return standing(this.#byMessage.get(messageKey(key)) ?? []);
  }

  /** The newest directives with evidence in a group, oldest first. */
  inGroup(group: string, most: number): readonly Directive[] {
    const known = this.#byGroup.get(group);
    return known === undefined ? [] : standing(known.slice(-most));
  }

  /** Of the newest directives with evidence in a group those that ask a person, or may do so, oldest first. */
  inGroupAsking(group: string, most: number, person: string): readonly Directive[] {
    const known = this.#byGroup.get(group);
    const asked = this.#byPerson.get(person);
    if (known === undefined || asked === undefined) return [];
    const found: Directive[] = [];
    for (let place = Math.max(0, known.length - most); place < known.length; place++) {
      const held = known[place];
      if (held !== undefined && held.directive !== null && asked.has(held)) found.push(held.directive);
    }
    return found;
  }

  /** The newest directives that are due at an instant, to the minute. */
  dueAt(at: Instant, most: number): readonly Directive[] {
    return standing([...(this.#byDeadline.get(minuteOf(at)) ?? [])].slice(-most));
  }

  /** The newest directives that are due on a day. */
  dueOn(day: Day, most: number): readonly Directive[] {
    return standing([...(this.#byDay.get(day) ?? [])].slice(-most));
  }

  countDueAt(at: Instant): number {
    return this.#byDeadline.get(minuteOf(at))?.size ?? 0;
  }

  /** All meetings that are known: few beside the tasks. */
  gatherings(): readonly Directive[] {
    return standing(this.#gatherings);
  }

  /** Directives that ask a person, or may do so. */
  ofPerson(person: string): readonly Directive[] {
    return standing(this.#byPerson.get(person) ?? []);
  }

  /** Directives that share one of these topics; topics that stand in very many directives tell nothing and are passed over. */
  sharing(topics: readonly string[], limit: number): readonly Directive[] {
    const found: Directive[] = [];
    for (const id of this.#topics.sharing(topics, limit)) {
      const directive = this.#byId.get(id)?.directive ?? null;
      if (directive !== null) found.push(directive);
    }
    return found;
  }

  /** Of those that `sharing` gives the ones that ask a person, or may do so. */
  sharingAsking(topics: readonly string[], limit: number, person: string): readonly Directive[] {
    const asked = this.#byPerson.get(person);
    const found: Directive[] = [];
    if (asked === undefined || asked.size === 0) return found;
    for (const id of this.#topics.sharing(topics, limit)) {
      const held = this.#byId.get(id);
      if (held !== undefined && held.directive !== null && asked.has(held)) found.push(held.directive);
    }
    return found;
  }

  weigh(topics: readonly string[]): WeighedTopics {
    return this.#topics.weigh(topics);
  }

  weightOf(directive: Directive): number {
    return this.#topics.weightOf(directive);
  }

  /** What topics and a directive have in common. */
  overlap(topics: readonly string[], directive: Directive): Overlap {
    return this.#topics.overlap(topics, directive);
  }

  /** How much of a directive's title stands among some topics. */
  titleShare(directive: Directive, topics: readonly string[]): number {
    return this.#topics.titleShare(directive, topics);
  }

  /** Takes out of the indexes what a directive had only from entries that are gone. */
  protected forget(held: Indexed, before: Directive, state: Directive): void {
    if (before.topics !== state.topics) this.#topics.remove(held.id);
    if (before.evidence === state.evidence) return;
    const messages = new Set(state.evidence.map(messageKey));
    const groups = new Set(state.evidence.map(groupKey));
    for (const one of before.evidence) {
      if (!messages.has(messageKey(one))) removeFrom(this.#byMessage, messageKey(one), held);
      if (!groups.has(groupKey(one))) this.#leaveGroup(groupKey(one), held);
    }
  }

  #leaveGroup(group: string, held: Indexed): void {
    const known = this.#byGroup.get(group);
    const place = known?.lastIndexOf(held) ?? -1;
    if (known === undefined || place < 0) return;
    if (known.length === 1) this.#byGroup.delete(group);
    else known.splice(place, 1);
  }

  /** Puts a state in, or what is new in it. */
  protected index(held: Indexed, state: Directive, before: Directive | null): void {
    if (before === null) this.#byId.set(held.id, held);
    if (state.kind === 'meeting') this.#gatherings.add(held);
    if (before?.topics !== state.topics) this.#topics.add(state);
    if (before === null || !haveSame(mayBeAsked(before), mayBeAsked(state))) {
      for (const person of before === null ? [] : mayBeAsked(before)) this.#byPerson.get(person)?.delete(held);
      for (const person of mayBeAsked(state)) addTo(this.#byPerson, person, held);
    }
    if (before?.deadline?.at !== state.deadline?.at) {
      this.#leaveDeadline(held, before);
      if (state.deadline !== null) {
        addTo(this.#byDeadline, minuteOf(state.deadline.at), held);
        addTo(this.#byDay, state.deadline.day, held);
      }
    }
    if (before === null || before.evidence.length !== state.evidence.length) this.#indexEvidence(held, state, before?.evidence ?? []);
  }

  #leaveDeadline(held: Indexed, before: Directive | null): void {
    if (before?.deadline == null) return;
    removeFrom(this.#byDeadline, minuteOf(before.deadline.at), held);
    removeFrom(this.#byDay, before.deadline.day, held);
  }

  /** What is known already stands in front, as the same objects. */
  #indexEvidence(held: Indexed, { evidence }: Directive, known: readonly Evidence[]): void {
    for (const [index, one] of evidence.entries()) {
      if (known[index] === one) continue;
      addTo(this.#byMessage, messageKey(one), held);
      const group = groupKey(one);
      const others = this.#byGroup.get(group);
      if (others === undefined) this.#byGroup.set(group, [held]);
      else if (!others.includes(held)) others.push(held);
    }
  }

  protected unindex(held: Indexed, state: Directive): void {
    this.#byId.delete(held.id);
    this.#gatherings.delete(held);
    this.#topics.remove(held.id);
    this.#leaveDeadline(held, state);
    for (const person of mayBeAsked(state)) this.#byPerson.get(person)?.delete(held);
    for (const one of state.evidence) {
      removeFrom(this.#byMessage, messageKey(one), held);
      this.#leaveGroup(groupKey(one), held);
    }
  }
}

function standing(held: Iterable<Indexed>): readonly Directive[] {
  const found: Directive[] = [];
  for (const { directive } of held) if (directive !== null) found.push(directive);
  return found;
}

function minuteOf(at: Instant): number {
  return Math.floor(at / MINUTE);
}

function removeFrom<Key>(index: Map<Key, Set<Indexed>>, key: Key, held: Indexed): void {
  const known = index.get(key);
  if (known?.delete(held) === true && known.size === 0) index.delete(key);
}

function addTo<Key>(index: Map<Key, Set<Indexed>>, key: Key, held: Indexed): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([held]));
  else known.add(held);
}

function haveSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}
