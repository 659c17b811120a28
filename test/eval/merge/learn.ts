/** What the merge decision learns from labelled pairs: which dimensions, and what is expected of them before any pair is seen. */
import type { Dimension, MergeModel } from '../../../src/model/merge-weights.ts';
import { type FitSettings, fit } from './fit.ts';
import type { Family, Pair } from './pairs.ts';

const SETTINGS: Readonly<Record<Family, FitSettings>> = {
  copy: {
    dimensions: [
      ...(['text', 'object', 'otherObject', 'figures', 'recipient', 'otherRecipient', 'namesAsker', 'otherPlace', 'otherPeriod'] as const),
      ...(['otherForm', 'sameForm', 'sameClock', 'sameDeadline', 'sameDay', 'otherDeadline', 'sameIssuer', 'sameGroup'] as const),
      ...(['relayed', 'atOnce', 'fragment', 'sameKind', 'soon', 'days'] as const),
    ],
    // Another month, village, form, recipient or deadline: two. The corpus has few such pairs, the contract is plain.
    expected: { otherPeriod: -2, otherPlace: -1.5, otherDeadline: -1.5, otherRecipient: -1, otherForm: -0.5, relayed: 1, otherObject: -1 },
    pull: 2,
  },
  order: {
    dimensions: [
      ...(['share', 'oneDeadline', 'otherDeadline', 'namesAsker', 'sameGroup'] as const),
      ...(['withinHour', 'today', 'otherRecipient', 'otherPlace', 'days'] as const),
    ],
    expected: { otherPlace: -1.5 },
    pull: 1,
  },
};

export function learn(pairs: readonly Pair[]): MergeModel {
  return { copy: learnFamily('copy', pairs), order: learnFamily('order', pairs) };
}

function learnFamily(family: Family, pairs: readonly Pair[]) {
  const settings = SETTINGS[family];
  const samples = pairs
    .filter((pair) => pair.family === family)
    .map(({ likeness, same }) => ({ values: settings.dimensions.map((name: Dimension) => likeness[name]), good: same }));
  return fit(samples, settings);
}
