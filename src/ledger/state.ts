/**
 * The ledger in memory: directives with their entries, and the indexes that keep a decision's cost independent of their
 * number. Entries come in one by one; a turn that is read again has its earlier ones taken out first.
 */
import type { Directive } from '../model/directive.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import type { MergeModel } from '../model/merge-weights.ts';
import { groupKey, type MessageKey, messageKey } from '../model/message.ts';
import type { Evidence } from '../model/reading.ts';
import { byMessageTime, type Entry } from './entry.ts';
import { applyEntry, foldEntries, openedState } from './fold.ts';
import { SHIPPED_MERGE } from './merge-score.ts';
import { type Overlap, TopicIndex, type WeighedTopics } from './topic-index.ts';

/** A directive with its entries in order of arrival. The indexes point here, so that none of them has to look it up by its id. */
interface Held {
  readonly id: string;
  /** Null when nothing opens it (any more). */
  directive: Directive | null;
  entries: Entry[];
  /** The entry that the fold takes last. */
  last: Entry;
  earlier: Earlier | null;
}

/** How a directive stood before its newest turn, as long as that turn's entries are the last ones: it may be read again in a moment. */
interface Earlier {
  readonly turn: string;
  readonly directive: Directive | null;
  readonly count: number;
  readonly last: Entry;
}

const NOTHING: readonly string[] = [];

export class LedgerState {
  readonly directives = new Map<string, Directive>();
  readonly #held = new Map<string, Held>();
  readonly #byTurn = new Map<string, Entry[]>();
  readonly #topics = new TopicIndex();
  readonly #byMessage = new Map<string, Set<Held>>();
  readonly #byGroup = new Map<string, Held[]>();
  readonly #byPerson = new Map<string, Set<Held>>();
  readonly #byDeadline = new Map<number, Set<Held>>();
  readonly #gatherings = new Set<Held>();

  /** What decisions about copies weigh by. */
  readonly merging: MergeModel;

  constructor(merging: MergeModel = SHIPPED_MERGE) {
    this.merging = merging;
  }

  /** Takes a turn's earlier entries out; decisions about its new reading must not see them. */
  removeTurn(turn: string): readonly string[] {
    const old = this.#byTurn.get(turn);
    if (old === undefined) return NOTHING;
    this.#byTurn.delete(turn);
    const touched = [...new Set(old.map((entry) => entry.directive))];
    for (const id of touched) {
      const held = this.#held.get(id);
      if (held !== undefined) this.#takeBack(held, turn, old.filter((entry) => entry.directive === id).length);
    }
    return touched;
  }

  /** @param count of the turn's entries about this directive */
  #takeBack(held: Held, turn: string, count: number): void {
    const { earlier } = held;
    held.earlier = null;
    if (earlier !== null && earlier.turn === turn && earlier.count + count === held.entries.length) {
      held.entries = held.entries.slice(0, earlier.count);
      held.last = earlier.last;
      if (earlier.count === 0) this.#held.delete(held.id);
      this.#replace(held, earlier.directive);
      return;
    }
    held.entries = held.entries.filter((entry) => entry.turn !== turn);
    const last = lastOf(held.entries);
    if (last === undefined) this.#held.delete(held.id);
    else held.last = last;
    this.#replace(held, foldEntries(held.entries));
  }

  /** By a state that lacks something which the indexes know. */
  #replace(held: Held, state: Directive | null): void {
    if (held.directive !== null && state !== null) this.#forget(held, held.directive, state);
    this.#set(held, state);
  }

  /** Takes out of the indexes what a directive had only from entries that are gone. */
  #forget(held: Held, before: Directive, state: Directive): void {
    if (before.topics !== state.topics) this.#topics.remove(held.id);
    if (before.evidence === state.evidence) return;
    const messages = new Set(state.evidence.map(messageKey));
    const groups = new Set(state.evidence.map(groupKey));
    for (const one of before.evidence) {
      if (!messages.has(messageKey(one))) removeFrom(this.#byMessage, messageKey(one), held);
      if (!groups.has(groupKey(one))) this.#leaveGroup(groupKey(one), held);
    }
  }

  #leaveGroup(group: string, held: Held): void {
    const known = this.#byGroup.get(group);
    const place = known?.lastIndexOf(held) ?? -1;
    if (known === undefined || place < 0) return;
    if (known.length === 1) this.#byGroup.delete(group);
    else known.splice(place, 1);
  }

  append(entry: Entry): void {
    const ofTurn = this.#byTurn.get(entry.turn);
    if (ofTurn === undefined) this.#byTurn.set(entry.turn, [entry]);
    else ofTurn.push(entry);
    const held = this.#held.get(entry.directive);
    if (held === undefined) this.#open(entry);
    else this.#add(held, entry);
  }

  #open(entry: Entry): void {
    const earlier = { turn: entry.turn, directive: null, count: 0, last: entry };
    const held: Held = { id: entry.directive, directive: null, entries: [entry], last: entry, earlier };
    this.#held.set(entry.directive, held);
    this.#set(held, entry.kind === 'opened' ? openedState(entry) : null);
  }

  /** Most entries come in the order of the fold: then one step of it is enough. */
  #add(held: Held, entry: Entry): void {
    const { directive, entries, last, earlier } = held;
    const isNext = byMessageTime(last, entry) <= 0;
    if (!isNext) held.earlier = null;
    else if (earlier?.turn !== entry.turn) held.earlier = { turn: entry.turn, directive, count: entries.length, last };
    entries.push(entry);
    if (isNext) held.last = entry;
    this.#set(held, isNext && directive !== null ? applyEntry(directive, entry) : foldEntries(entries));
  }

  /**
   * Forgets what nothing has been heard of since then, and which is neither due later nor comes again: no decision and no digest
   * asks for it any more, and memory must not grow with history.
   */
  retire(since: Instant): void {
    for (const held of this.#held.values()) {
      const { id, directive, entries, last } = held;
      if (last.at >= since || (directive !== null && isAwaited(directive, since))) continue;
      this.#held.delete(id);
      this.#set(held, null);
      for (const { turn } of entries) this.#forgetIn(turn, id);
    }
  }

  #forgetIn(turn: string, directive: string): void {
    const rest = (this.#byTurn.get(turn) ?? []).filter((entry) => entry.directive !== directive);
    if (rest.length === 0) this.#byTurn.delete(turn);
    else this.#byTurn.set(turn, rest);
  }

  entriesOf(directive: string): readonly Entry[] {
    return this.#held.get(directive)?.entries ?? [];
  }

  entriesOfTurn(turn: string): readonly Entry[] {
    return this.#byTurn.get(turn) ?? [];
  }

  /** Directives that a message is evidence of. */
  ofMessage(key: MessageKey): readonly Directive[] {
    return standing(this.#byMessage.get(messageKey(key)) ?? []);
  }

  /** The newest directives with evidence in a group, oldest first. */
  inGroup(group: string, most: number): readonly Directive[] {
    const known = this.#byGroup.get(group);
    return known === undefined ? [] : standing(known.slice(-most));
  }

  /** Of the newest directives with evidence in a group those that ask a person, oldest first. */
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

  countDueAt(at: Instant): number {
    return this.#byDeadline.get(minuteOf(at))?.size ?? 0;
  }

  /** All meetings that are known: few beside the tasks. */
  gatherings(): readonly Directive[] {
    return standing(this.#gatherings);
  }

  /** Directives that ask a person. */
  ofPerson(person: string): readonly Directive[] {
    return standing(this.#byPerson.get(person) ?? []);
  }

  /** Directives that share one of these topics; topics that stand in very many directives tell nothing and are passed over. */
  sharing(topics: readonly string[], limit: number): readonly Directive[] {
    const found: Directive[] = [];
    for (const id of this.#topics.sharing(topics, limit)) {
      const directive = this.directives.get(id);
      if (directive !== undefined) found.push(directive);
    }
    return found;
  }

  /** Of those that `sharing` gives the ones that ask a person. */
  sharingAsking(topics: readonly string[], limit: number, person: string): readonly Directive[] {
    const asked = this.#byPerson.get(person);
    const found: Directive[] = [];
    if (asked === undefined || asked.size === 0) return found;
    for (const id of this.#topics.sharing(topics, limit)) {
      const held = this.#held.get(id);
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

  #set(held: Held, state: Directive | null): void {
    const before = held.directive;
    held.directive = state;
    if (state !== null) {
      this.directives.set(held.id, state);
      this.#index(held, state, before);
    } else if (before !== null) {
      this.#unindex(held, before);
      this.directives.delete(held.id);
    }
  }

  #index(held: Held, state: Directive, before: Directive | null): void {
    if (state.kind === 'meeting') this.#gatherings.add(held);
    if (before?.topics !== state.topics) this.#topics.add(state);
    if (before === null || !haveSame(before.audience.people, state.audience.people)) {
      for (const person of before?.audience.people ?? []) this.#byPerson.get(person)?.delete(held);
      for (const person of state.audience.people) addTo(this.#byPerson, person, held);
    }
    if (before?.deadline?.at !== state.deadline?.at) {
      this.#leaveDeadline(held, before);
      if (state.deadline !== null) addTo(this.#byDeadline, minuteOf(state.deadline.at), held);
    }
    if (before === null || before.evidence.length !== state.evidence.length) this.#indexEvidence(held, state, before?.evidence ?? []);
  }

  #leaveDeadline(held: Held, before: Directive | null): void {
    if (before?.deadline != null) removeFrom(this.#byDeadline, minuteOf(before.deadline.at), held);
  }

  /** What is known already stands in front, as the same objects. */
  #indexEvidence(held: Held, { evidence }: Directive, known: readonly Evidence[]): void {
    for (const [index, one] of evidence.entries()) {
      if (known[index] === one) continue;
      addTo(this.#byMessage, messageKey(one), held);
      const group = groupKey(one);
      const others = this.#byGroup.get(group);
      if (others === undefined) this.#byGroup.set(group, [held]);
      else if (!others.includes(held)) others.push(held);
    }
  }

  #unindex(held: Held, state: Directive): void {
    this.#gatherings.delete(held);
    this.#topics.remove(held.id);
    this.#leaveDeadline(held, state);
    for (const person of state.audience.people) this.#byPerson.get(person)?.delete(held);
    for (const one of state.evidence) {
      removeFrom(this.#byMessage, messageKey(one), held);
      this.#leaveGroup(groupKey(one), held);
    }
  }
}

function standing(held: Iterable<Held>): readonly Directive[] {
  const found: Directive[] = [];
  for (const { directive } of held) if (directive !== null) found.push(directive);
  return found;
}

function minuteOf(at: Instant): number {
  return Math.floor(at / MINUTE);
}

function removeFrom<Key>(index: Map<Key, Set<Held>>, key: Key, held: Held): void {
  const known = index.get(key);
  if (known?.delete(held) === true && known.size === 0) index.delete(key);
}

function addTo<Key>(index: Map<Key, Set<Held>>, key: Key, held: Held): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([held]));
  else known.add(held);
}

function isAwaited({ status, deadline }: Directive, since: Instant): boolean {
  return status === 'open' && deadline !== null && (deadline.recurrence !== null || deadline.at >= since);
}

function lastOf(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (last, entry) => (last === undefined || byMessageTime(last, entry) <= 0 ? entry : last),
    undefined,
  );
}

function haveSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}
