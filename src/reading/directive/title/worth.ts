/** How much of the task a clause says, 0 to about 1: learned from the actions that people wrote for the tasks of labelled chats. */
import shipped from '../../../../data/model/titles.json' with { type: 'json' };
import type { ItemKind } from '../../../model/reading.ts';
import type { TitleModel } from '../../../model/title-model.ts';
import { once } from '../../once.ts';
import type { Clause } from './clauses.ts';
import { type ClauseSigns, signsOf } from './signs.ts';

export const SHIPPED_TITLES: TitleModel = shipped;

export function worthOf(clause: Clause, kind: ItemKind, count: number, model: TitleModel): number {
  return worthBy(signsOf(clause, kind, count), model);
}

/** Of many runs each says less; of the facts each says the same of whatever clause. */
function worthBy({ facts, runs }: ClauseSigns, model: TitleModel): number {
  const weights = weightsOf(model);
  let worth = model.bias;
  for (const fact of facts) worth += weights.get(fact) ?? 0;
  let [sum, known] = [0, 0];
  for (const run of runs) {
    const weight = weights.get(run);
    if (weight === undefined) continue;
    sum += weight;
    known++;
  }
  return worth + sum / Math.sqrt(Math.max(1, known));
}

const weightsOf = once(({ weights }: TitleModel): ReadonlyMap<string, number> => new Map(Object.entries(weights)));
