/** The learned part of the ledger's decisions: how likely two belong together, by a logistic model over the dimensions of their likeness. */
import joins from '../../data/model/joins.json' with { type: 'json' };
import copies from '../../data/model/merge.json' with { type: 'json' };
import again from '../../data/model/merge-again.json' with { type: 'json' };
import vectors from '../../data/model/said-vectors.json' with { type: 'json' };
import targets from '../../data/model/targets.json' with { type: 'json' };
import changeAgain from '../../data/model/targets-again.json' with { type: 'json' };
import type { MergeModel, MergeWeights } from '../model/merge-weights.ts';

export const SHIPPED_MERGE: MergeModel = { ...copies, again, change: targets, changeAgain, joins, vectors };

export function chanceOf<Name extends string>(likeness: Readonly<Record<Name, number>>, { bias, weights }: MergeWeights<Name>): number {
  let sum = bias;
  for (const name in weights) sum += likeness[name] * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
