/**
 * The ledger in memory: directives with their entries; directive-indexes.ts finds them. Entries come in one by one; a turn that is read
 * again has its earlier ones taken out first.
 */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import type { MergeModel } from '../model/merge-weights.ts';
import type { Organisation } from '../model/organisation.ts';
import { DirectiveIndexes, type Indexed } from './directive-indexes.ts';
import { byMessageTime, type Entry } from './entry.ts';
import { applyEntry, foldEntries, openedState } from './fold.ts';
import { History, LONG_HISTORY } from './history.ts';
import { isAwaited } from './kept.ts';
import { SHIPPED_MERGE } from './merge-score.ts';

/** A directive with its entries in order of arrival. */
interface Held extends Indexed {
  directive: Directive | null;
  entries: Entry[];
  /** The entry that the fold takes last. */
  last: Entry;
  earlier: Earlier | null;
  /** Once there are many entries and one has come or gone out of order. */
  history: History | null;
}

/** How a directive stood before its newest turn, as long as that turn's entries are the last ones: it may be read again in a moment. */
interface Earlier {
  readonly turn: string;
  readonly directive: Directive | null;
  readonly count: number;
  readonly last: Entry;
}

const NOTHING: readonly string[] = [];

export class LedgerState extends DirectiveIndexes {
  readonly directives = new Map<string, Directive>();
  readonly #held = new Map<string, Held>();
  readonly #byTurn = new Map<string, Entry[]>();

  /** What decisions about copies weigh by. */
  readonly merging: MergeModel;

  #org: Organisation | null;

  constructor(merging: MergeModel = SHIPPED_MERGE, org: Organisation | null = null) {
    super();
    this.merging = merging;
    this.#org = org;
  }

  /** Who is whose colleague, for those who answer; null where nothing is said. */
  get org(): Organisation | null {
    return this.#org;
  }

  /** What is decided from now on is decided among the people of another organisation. */
  organise(org: Organisation): void {
    this.#org = org;
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
      held.history?.cut(turn, earlier.directive);
      held.last = earlier.last;
      if (earlier.count === 0) this.#held.delete(held.id);
      this.#replace(held, earlier.directive);
      return;
    }
    const history = historyOf(held);
    held.entries = held.entries.filter((entry) => entry.turn !== turn);
    const state = history === null ? foldEntries(held.entries) : history.remove(turn);
    const last = history === null ? lastOf(held.entries) : history.last;
    if (last === undefined) this.#held.delete(held.id);
    else held.last = last;
    this.#replace(held, state);
  }

  /** By a state that lacks something which the indexes know. */
  #replace(held: Held, state: Directive | null): void {
    if (held.directive !== null && state !== null) this.forget(held, held.directive, state);
    this.#set(held, state);
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
    const held: Held = { id: entry.directive, directive: null, entries: [entry], last: entry, earlier, history: null };
    this.#held.set(entry.directive, held);
    this.#set(held, entry.kind === 'opened' ? openedState(entry) : null);
  }

  /** Most entries come in the order of the fold: then one step of it is enough. */
  #add(held: Held, entry: Entry): void {
    const { directive, entries, last, earlier } = held;
    const isNext = byMessageTime(last, entry) <= 0;
    if (!isNext) held.earlier = null;
    else if (earlier?.turn !== entry.turn) held.earlier = { turn: entry.turn, directive, count: entries.length, last };
    if (isNext && directive !== null) {
      const state = applyEntry(directive, entry);
      held.history?.push(entry, state);
      entries.push(entry);
      held.last = entry;
      this.#set(held, state);
      return;
    }
    const history = historyOf(held);
    entries.push(entry);
    if (isNext) held.last = entry;
    this.#set(held, history === null ? foldEntries(entries) : history.insert(entry));
  }

  /**
   * Forgets what nothing has been heard of since then, and which is neither due later nor comes again: no decision and no digest
   * asks for it any more, and memory must not grow with history. Of what comes again, old answers go.
   */
  retire(since: Instant): void {
    for (const held of this.#held.values()) {
      const { id, directive, entries, last } = held;
      if (last.at >= since || (directive !== null && isAwaited(directive, since))) {
        if (directive?.deadline?.recurrence != null) this.#dropAnswers(held, directive, since);
        continue;
      }
      this.#held.delete(id);
      this.#set(held, null);
      for (const { turn } of entries) this.#forgetIn(turn, (entry) => entry.directive === id);
    }
  }

  /** Answers to earlier occurrences of what comes again: without end they would be as many as days times people. */
  #dropAnswers(held: Held, directive: Directive, since: Instant): void {
    const isPast = (entry: Entry): boolean => entry.kind === 'answered' && entry.at < since && entry.directive === held.id;
    const turns = new Set(held.entries.filter(isPast).map(({ turn }) => turn));
    if (turns.size === 0) return;
    for (const turn of turns) this.#forgetIn(turn, isPast);
    held.entries = held.entries.filter((entry) => !isPast(entry));
    held.last = lastOf(held.entries) ?? held.last;
    held.earlier = null;
    held.history = null;
    this.#set(held, { ...directive, answers: directive.answers.filter(({ at }) => at >= since) });
  }

  #forgetIn(turn: string, isGone: (entry: Entry) => boolean): void {
    const rest = (this.#byTurn.get(turn) ?? []).filter((entry) => !isGone(entry));
    if (rest.length === 0) this.#byTurn.delete(turn);
    else this.#byTurn.set(turn, rest);
  }

  entriesOf(directive: string): readonly Entry[] {
    return this.#held.get(directive)?.entries ?? [];
  }

  entriesOfTurn(turn: string): readonly Entry[] {
    return this.#byTurn.get(turn) ?? [];
  }

  #set(held: Held, state: Directive | null): void {
    const before = held.directive;
    held.directive = state;
    if (state !== null) {
      this.directives.set(held.id, state);
      this.index(held, state, before);
    } else if (before !== null) {
      this.unindex(held, before);
      this.directives.delete(held.id);
    }
  }
}

function historyOf(held: Held): History | null {
  if (held.history === null && held.entries.length >= LONG_HISTORY) held.history = new History(held.entries);
  return held.history;
}

function lastOf(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (last, entry) => (last === undefined || byMessageTime(last, entry) <= 0 ? entry : last),
    undefined,
  );
}
