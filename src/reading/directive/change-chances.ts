/** What an update most likely does: learned from the words of labelled chats, with the word of the rules beside it. */
import shipped from '../../../data/model/changes.json' with { type: 'json' };
import { CHANGE_KINDS, type ChangeModel } from '../../model/change-model.ts';
import type { ChangeKind } from '../../model/reading.ts';
import { once } from '../once.ts';
import type { ChangeSigns } from './change-signs.ts';

export const SHIPPED_CHANGES: ChangeModel = shipped;

/** Of a text of many signs each says less; of the facts each says the same of whatever text. */
export const RUNS_SHARE = 3;
/** How much what the rules say counts; they were written for chats that are known. */
const RULES_SHARE = 0.5;

/**
 * What hides a task is done only on what is all but certain, where the rules don't say it too: a row of words like those of another
 * chat's end may be a report of one's own share.
 */
const SURE: Readonly<Partial<Record<ChangeKind, number>>> = { done: 0.8, cancel: 0.6 };

/** @param mayBe what the message can do at all: without a time it moves none */
export function likeliestChange(
  signs: ChangeSigns,
  byRules: ChangeKind,
  mayBe: (kind: ChangeKind) => boolean,
  model: ChangeModel,
): ChangeKind {
  const chances = chancesOf(signs, byRules, model);
  let [best, most] = [byRules, 0];
  for (const [index, kind] of CHANGE_KINDS.entries()) {
    const chance = chances[index] ?? 0;
    if (chance > most && mayBe(kind) && (kind === byRules || chance >= (SURE[kind] ?? 0))) [best, most] = [kind, chance];
  }
  return best;
}

export function chanceOfChange(signs: ChangeSigns, byRules: ChangeKind, kind: (typeof CHANGE_KINDS)[number], model: ChangeModel): number {
  return chancesOf(signs, byRules, model)[CHANGE_KINDS.indexOf(kind)] ?? 0;
}

function chancesOf(signs: ChangeSigns, byRules: ChangeKind, model: ChangeModel): readonly number[] {
  const scores = scoresOf(signs, model).map((score, index) => score + (CHANGE_KINDS[index] === byRules ? RULES_SHARE : 0));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

type Row = readonly number[];

/** A model's rows, by sign: looked up for each run of each text. */
const rowsOf = once(({ weights }: ChangeModel): ReadonlyMap<string, Row> => new Map(Object.entries(weights)));

/** In the order of the kinds. */
export function scoresOf({ runs, facts }: ChangeSigns, model: ChangeModel): readonly number[] {
  const rows = rowsOf(model);
  const known: Row[] = [];
  for (const run of runs) {
    const row = rows.get(run);
    if (row !== undefined) known.push(row);
  }
  const share = RUNS_SHARE / Math.sqrt(Math.max(1, known.length));
  const scores = [...model.bias];
  const add = (row: Row, by: number): void => {
    for (let kind = 0; kind < scores.length; kind++) scores[kind] = (scores[kind] ?? 0) + by * (row[kind] ?? 0);
  };
  for (const row of known) add(row, share);
  for (const fact of facts) add(rows.get(fact) ?? NO_ROW, 1);
  return scores;
}

const NO_ROW: Row = [];
