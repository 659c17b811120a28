/** Logistic regression by Newton's steps, drawn towards what the contract says where pairs are few. Deterministic. */
import type { MergeWeights } from '../../../src/model/merge-weights.ts';
import { solve } from './solve.ts';

export interface Sample {
  readonly values: readonly number[];
  readonly good: boolean;
}

export interface FitSettings<Name extends string> {
  readonly dimensions: readonly Name[];
  /** What a weight is taken for without evidence; 0 where nothing is said. */
  readonly expected: Readonly<Partial<Record<Name, number>>>;
  /** How strongly weights are drawn there. */
  readonly pull: number;
  /** A dimension that varies less is held to vary so much: what is seldom anything else than 0 must not get a weight from its few pairs. */
  readonly spread?: number;
}

const STEPS = 60;
const NO_SPREAD = 1e-9;
const BIAS_START = -3;
const SMALLEST_STEP = 1e-4;

export function fit<Name extends string>(
  samples: readonly Sample[],
  { dimensions, expected, pull, spread = NO_SPREAD }: FitSettings<Name>,
): MergeWeights<Name> {
  const scales = dimensions.map((_, index) =>
    spreadOf(
      samples.map(({ values }) => values[index] ?? 0),
      spread,
    ),
  );
  const centre = [...dimensions.map((name, index) => (expected[name] ?? 0) * (scales[index]?.deviation ?? 1)), 0];
  const rows = samples.map(({ values, good }) => ({
    x: [...values.map((value, index) => (value - (scales[index]?.mean ?? 0)) / (scales[index]?.deviation ?? 1)), 1],
    y: Number(good),
  }));
  let beta = [...centre.slice(0, -1), BIAS_START];
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = derivatives(rows, beta, centre, pull);
    const move = solve(curvature, gradient);
    const before = lossOf(rows, beta, centre, pull);
    let share = 1;
    const moved = () => beta.map((value, index) => value - share * (move[index] ?? 0));
    while (share > SMALLEST_STEP && lossOf(rows, moved(), centre, pull) > before) share /= 2;
    beta = moved();
    if (Math.max(...move.map(Math.abs)) * share < 1e-7) break;
  }
  const plain = dimensions.map((_, index) => (beta[index] ?? 0) / (scales[index]?.deviation ?? 1));
  const shift = plain.reduce((sum, weight, index) => sum + weight * (scales[index]?.mean ?? 0), 0);
  return {
    bias: rounded((beta.at(-1) ?? 0) - shift),
    weights: Object.fromEntries(dimensions.map((name, index) => [name, rounded(plain[index] ?? 0)])) as Record<Name, number>,
  };
}

function spreadOf(values: readonly number[], least: number): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.max(least, Math.sqrt(variance)) };
}

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

/** What the fit makes small: surprise at the labels, and distance from what was expected. */
function lossOf(rows: readonly Row[], beta: readonly number[], centre: readonly number[], pull: number): number {
  const surprise = rows.reduce((sum, { x, y }) => sum + softPlus(y === 1 ? -dot(x, beta) : dot(x, beta)), 0);
  const drawn = beta.slice(0, -1).reduce((sum, value, index) => sum + (value - (centre[index] ?? 0)) ** 2, 0);
  return surprise + (pull / 2) * drawn;
}

function softPlus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function derivatives(rows: readonly Row[], beta: readonly number[], centre: readonly number[], pull: number) {
  const size = beta.length;
  const isBias = (index: number) => index === size - 1;
  const gradient = beta.map((value, index) => (isBias(index) ? 0 : pull * (value - (centre[index] ?? 0))));
  const curvature = beta.map((_, i) => beta.map((__, j) => (i === j ? (isBias(i) ? 1e-6 : pull) : 0)));
  for (const { x, y } of rows) {
    const chance = 1 / (1 + Math.exp(-dot(x, beta)));
    for (let i = 0; i < size; i++) {
      gradient[i] = (gradient[i] ?? 0) + (chance - y) * (x[i] ?? 0);
      const line = curvature[i];
      if (line === undefined) continue;
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + chance * (1 - chance) * (x[i] ?? 0) * (x[j] ?? 0);
    }
  }
  return { gradient, curvature };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
