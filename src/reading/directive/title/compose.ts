/** A title out of clauses: the one that tells most, and one more beside it where both fit. */
import type { Clause } from './clauses.ts';
import { telling } from './signs.ts';

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
    for (const next of scored.slice(index + 1, index + 1 + REACH)) {
      const both = joined(one, next);
      if ([...both.words].length <= MAX_TITLE && both.score > best.score) best = both;
    }
  }
  return best.words;
}

function joined(a: Choice, b: Choice): Choice {
  return { words: `${a.words},${b.words}`, score: Math.max(a.score, b.score) + SECOND * Math.min(a.score, b.score) - COST_OF_SECOND };
}
