/**
 * A choice among several, or none of them, by a multinomial logistic model: weights of what tells one candidate from another, and of what tells
 * that none is meant. By Newton's steps, drawn towards what the contract says where cases are few. Deterministic.
 */
import type { MergeWeights } from '../../../src/model/merge-weights.ts';
import { solve } from './solve.ts';

export interface Choice {
  readonly candidates: readonly { readonly values: readonly number[]; readonly good: boolean }[];
  /** What speaks for none. */
  readonly alone: readonly number[];
}

export interface ChoiceSettings<Name extends string, Alone extends string> {
  readonly dimensions: readonly Name[];
  readonly alone: readonly Alone[];
  /** What a weight is taken for without evidence; 0 where nothing is said. */
  readonly expected: Readonly<Partial<Record<Name, number>>>;
  /** How strongly weights are drawn there. */
  readonly pull: number;
  readonly pullAlone: number;
  /** A dimension that varies less is held to vary so much. */
  readonly spread: number;
}

const STEPS = 40;
const SMALLEST_STEP = 1e-3;
const ENOUGH = 1e-6;

/** A case as it is fitted: a row for each candidate, the last one for none. */
interface Row {
  readonly x: Float64Array;
  readonly good: boolean;
}

export function fitChoice<Name extends string, Alone extends string>(
  choices: readonly Choice[],
  { dimensions, alone, expected, pull, pullAlone, spread }: ChoiceSettings<Name, Alone>,
): { readonly weights: Readonly<Partial<Record<Name, number>>>; readonly none: MergeWeights<Alone> } {
  const size = dimensions.length + alone.length + 1;
  const scales = dimensions.map((_, place) => Math.max(spread, deviationOf(choices, place)));
  const cases = choices.map((choice) => rowsOf(choice, scales, size));
  const centre = new Float64Array(size);
  const pulls = new Float64Array(size).fill(pullAlone);
  for (const [place, name] of dimensions.entries()) {
    centre[place] = (expected[name] ?? 0) * (scales[place] ?? 1);
    pulls[place] = pull;
  }
  const beta = newton(cases, centre, pulls);
  const named = <Key extends string>(names: readonly Key[], from: number, scale: (place: number) => number) =>
    Object.fromEntries(names.map((name, place) => [name, rounded((beta[from + place] ?? 0) / scale(place))])) as Record<Key, number>;
  return {
    weights: named(dimensions, 0, (place) => scales[place] ?? 1),
    none: { bias: rounded(beta[size - 1] ?? 0), weights: named(alone, dimensions.length, () => 1) },
  };
}

function deviationOf(choices: readonly Choice[], place: number): number {
  let [count, sum, squares] = [0, 0, 0];
  for (const { candidates } of choices) {
    for (const { values } of candidates) {
      const value = values[place] ?? 0;
      count++;
      sum += value;
      squares += value * value;
    }
  }
  return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function rowsOf({ candidates, alone }: Choice, scales: readonly number[], size: number): readonly Row[] {
  const rows: Row[] = candidates.map(({ values, good }) => {
    const x = new Float64Array(size);
    for (const [place, scale] of scales.entries()) x[place] = (values[place] ?? 0) / scale;
    return { x, good };
  });
  const x = new Float64Array(size);
  x.set(alone, scales.length);
  x[size - 1] = 1;
  rows.push({ x, good: !candidates.some(({ good }) => good) });
  return rows;
}

function newton(cases: readonly (readonly Row[])[], centre: Float64Array, pulls: Float64Array): Float64Array {
  let beta = Float64Array.from(centre);
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = derivatives(cases, beta, centre, pulls);
    const move = solve(
      curvature.map((line) => [...line]),
      [...gradient],
    );
    const before = lossOf(cases, beta, centre, pulls);
    const moved = (share: number) => beta.map((value, place) => value - share * (move[place] ?? 0));
    let share = 1;
    while (share > SMALLEST_STEP && lossOf(cases, moved(share), centre, pulls) > before) share /= 2;
    beta = moved(share);
    if (Math.max(...move.map(Math.abs)) * share < ENOUGH) break;
  }
  return beta;
}

/** The chance of each row of a case, and of the good ones together. */
function chancesIn(rows: readonly Row[], beta: Float64Array): { readonly each: readonly number[]; readonly good: number } {
  const scores = rows.map(({ x }) => dot(x, beta));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const each = odds.map((one) => one / all);
  return { each, good: each.reduce((sum, one, place) => (rows[place]?.good === true ? sum + one : sum), 0) };
}

function lossOf(cases: readonly (readonly Row[])[], beta: Float64Array, centre: Float64Array, pulls: Float64Array): number {
  const surprise = cases.reduce((sum, rows) => sum - Math.log(Math.max(1e-12, chancesIn(rows, beta).good)), 0);
  return beta.reduce((sum, value, place) => sum + ((pulls[place] ?? 0) / 2) * (value - (centre[place] ?? 0)) ** 2, surprise);
}

/** The curvature is that of a plain choice: where several are good it is never less. */
function derivatives(cases: readonly (readonly Row[])[], beta: Float64Array, centre: Float64Array, pulls: Float64Array) {
  const size = beta.length;
  const gradient = beta.map((value, place) => (pulls[place] ?? 0) * (value - (centre[place] ?? 0)));
  const curvature = Array.from({ length: size }, (_, place) => new Float64Array(size).fill(pulls[place] ?? 0, place, place + 1));
  const mean = new Float64Array(size);
  for (const rows of cases) {
    const { each, good } = chancesIn(rows, beta);
    mean.fill(0);
    for (const [at, { x, good: isGood }] of rows.entries()) {
      const chance = each[at] ?? 0;
      const slope = chance - (isGood ? chance / Math.max(1e-12, good) : 0);
      addTo(gradient, x, slope);
      addTo(mean, x, chance);
      addOuter(curvature, x, chance);
    }
    addOuter(curvature, mean, -1);
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) (curvature[i] as Float64Array)[j] = curvature[j]?.[i] ?? 0;
  return { gradient, curvature };
}

function addTo(sum: Float64Array, x: Float64Array, by: number): void {
  for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + by * (x[place] ?? 0);
}

/** The half above the diagonal; most values are 0. */
function addOuter(sum: readonly Float64Array[], x: Float64Array, by: number): void {
  for (let i = 0; i < x.length; i++) {
    const value = (x[i] ?? 0) * by;
    const line = sum[i];
    if (value === 0 || line === undefined) continue;
    for (let j = i; j < x.length; j++) line[j] = (line[j] ?? 0) + value * (x[j] ?? 0);
  }
}

function dot(x: Float64Array, beta: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < x.length; place++) sum += (x[place] ?? 0) * (beta[place] ?? 0);
  return sum;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
