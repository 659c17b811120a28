/** A title out of clauses: the one that tells most, and one more beside it where both fit. */
import type { Clause } from './clauses.ts';
import { isIntroduction, telling } from './signs.ts';

export const MAX_TITLE = 26;
/** Clauses that stand further apart than this are about different things. */
const REACH = 3;
/** A second clause must tell about this much for the room that it takes. */
const SECOND = 0.5;
const COST_OF_SECOND = 0.6;

interface Choice {
  readonly words: string;
  readonly score: number;
}

/** @param worth of a clause for the kind of item, beside what makes any clause telling */
export function tellingTitle(clauses: readonly Clause[], worth: (clause: Clause) => number = () => 0): string {
  const scored = clauses.map((clause) => ({ words: clause.words, score: telling(clause) + worth(clause) }));
  let best: Choice = { words: '', score: Number.NEGATIVE_INFINITY };
  for (const [index, one] of scored.entries()) {
    if (one.score > best.score) best = one;
    for (let next = index + 1; next <= index + REACH; next++) {
      const other = scored[next];
      if (other === undefined) break;
      const score = scoreTogether(one.score, other.score);
      if (score <= best.score) continue;
      const words = `${one.words},${other.words}`;
      if ([...words].length <= MAX_TITLE) best = { words, score };
    }
  }
  return best.words;
}

/** Each further clause of a story must tell about this much. */
const COST_OF_FURTHER = 0.2;

/** A title out of clauses that stand side by side: where a thing is told and not asked, what is, and where, is seldom said in one of them. */
export function storyTitle(clauses: readonly Clause[], worth: (clause: Clause) => number): string {
  const scores = clauses.map((clause) => telling(clause) + worth(clause));
  let best: Choice = { words: '', score: Number.NEGATIVE_INFINITY };
  const start = Math.max(
    0,
    clauses.findIndex((clause) => !isIntroduction(clause)),
  );
  for (let from = start; from < clauses.length; from++) {
    let words = clauses[from]?.words ?? '';
    let [top, sum] = [scores[from] ?? 0, scores[from] ?? 0];
    for (let to = from; to < clauses.length; to++) {
      if (to > from) {
        words = `${words},${clauses[to]?.words ?? ''}`;
        top = Math.max(top, scores[to] ?? 0);
        sum += scores[to] ?? 0;
        if ([...words].length > MAX_TITLE) break;
      }
      const score = top + SECOND * (sum - top) - COST_OF_FURTHER * (to - from);
      if (score > best.score) best = { words, score };
    }
  }
  return best.words;
}

/** How it begins, as far as a title goes: where nothing is asked there is no clause that says what, and one out of the middle misleads. */
export function openingTitle(clauses: readonly Clause[]): string {
  const start = clauses.findIndex((clause) => !isIntroduction(clause));
  return clauses
    .slice(Math.max(0, start))
    .map(({ words }) => words)
    .join(',');
}

function scoreTogether(a: number, b: number): number {
  return Math.max(a, b) + SECOND * Math.min(a, b) - COST_OF_SECOND;
}
