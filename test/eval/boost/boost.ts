/**
 * Gradient boosting of small decision trees for a yes or no, by histograms, each grown where it gains most. Deterministic: the parts of the
 * samples and of the signs that a tree learns from are drawn by a seed.
 */
import type { Trees } from '../../../src/model/trees.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import { binned } from './bins.ts';
import { grow, type Node, rounded } from './grow.ts';

export interface Sample {
  /** Of the signs, in their order. */
  readonly values: Float64Array;
  readonly good: boolean;
}

export interface BoostSettings {
  readonly trees: number;
  /** How much of what a tree would add is added. */
  readonly rate: number;
  readonly leaves: number;
  /** A leaf holds at least so many samples. */
  readonly leafSize: number;
  /** What leaves say is drawn to nothing as if by so much evidence. */
  readonly ridge: number;
  /** The part of the signs that a tree may ask for, and of the samples that it learns from. */
  readonly signShare: number;
  readonly sampleShare: number;
}

const SEED = 20_260_101;

export function boost(signs: readonly string[], samples: readonly Sample[], settings: BoostSettings): Trees {
  const columns = signs.map((_, sign) => binned(samples.map(({ values }) => values[sign] ?? 0)));
  const random = randomFrom(SEED);
  const bias = startOf(samples);
  const sums = new Float64Array(samples.length).fill(bias);
  const slopes = new Float64Array(samples.length);
  const curves = new Float64Array(samples.length);
  const trees: Node[] = [];
  for (let count = 0; count < settings.trees; count++) {
    for (const [place, { good }] of samples.entries()) {
      const chance = 1 / (1 + Math.exp(-(sums[place] ?? 0)));
      slopes[place] = chance - Number(good);
      curves[place] = chance * (1 - chance);
    }
    const rows = drawn(samples.length, settings.sampleShare, random);
    const asked = drawn(signs.length, settings.signShare, random);
    const tree = grow({ columns, rows, asked, slopes, curves, ...settings });
    for (const [place, { values }] of samples.entries()) sums[place] = (sums[place] ?? 0) + addedBy(tree, values);
    trees.push(tree);
  }
  return laidOut(signs, bias, trees);
}

function startOf(samples: readonly Sample[]): number {
  const good = samples.filter((one) => one.good).length;
  return rounded(Math.log((good + 1) / (samples.length - good + 1)));
}

function drawn(count: number, share: number, random: () => number): Int32Array {
  const places = Int32Array.from({ length: count }, (_, place) => place);
  shuffle(places, random);
  return places.subarray(0, Math.max(1, Math.round(count * share))).toSorted();
}

function addedBy(tree: Node, values: Float64Array): number {
  let node = tree;
  while (node.sign >= 0) node = ((values[node.sign] ?? 0) <= node.value ? node.atMost : node.above) as Node;
  return node.value;
}

/** Node behind node, what follows with at most the bound directly behind its own. */
function laidOut(signs: readonly string[], bias: number, trees: readonly Node[]): Trees {
  const [roots, sign, value, above]: [number[], number[], number[], number[]] = [[], [], [], []];
  const lay = (node: Node): number => {
    const place = sign.push(node.sign) - 1;
    value.push(node.value);
    above.push(-1);
    if (node.sign >= 0) {
      lay(node.atMost as Node);
      above[place] = lay(node.above as Node);
    }
    return place;
  };
  for (const tree of trees) roots.push(lay(tree));
  return { signs, bias, roots, sign, value, above };
}
