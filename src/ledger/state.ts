/**
 * The ledger in memory: directives with their entries, and the indexes that keep a decision's cost independent of their
 * number. `replaceTurn` is the only way in: the entries of a turn's new reading replace those of its last one.
 */
import type { Directive } from '../model/directive.ts';
import { messageKey } from '../model/message.ts';
import type { Entry } from './entry.ts';
import { foldEntries } from './fold.ts';
import { plainWeight } from './topic-weight.ts';

export class LedgerState {
  readonly directives = new Map<string, Directive>();
  readonly #entries = new Map<string, Entry[]>();
  readonly #byTurn = new Map<string, readonly Entry[]>();
  readonly #byTopic = new Map<string, Set<string>>();
  readonly #byMessage = new Map<string, Set<string>>();
  readonly #byGroup = new Map<string, string[]>();
  readonly #byPerson = new Map<string, Set<string>>();

  /** Takes a turn's earlier entries out; decisions about its new reading must not see them. */
  removeTurn(turn: string): readonly string[] {
    const old = this.#byTurn.get(turn) ?? [];
    if (old.length === 0) return [];
    this.#byTurn.delete(turn);
    const touched = [...new Set(old.map((entry) => entry.directive))];
    for (const id of touched) {
      const rest = (this.#entries.get(id) ?? []).filter((entry) => entry.turn !== turn);
      this.#set(id, rest, foldEntries(rest));
    }
    return touched;
  }

  append(entry: Entry): void {
    const entries = [...(this.#entries.get(entry.directive) ?? []), entry];
    this.#byTurn.set(entry.turn, [...(this.#byTurn.get(entry.turn) ?? []), entry]);
    this.#set(entry.directive, entries, foldEntries(entries));
  }

  entriesOf(directive: string): readonly Entry[] {
    return this.#entries.get(directive) ?? [];
  }

  entriesOfTurn(turn: string): readonly Entry[] {
    return this.#byTurn.get(turn) ?? [];
  }

  /** Directives that a message is evidence of. */
  ofMessage(key: { readonly platform: string; readonly group: string; readonly id: string }): readonly Directive[] {
    return this.#get(this.#byMessage.get(messageKey(key)) ?? []);
  }

  /** Directives with evidence in a group, oldest first. */
  inGroup(group: string): readonly Directive[] {
    return this.#get(this.#byGroup.get(group) ?? []);
  }

  /** Directives that ask a person. */
  ofPerson(person: string): readonly Directive[] {
    return this.#get(this.#byPerson.get(person) ?? []);
  }

  /** Directives that share one of these topics; topics that stand in very many directives tell nothing and are passed over. */
  sharing(topics: readonly string[], limit: number): readonly Directive[] {
    const found = new Map<string, number>();
    for (const topic of topics) {
      const ids = this.#byTopic.get(topic);
      if (ids === undefined || ids.size > 60) continue;
      for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
    }
    const best = [...found].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
    return this.#get(best.map(([id]) => id));
  }

  /** Rare among the known directives = telling: 1 for a topic of one directive, falling with the number of them. */
  topicWeight(topic: string): number {
    const count = this.#byTopic.get(topic)?.size ?? 0;
    return plainWeight(topic) / (1 + Math.log2(1 + count / 2));
  }

  #get(ids: Iterable<string>): readonly Directive[] {
    return [...ids].flatMap((id) => this.directives.get(id) ?? []);
  }

  #set(id: string, entries: Entry[], state: Directive | null): void {
    const before = this.directives.get(id);
    if (entries.length === 0) this.#entries.delete(id);
    else this.#entries.set(id, entries);
    if (state === null) {
      if (before !== undefined) this.#unindex(before);
      this.directives.delete(id);
      return;
    }
    this.directives.set(id, state);
    this.#index(state, before);
  }

  #index(state: Directive, before: Directive | undefined): void {
    if (before === undefined || before.topics !== state.topics) {
      for (const topic of state.topics.keys()) addTo(this.#byTopic, topic, state.id);
    }
    if (before === undefined || before.audience !== state.audience) {
      for (const person of before?.audience.people ?? []) this.#byPerson.get(person)?.delete(state.id);
      for (const person of state.audience.people) addTo(this.#byPerson, person, state.id);
    }
    if (before === undefined || before.evidence.length !== state.evidence.length) {
      for (const one of state.evidence) {
        addTo(this.#byMessage, messageKey(one), state.id);
        const group = `${one.platform}\u0000${one.group}`;
        const ids = this.#byGroup.get(group) ?? [];
        if (!ids.includes(state.id)) this.#byGroup.set(group, [...ids, state.id]);
      }
    }
  }

  #unindex(state: Directive): void {
    for (const topic of state.topics.keys()) this.#byTopic.get(topic)?.delete(state.id);
    for (const person of state.audience.people) this.#byPerson.get(person)?.delete(state.id);
    for (const one of state.evidence) {
      this.#byMessage.get(messageKey(one))?.delete(state.id);
      const group = `${one.platform}\u0000${one.group}`;
      this.#byGroup.set(group, (this.#byGroup.get(group) ?? []).filter((id) => id !== state.id));
    }
  }
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}
