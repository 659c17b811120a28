/** A title out of clauses: those that together say most of the task and fit. */
import type { Clause } from './clauses.ts';
import { isIntroduction, isThreat } from './signs.ts';

export const MAX_TITLE = 26;
/** Clauses that stand further apart than this are about different things. */
const REACH = 3;
/** Each further clause must say about this much of the task for the room that it takes. */
const COST_OF_FURTHER = 0.12;

interface Choice {
  readonly words: string;
  readonly worth: number;
}

/** One clause, a row of neighbours, or two that stand near. */
export function tellingTitle(clauses: readonly Clause[], worthOf: (clause: Clause) => number): string {
  const told = clauses.filter((clause) => !isThreat(clause)).map((clause) => ({ words: clause.words, worth: worthOf(clause) }));
  let best: Choice = { words: '', worth: Number.NEGATIVE_INFINITY };
  for (const [index, first] of told.entries()) {
    for (const choice of beginningWith(first, told.slice(index + 1))) if (choice.worth > best.worth) best = choice;
  }
  return best.words;
}

function beginningWith(first: Choice, rest: readonly Choice[]): readonly Choice[] {
  const choices = [
    first,
    ...rest
      .slice(0, REACH)
      .map((other) => joined(first, other))
      .filter(fits),
  ];
  let row = first;
  for (const next of rest) {
    row = joined(row, next);
    if (!fits(row)) break;
    choices.push(row);
  }
  return choices;
}

function joined(one: Choice, other: Choice): Choice {
  return { words: `${one.words},${other.words}`, worth: one.worth + other.worth - COST_OF_FURTHER };
}

function fits({ words }: Choice): boolean {
  return [...words].length <= MAX_TITLE;
}

/** How it begins, as far as a title goes: where nothing is asked there is no clause that says what, and one out of the middle misleads. */
export function openingTitle(clauses: readonly Clause[]): string {
  const start = clauses.findIndex((clause) => !isIntroduction(clause));
  return clauses
    .slice(Math.max(0, start))
    .map(({ words }) => words)
    .join(',');
}
