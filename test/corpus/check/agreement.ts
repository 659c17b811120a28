/** How far two labellings agree: the share of equal labels, and Cohen's κ, which takes off what chance alone would give. */
import { LABELS, type Label } from '../../../src/model/label.ts';
import type { Dispute, TwiceLabelled } from './disputes.ts';
import type { Row } from './read.ts';

export interface Pair {
  readonly first: Label;
  readonly second: Label;
}

export interface Agreement {
  readonly pairs: number;
  readonly equal: number;
  /** Null where chance alone would agree always. */
  readonly kappa: number | null;
}

export interface LabelAgreement {
  readonly label: Label;
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** κ of "this label or another one". */
  readonly kappa: number | null;
}

/** The labels as they were given: of a settled dispute, the first label stands in its row. */
export function pairsOf({ scenario, second }: TwiceLabelled, disputes: readonly Row<Dispute>[]): readonly Pair[] {
  const before = new Map(disputes.filter(({ value }) => value.scenario === scenario.name).map(({ value }) => [value.message, value.first]));
  return second.flatMap(({ value }) => {
    const first = before.get(value.id) ?? scenario.goldOf.get(value.id)?.label;
    return first === undefined ? [] : [{ first, second: value.label }];
  });
}

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const equal = pairs.filter(({ first, second }) => first === second).length;
  const chance = LABELS.reduce(
    (sum, label) => sum + share(pairs, ({ first }) => first === label) * share(pairs, ({ second }) => second === label),
    0,
  );
  return { pairs: pairs.length, equal, kappa: kappa(pairs.length === 0 ? 0 : equal / pairs.length, chance) };
}

/** The labels that either hand gave, in the format's order. */
export function agreementByLabel(pairs: readonly Pair[]): readonly LabelAgreement[] {
  return LABELS.map((label) => labelAgreement(label, pairs)).filter(({ first, second }) => first + second > 0);
}

function labelAgreement(label: Label, pairs: readonly Pair[]): LabelAgreement {
  const first = pairs.filter((pair) => pair.first === label).length;
  const second = pairs.filter((pair) => pair.second === label).length;
  const both = pairs.filter((pair) => pair.first === label && pair.second === label).length;
  const total = pairs.length;
  const observed = (total - first - second + 2 * both) / total;
  const chance = (first * second + (total - first) * (total - second)) / total ** 2;
  return { label, first, second, both, kappa: kappa(observed, chance) };
}

function kappa(observed: number, chance: number): number | null {
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}

function share(pairs: readonly Pair[], holds: (pair: Pair) => boolean): number {
  return pairs.length === 0 ? 0 : pairs.filter(holds).length / pairs.length;
}
