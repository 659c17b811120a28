/** The learned part of a merge decision: how likely two are one, by a logistic model over the dimensions of their likeness. */
import shipped from '../../data/model/merge.json' with { type: 'json' };
import { DIMENSIONS, type Dimension, type MergeModel, type MergeWeights } from '../model/merge-weights.ts';
import type { Likeness } from './likeness.ts';

export const SHIPPED_MERGE: MergeModel = shipped;

export function chanceOf(likeness: Likeness, { bias, weights }: MergeWeights): number {
  let sum = bias;
  for (const dimension of DIMENSIONS) sum += likeness[dimension] * (weights[dimension] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What spoke for and against, strongest first. */
export function signsOf(
  likeness: Likeness,
  { weights }: MergeWeights,
): readonly { readonly dimension: Dimension; readonly weight: number }[] {
  return DIMENSIONS.map((dimension) => ({ dimension, weight: likeness[dimension] * (weights[dimension] ?? 0) }))
    .filter(({ weight }) => Math.abs(weight) >= 0.2)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
