/**
 * The entries of a directive of which much was said, in the order of the fold: what comes in between, or goes again, is folded from near
 * there and not from the beginning. Answers stand beside the rest: they change nothing but the list of answers.
 */
import type { Directive } from '../model/directive.ts';
import { type Answered, byMessageTime, type Entry } from './entry.ts';
import { answerOf, applyEntry, foldEntries, openedState } from './fold.ts';

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
  /** All but the answers. */
  #steps: Entry[];
  #answered: Answered[];
  /** As it stands without its answers. */
  #base: Directive | null;
  #marks: Mark[] = [];

  constructor(entries: readonly Entry[]) {
    const ordered = entries.toSorted(byMessageTime);
    this.#steps = ordered.filter((entry) => entry.kind !== 'answered');
    this.#answered = ordered.filter((entry) => entry.kind === 'answered');
    this.#base = this.#foldFrom(0);
  }

  /** The entry that the fold takes last. */
  get last(): Entry | undefined {
    const [step, answer] = [this.#steps.at(-1), this.#answered.at(-1)];
    if (step === undefined || answer === undefined) return step ?? answer;
    return byMessageTime(step, answer) <= 0 ? answer : step;
  }

  /** The next entry, with the state that it leads to. */
  push(entry: Entry, state: Directive): void {
    if (entry.kind === 'answered') {
      this.#answered.push(entry);
      return;
    }
    this.#steps.push(entry);
    this.#base = withoutAnswers(state);
    this.#mark(this.#steps.length, this.#base);
  }

  /** An entry that stands anywhere. */
  insert(entry: Entry): Directive | null {
    if (entry.kind === 'answered') put(this.#answered, entry);
    else this.#base = this.#foldFrom(put(this.#steps, entry));
    return this.#state();
  }

  remove(turn: string): Directive | null {
    const place = this.#drop(turn);
    if (place >= 0) this.#base = this.#foldFrom(place);
    return this.#state();
  }

  /** A turn whose entries are the last ones goes; how it stood before is known. */
  cut(turn: string, state: Directive | null): void {
    const place = this.#drop(turn);
    if (place < 0) return;
    this.#base = state === null ? null : withoutAnswers(state);
    this.#marks = this.#marks.filter(({ count }) => count <= place);
  }

  /** Where its first step stood; below 0 where it had none. */
  #drop(turn: string): number {
    const place = this.#steps.findIndex((entry) => entry.turn === turn);
    if (place >= 0) this.#steps = this.#steps.filter((entry) => entry.turn !== turn);
    this.#answered = this.#answered.filter((entry) => entry.turn !== turn);
    return place;
  }

  #state(): Directive | null {
    return this.#base === null ? null : { ...this.#base, answers: this.#answered.map(answerOf) };
  }

  /** All before a place stands as it stood. */
  #foldFrom(place: number): Directive | null {
    const steps = this.#steps;
    this.#marks = this.#marks.filter(({ count }) => count <= place);
    const [first] = steps;
    // What is said before anything opens the directive is folded in after its opening: then there is no state on the way.
    if (first?.kind !== 'opened') return foldEntries(steps);
    const mark = this.#marks.at(-1) ?? { count: 1, state: openedState(first) };
    let state = mark.state;
    for (const [index, entry] of steps.slice(mark.count).entries()) {
      state = applyEntry(state, entry);
      this.#mark(mark.count + index + 1, state);
    }
    return state;
  }

  #mark(count: number, state: Directive): void {
    if (count % STEP !== 0 || this.#steps[0]?.kind !== 'opened') return;
    this.#marks.push({ count, state });
    if (this.#marks.length > MARKS) this.#marks.shift();
  }
}

function withoutAnswers(state: Directive): Directive {
  return { ...state, answers: [] };
}

/** Puts an entry in its place, and tells it. */
function put<One extends Entry>(ordered: One[], entry: One): number {
  const place = ordered.findLastIndex((known) => byMessageTime(known, entry) <= 0) + 1;
  ordered.splice(place, 0, entry);
  return place;
}
