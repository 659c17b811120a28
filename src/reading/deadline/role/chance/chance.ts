/** How likely a phrase is a deadline by what stands around it alone, learned from labelled sentences. */
import shipped from '../../../../../data/model/deadlines.json' with { type: 'json' };
import { MOST_SIGNS, signsOf } from './signs.ts';

export interface DeadlineWeights {
  readonly bias: number;
  /** One for each place that a sign may have. */
  readonly weights: Int8Array;
  /** What a step of a weight counts. */
  readonly step: number;
}

/** As it is in the file: the weights as bytes in base64. */
export interface DeadlineModel extends Pick<DeadlineWeights, 'bias' | 'step'> {
  readonly weights: string;
}

export const SHIPPED_WEIGHTS: DeadlineWeights = weightsIn(shipped);

export function weightsIn({ bias, step, weights }: DeadlineModel): DeadlineWeights {
  return { bias, step, weights: Int8Array.from(atob(weights), (byte) => byte.charCodeAt(0)) };
}

const signs = new Int32Array(MOST_SIGNS);

/** From 0 to 1. @param start and end of the phrase in the text */
export function chanceOfDeadline(text: string, start: number, end: number, weights: DeadlineWeights): number {
  return chanceBySigns(signs, signsOf(text, start, end, signs), weights);
}

/** @param count how many of the signs count */
export function chanceBySigns(signs: Int32Array, count: number, { bias, weights, step }: DeadlineWeights): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[signs[at] ?? 0] ?? 0;
  return 1 / (1 + Math.exp(-(bias + (sum * step) / Math.sqrt(count))));
}
