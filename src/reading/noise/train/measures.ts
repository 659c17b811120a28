/** How good decisions are, by the measures that the filter is judged by. */
import { type Label, MUST_KEEP, NOISE, SHOULD_KEEP } from '../../../model/label.ts';

export interface Decided {
  readonly gold: Label;
  readonly label: Label;
  readonly keep: boolean;
  readonly unsure: boolean;
}

/** How many of how many. */
export interface Part {
  readonly good: number;
  readonly total: number;
}

export interface Measures {
  readonly directives: Part;
  readonly must: Part;
  readonly should: Part;
  readonly noise: Part;
  readonly right: Part;
  readonly unsure: Part;
}

export function measuresOf(decided: readonly Decided[]): Measures {
  return {
    directives: part(
      decided.filter(({ gold }) => gold === 'directive'),
      (one) => one.keep,
    ),
    must: part(
      decided.filter(({ gold }) => MUST_KEEP.has(gold)),
      (one) => one.keep,
    ),
    should: part(
      decided.filter(({ gold }) => SHOULD_KEEP.has(gold)),
      (one) => one.keep,
    ),
    noise: part(
      decided.filter(({ gold }) => NOISE.has(gold)),
      (one) => !one.keep,
    ),
    right: part(decided, isRight),
    unsure: part(decided, (one) => one.unsure),
  };
}

/** Of the messages of both. */
export function together(a: Measures, b: Measures): Measures {
  const sum = (key: keyof Measures): Part => ({ good: a[key].good + b[key].good, total: a[key].total + b[key].total });
  return {
    directives: sum('directives'),
    must: sum('must'),
    should: sum('should'),
    noise: sum('noise'),
    right: sum('right'),
    unsure: sum('unsure'),
  };
}

/** Kinds of noise count as one. */
export function isRight({ gold, label }: Pick<Decided, 'gold' | 'label'>): boolean {
  return gold === label || (NOISE.has(gold) && NOISE.has(label));
}

export function shareOf({ good, total }: Part): number {
  return total === 0 ? 1 : good / total;
}

function part(list: readonly Decided[], good: (one: Decided) => boolean): Part {
  return { good: list.filter(good).length, total: list.length };
}
