/** Grows one tree: the leaf that gains most by a question is asked next, until there are leaves enough or none gains. */
import type { Column } from './bins.ts';

export interface Node {
  /** -1: a leaf. */
  readonly sign: number;
  /** The bound of the sign; of a leaf what it adds. */
  readonly value: number;
  readonly atMost?: Node;
  readonly above?: Node;
}

export interface Ground {
  readonly columns: readonly Column[];
  /** Places of the samples and of the signs that may be used. */
  readonly rows: Int32Array;
  readonly asked: Int32Array;
  /** Of each sample the first and second derivative of its surprise. */
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  readonly leaves: number;
  readonly leafSize: number;
  readonly ridge: number;
  readonly rate: number;
}

interface Question {
  readonly gain: number;
  readonly sign: number;
  readonly bin: number;
}

/** A node while the tree grows. */
interface Growing {
  readonly rows: Int32Array;
  readonly slope: number;
  readonly curve: number;
  readonly best: Question | null;
  split?: { readonly atMost: Growing; readonly above: Growing };
}

const LEAST_GAIN = 1e-6;

export function grow(ground: Ground): Node {
  const root = growing(ground, ground.rows);
  const open = [root];
  for (let leaves = 1; leaves < ground.leaves; leaves++) {
    const next = open.reduce((best, one) => ((one.best?.gain ?? 0) > (best.best?.gain ?? 0) ? one : best));
    if (next.best === null) break;
    const split = splitBy(ground, next.rows, next.best);
    next.split = split;
    open.splice(open.indexOf(next), 1, split.atMost, split.above);
  }
  return nodeOf(ground, root);
}

function growing(ground: Ground, rows: Int32Array): Growing {
  let [slope, curve] = [0, 0];
  for (const row of rows) {
    slope += ground.slopes[row] as number;
    curve += ground.curves[row] as number;
  }
  return { rows, slope, curve, best: bestQuestion(ground, rows, slope, curve) };
}

function splitBy(ground: Ground, rows: Int32Array, { sign, bin }: Question): { readonly atMost: Growing; readonly above: Growing } {
  const bins = ground.columns[sign]?.bins ?? new Uint8Array();
  return {
    atMost: growing(
      ground,
      rows.filter((row) => (bins[row] as number) <= bin),
    ),
    above: growing(
      ground,
      rows.filter((row) => (bins[row] as number) > bin),
    ),
  };
}

function bestQuestion(ground: Ground, rows: Int32Array, slope: number, curve: number): Question | null {
  if (rows.length < 2 * ground.leafSize) return null;
  let best: Question | null = null;
  for (const sign of ground.asked) {
    const found = bestBound(ground, rows, sign, slope, curve);
    if (found !== null && found.gain > (best?.gain ?? LEAST_GAIN)) best = found;
  }
  return best;
}

/** Of one sign the bound that gains most. */
function bestBound({ columns, slopes, curves, leafSize, ridge }: Ground, rows: Int32Array, sign: number, slope: number, curve: number) {
  const column = columns[sign];
  const size = (column?.bounds.length ?? 0) + 1;
  if (column === undefined || size === 1) return null;
  const slopeIn = new Float64Array(size);
  const curveIn = new Float64Array(size);
  const countIn = new Int32Array(size);
  for (const row of rows) {
    const bin = column.bins[row] as number;
    slopeIn[bin] = (slopeIn[bin] as number) + (slopes[row] as number);
    curveIn[bin] = (curveIn[bin] as number) + (curves[row] as number);
    countIn[bin] = (countIn[bin] as number) + 1;
  }
  const whole = slope ** 2 / (curve + ridge);
  let found: Question | null = null;
  let [slopeBelow, curveBelow, below] = [0, 0, 0];
  for (let bin = 0; bin < size - 1; bin++) {
    slopeBelow += slopeIn[bin] as number;
    curveBelow += curveIn[bin] as number;
    below += countIn[bin] as number;
    if (below < leafSize || countIn[bin] === 0) continue;
    if (rows.length - below < leafSize) break;
    const gain = slopeBelow ** 2 / (curveBelow + ridge) + (slope - slopeBelow) ** 2 / (curve - curveBelow + ridge) - whole;
    if (gain > (found?.gain ?? LEAST_GAIN)) found = { gain, sign, bin };
  }
  return found;
}

function nodeOf(ground: Ground, { slope, curve, best, split }: Growing): Node {
  if (split === undefined || best === null) return { sign: -1, value: rounded((-ground.rate * slope) / (curve + ground.ridge)) };
  return {
    sign: best.sign,
    value: ground.columns[best.sign]?.bounds[best.bin] ?? 0,
    atMost: nodeOf(ground, split.atMost),
    above: nodeOf(ground, split.above),
  };
}

/** As short as a model keeps it. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
