/** Temperature: how much to flatten the scores so that a chance of 0.9 is right nine times in ten, fitted on chats that were not trained on. */
import { LABELS } from '../../../model/label.ts';
import type { HeldOut } from './held-out.ts';

const LOWEST = 0.5;
const HIGHEST = 3;
const STEP = 0.05;
const NEVER_ZERO = 1e-12;

/** @param heldOut chances at temperature 1 */
export function fitTemperature(heldOut: readonly HeldOut[]): number {
  const logs = Float64Array.from(heldOut.flatMap(({ chances }) => [...chances].map((chance) => Math.log(Math.max(chance, NEVER_ZERO)))));
  const truths = Int32Array.from(heldOut, ({ label }) => LABELS.indexOf(label));
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; LOWEST + step * STEP <= HIGHEST + STEP / 2; step++) {
    const temperature = Math.round((LOWEST + step * STEP) * 100) / 100;
    const loss = lossAt(logs, truths, temperature);
    if (loss >= least) continue;
    least = loss;
    best = temperature;
  }
  return best;
}

/** The chances as another temperature makes them. */
export function tempered(chances: Float64Array, temperature: number): Float64Array {
  const powers = chances.map((chance) => Math.max(chance, NEVER_ZERO) ** (1 / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** @param logs of the chances, a message after the other */
function lossAt(logs: Float64Array, truths: Int32Array, temperature: number): number {
  let loss = 0;
  for (let place = 0; place < truths.length; place++) {
    const start = place * LABELS.length;
    let sum = 0;
    for (let label = 0; label < LABELS.length; label++) sum += Math.exp((logs[start + label] ?? 0) / temperature);
    const chance = Math.exp((logs[start + (truths[place] ?? 0)] ?? 0) / temperature) / sum;
    loss -= Math.log(Math.max(chance, NEVER_ZERO));
  }
  return loss;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** What the program said on average. */
  readonly said: number;
  /** How often it was so. */
  readonly was: number;
}

const EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1];

/** @param told the confidence of each verdict, and whether it was right */
export function reliability(told: readonly { readonly confidence: number; readonly right: boolean }[]): readonly ReliabilityBin[] {
  return EDGES.slice(1).map((to, index) => {
    const from = EDGES[index] ?? 0;
    const inside = told.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const mean = (value: (one: (typeof told)[number]) => number): number =>
      inside.length === 0 ? 0 : inside.reduce((sum, one) => sum + value(one), 0) / inside.length;
    return { from, to, count: inside.length, said: mean((one) => one.confidence), was: mean((one) => (one.right ? 1 : 0)) };
  });
}
