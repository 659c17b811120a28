/**
 * How likely what is told is a clue of misconduct. People hardly ever name it: they speak of money without a paper, of a name on a list, of what
 * they don't dare to say; how they do was learned from labelled chats (`npm run train:concerns`).
 */
import type { ClueModel } from '../../model/concern-model.ts';
import { once } from '../once.ts';
import { plainWords, runsIn } from '../text/runs.ts';

/** A few words tell too little. */
const LEAST_RUNS = 20;
const RUNS_SHARE = 3;

/** What each of so many known runs adds to the log odds, for its weight: of a text of many each says less. */
export function shareOf(runs: number): number {
  return RUNS_SHARE / Math.sqrt(Math.max(1, runs));
}

const weightsOf = once(({ weights }: ClueModel): ReadonlyMap<string, number> => new Map(Object.entries(weights)));

export function clueSigns(text: string): readonly string[] {
  return runsIn(plainWords(text));
}

/** @param text of a danger or a demand; 0 where it is too short to tell */
export function chanceOfClue(text: string, model: ClueModel): number {
  const weights = weightsOf(model);
  const known = clueSigns(text).flatMap((run) => weights.get(run) ?? []);
  if (known.length < LEAST_RUNS) return 0;
  const sum = known.reduce((all, one) => all + one, 0);
  return 1 / (1 + Math.exp(-model.bias - shareOf(known.length) * sum));
}
