/**
 * The entries of a directive of which much was said, in the order of the fold, with the states on the way to the newest ones: what comes
 * in between, or goes again, near the end is folded from there and not from the beginning.
 */
import type { Directive } from '../model/directive.ts';
import { byMessageTime, type Entry } from './entry.ts';
import { applyEntry, foldEntries, openedState } from './fold.ts';

interface Mark {
  /** So many entries are in it. */
  readonly count: number;
  readonly state: Directive;
}

/** A state is kept each so many entries … */
const STEP = 16;
/** … and so many of them. */
const MARKS = 8;

/** Fewer entries are folded as fast. */
export const LONG_HISTORY = 2 * STEP;

export class History {
  #ordered: Entry[];
  #marks: Mark[] = [];

  constructor(entries: readonly Entry[]) {
    this.#ordered = entries.toSorted(byMessageTime);
  }

  /** The entry that the fold takes last. */
  get last(): Entry | undefined {
    return this.#ordered.at(-1);
  }

  /** The next entry, with the state that it leads to. */
  push(entry: Entry, state: Directive | null): void {
    this.#ordered.push(entry);
    this.#mark(this.#ordered.length, state);
  }

  /** An entry that stands anywhere. */
  insert(entry: Entry): Directive | null {
    const place = this.#ordered.findLastIndex((known) => byMessageTime(known, entry) <= 0) + 1;
    this.#ordered.splice(place, 0, entry);
    return this.#foldFrom(place);
  }

  remove(turn: string): Directive | null {
    const place = this.#ordered.findIndex((entry) => entry.turn === turn);
    this.#ordered = this.#ordered.filter((entry) => entry.turn !== turn);
    return this.#foldFrom(Math.max(0, place));
  }

  /** The last entries go, and nothing else. */
  cut(count: number): void {
    this.#ordered.length = count;
    this.#marks = this.#marks.filter((mark) => mark.count <= count);
  }

  /** All before a place stands as it stood. */
  #foldFrom(place: number): Directive | null {
    const ordered = this.#ordered;
    this.#marks = this.#marks.filter(({ count }) => count <= place);
    const [first] = ordered;
    // What is said before anything opens the directive is folded in after its opening: then there is no state on the way.
    if (first?.kind !== 'opened') return foldEntries(ordered);
    const mark = this.#marks.at(-1) ?? { count: 1, state: openedState(first) };
    let state = mark.state;
    for (const [index, entry] of ordered.slice(mark.count).entries()) {
      state = applyEntry(state, entry);
      this.#mark(mark.count + index + 1, state);
    }
    return state;
  }

  #mark(count: number, state: Directive | null): void {
    if (count % STEP !== 0 || state === null || this.#ordered[0]?.kind !== 'opened') return;
    this.#marks.push({ count, state });
    if (this.#marks.length > MARKS) this.#marks.shift();
  }
}
