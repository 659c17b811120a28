/**
 * The ledger in memory: directives with their entries, and the indexes that keep a decision's cost independent of their
 * number. Entries come in one by one; a turn that is read again has its earlier ones taken out first.
 */
import type { Directive } from '../model/directive.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import type { MergeModel } from '../model/merge-weights.ts';
import { groupKey, messageKey } from '../model/message.ts';
import type { Evidence } from '../model/reading.ts';
import { byMessageTime, type Entry } from './entry.ts';
import { applyEntry, foldEntries } from './fold.ts';
import { SHIPPED_MERGE } from './merge-score.ts';
import { type Overlap, TopicIndex, type WeighedTopics } from './topic-index.ts';

/** A directive's entries in order of arrival, and the one of them that the fold takes last. */
interface Story {
  readonly entries: Entry[];
  last: Entry;
}

export class LedgerState {
  readonly directives = new Map<string, Directive>();
  readonly #stories = new Map<string, Story>();
  readonly #byTurn = new Map<string, Entry[]>();
  readonly #topics = new TopicIndex();
  readonly #byMessage = new Map<string, Set<string>>();
  readonly #byGroup = new Map<string, string[]>();
  readonly #byPerson = new Map<string, Set<string>>();
  readonly #byDeadline = new Map<number, Set<string>>();

  /** What decisions about copies weigh by. */
  readonly merging: MergeModel;

  constructor(merging: MergeModel = SHIPPED_MERGE) {
    this.merging = merging;
  }

  /** Takes a turn's earlier entries out; decisions about its new reading must not see them. */
  removeTurn(turn: string): readonly string[] {
    const old = this.#byTurn.get(turn) ?? [];
    if (old.length === 0) return [];
    this.#byTurn.delete(turn);
    const touched = [...new Set(old.map((entry) => entry.directive))];
    for (const id of touched) {
      const rest = (this.#stories.get(id)?.entries ?? []).filter((entry) => entry.turn !== turn);
      const last = lastOf(rest);
      if (last === undefined) this.#stories.delete(id);
      else this.#stories.set(id, { entries: rest, last });
      const state = foldEntries(rest);
      this.#forget(id, state);
      this.#set(id, state);
    }
    return touched;
  }

  /** Takes out of the indexes what a directive had only from entries that are gone. */
  #forget(id: string, state: Directive | null): void {
    const before = this.directives.get(id);
    if (before === undefined || state === null) return;
    this.#topics.remove(id);
    const messages = new Set(state.evidence.map(messageKey));
    const groups = new Set(state.evidence.map(groupKey));
    for (const one of before.evidence) {
      if (!messages.has(messageKey(one))) this.#byMessage.get(messageKey(one))?.delete(id);
      if (!groups.has(groupKey(one))) this.#leaveGroup(groupKey(one), id);
    }
  }

  #leaveGroup(group: string, id: string): void {
    const ids = this.#byGroup.get(group) ?? [];
    this.#byGroup.set(
      group,
      ids.filter((one) => one !== id),
    );
  }

  append(entry: Entry): void {
    const ofTurn = this.#byTurn.get(entry.turn);
    if (ofTurn === undefined) this.#byTurn.set(entry.turn, [entry]);
    else ofTurn.push(entry);
    this.#set(entry.directive, this.#withEntry(entry));
  }

  /** Most entries come in the order of the fold: then one step of it is enough. */
  #withEntry(entry: Entry): Directive | null {
    const story = this.#stories.get(entry.directive);
    if (story === undefined) {
      this.#stories.set(entry.directive, { entries: [entry], last: entry });
      return foldEntries([entry]);
    }
    const before = this.directives.get(entry.directive);
    const isNext = byMessageTime(story.last, entry) <= 0;
    story.entries.push(entry);
    if (isNext) story.last = entry;
    return isNext && before !== undefined ? applyEntry(before, entry) : foldEntries(story.entries);
  }

  /**
   * Forgets what nothing has been heard of since then, and which is neither due later nor comes again: no decision and no digest
   * asks for it any more, and memory must not grow with history.
   */
  retire(since: Instant): void {
    for (const [id, { entries, last }] of this.#stories) {
      const directive = this.directives.get(id);
      if (last.at >= since || (directive !== undefined && isAwaited(directive, since))) continue;
      this.#stories.delete(id);
      this.#set(id, null);
      for (const { turn } of entries) this.#forgetIn(turn, id);
    }
  }

  #forgetIn(turn: string, directive: string): void {
    const rest = (this.#byTurn.get(turn) ?? []).filter((entry) => entry.directive !== directive);
    if (rest.length === 0) this.#byTurn.delete(turn);
    else this.#byTurn.set(turn, rest);
  }

  entriesOf(directive: string): readonly Entry[] {
    return this.#stories.get(directive)?.entries ?? [];
  }

  entriesOfTurn(turn: string): readonly Entry[] {
    return this.#byTurn.get(turn) ?? [];
  }

  /** Directives that a message is evidence of. */
  ofMessage(key: { readonly platform: string; readonly group: string; readonly id: string }): readonly Directive[] {
    return this.#get(this.#byMessage.get(messageKey(key)) ?? []);
  }

  /** The newest directives with evidence in a group, oldest first. */
  inGroup(group: string, most: number): readonly Directive[] {
    const ids = this.#byGroup.get(group) ?? [];
    const found: Directive[] = [];
    for (let index = ids.length - 1; index >= 0 && found.length < most; index--) {
      const directive = this.directives.get(ids[index] ?? '');
      if (directive !== undefined) found.push(directive);
    }
    return found.reverse();
  }

  /** The newest directives that are due at an instant, to the minute. */
  dueAt(at: Instant, most: number): readonly Directive[] {
    return this.#get([...(this.#byDeadline.get(minuteOf(at)) ?? [])].slice(-most));
  }

  countDueAt(at: Instant): number {
    return this.#byDeadline.get(minuteOf(at))?.size ?? 0;
  }

  /** Directives that ask a person. */
  ofPerson(person: string): readonly Directive[] {
    return this.#get(this.#byPerson.get(person) ?? []);
  }

  /** Directives that share one of these topics; topics that stand in very many directives tell nothing and are passed over. */
  sharing(topics: readonly string[], limit: number): readonly Directive[] {
    return this.#get(this.#topics.sharing(topics, limit));
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

  #get(ids: Iterable<string>): readonly Directive[] {
    const found: Directive[] = [];
    for (const id of ids) {
      const directive = this.directives.get(id);
      if (directive !== undefined) found.push(directive);
    }
    return found;
  }

  #set(id: string, state: Directive | null): void {
    const before = this.directives.get(id);
    if (state === null) {
      if (before !== undefined) this.#unindex(before);
      this.directives.delete(id);
      return;
    }
    this.directives.set(id, state);
    this.#index(state, before);
  }

  #index(state: Directive, before: Directive | undefined): void {
    if (before === undefined || before.topics !== state.topics) this.#topics.add(state);
    if (before === undefined || !haveSame(before.audience.people, state.audience.people)) {
      for (const person of before?.audience.people ?? []) this.#byPerson.get(person)?.delete(state.id);
      for (const person of state.audience.people) addTo(this.#byPerson, person, state.id);
    }
    if (before?.deadline?.at !== state.deadline?.at) {
      this.#leaveDeadline(before);
      if (state.deadline !== null) addTo(this.#byDeadline, minuteOf(state.deadline.at), state.id);
    }
    if (before === undefined || before.evidence.length !== state.evidence.length) this.#indexEvidence(state, before?.evidence ?? []);
  }

  #leaveDeadline(before: Directive | undefined): void {
    if (before?.deadline != null) removeFrom(this.#byDeadline, minuteOf(before.deadline.at), before.id);
  }

  /** What is known already stands in front, as the same objects. */
  #indexEvidence({ id, evidence }: Directive, known: readonly Evidence[]): void {
    for (const [index, one] of evidence.entries()) {
      if (known[index] === one) continue;
      addTo(this.#byMessage, messageKey(one), id);
      const group = groupKey(one);
      const ids = this.#byGroup.get(group);
      if (ids === undefined) this.#byGroup.set(group, [id]);
      else if (!ids.includes(id)) ids.push(id);
    }
  }

  #unindex(state: Directive): void {
    this.#topics.remove(state.id);
    this.#leaveDeadline(state);
    for (const person of state.audience.people) this.#byPerson.get(person)?.delete(state.id);
    for (const one of state.evidence) {
      removeFrom(this.#byMessage, messageKey(one), state.id);
      const group = groupKey(one);
      const rest = (this.#byGroup.get(group) ?? []).filter((id) => id !== state.id);
      if (rest.length === 0) this.#byGroup.delete(group);
      else this.#byGroup.set(group, rest);
    }
  }
}

function minuteOf(at: Instant): number {
  return Math.floor(at / MINUTE);
}

function removeFrom<Key>(index: Map<Key, Set<string>>, key: Key, id: string): void {
  const ids = index.get(key);
  if (ids?.delete(id) === true && ids.size === 0) index.delete(key);
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

function addTo<Key>(index: Map<Key, Set<string>>, key: Key, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}
