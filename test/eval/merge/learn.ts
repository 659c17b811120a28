/** What the merge decision learns from labelled pairs: which dimensions, and what is expected of them before any pair is seen. */
import { CHANGE_DIMENSIONS, type ChangeDimension, type Dimension, type MergeModel } from '../../../src/model/merge-weights.ts';
import { type FitSettings, fit } from './fit.ts';
import type { Family, Pair, Pairs } from './pairs.ts';

const SETTINGS: Readonly<Record<Family, FitSettings<Dimension>>> = {
  copy: {
    dimensions: [
      ...([
        'text',
        'instant',
        'retoldDown',
        'crossed',
        'contained',
        'object',
        'agreed',
        'relayedWords',
        'otherObject',
        'nothing',
        'shareOfMost',
        'figures',
        'recipient',
        'otherRecipient',
        'namesAsker',
        'samePlace',
        'otherPlace',
        'otherPeriod',
      ] as const),
      ...(['otherForm', 'sameForm', 'sameClock', 'sameDeadline', 'sameDay', 'otherDeadline', 'sameIssuer', 'sameGroup'] as const),
      ...(['otherPeople', 'relayed', 'apart', 'atOnce', 'fragment', 'sameKind', 'soon', 'days'] as const),
      ...(['timeAndAsker', 'timeAndRelay', 'handedOn', 'passedDown', 'replied', 'listed'] as const),
    ],
    // Another month, village, form, recipient or deadline: two. The corpus has few such pairs, the contract is plain.
    expected: {
      // The same words are the same thing, though most copies that there are to learn from have few in common.
      contained: 5,
      object: 4,
      agreed: 3,
      figures: 2,
      retoldDown: 1.5,
      apart: -3,
      otherPeople: -2,
      otherPeriod: -2,
      otherPlace: -1.5,
      otherDeadline: -1.5,
      otherRecipient: -1,
      otherForm: -0.5,
      relayed: 1,
      replied: 1,
      otherObject: -1,
    },
    pull: 3,
    spread: 0.2,
  },
  told: {
    dimensions: [
      ...([
        'text',
        'contained',
        'object',
        'otherObject',
        'nothing',
        'shareOfMost',
        'figures',
        'namesAsker',
        'samePlace',
        'otherPlace',
      ] as const),
      ...(['sameClock', 'otherDeadline', 'sameIssuer', 'sameGroup', 'replied', 'withinHour', 'today', 'days'] as const),
    ],
    expected: { contained: 5, object: 4, otherPlace: -1.5, otherDeadline: -1.5, nothing: -2, otherObject: -1, replied: 2 },
    pull: 4,
    spread: 0.3,
  },
  order: {
    dimensions: [
      ...(['share', 'oneDeadline', 'otherDeadline', 'namesAsker', 'sameGroup'] as const),
      ...(['otherPeople', 'withinHour', 'today', 'otherRecipient', 'otherPlace', 'days'] as const),
      ...(['nothing', 'contained', 'object', 'replied', 'listed'] as const),
    ],
    expected: { otherPlace: -1.5, listed: -2, nothing: -1, replied: 2 },
    pull: 1,
  },
};

const CHANGE: FitSettings<ChangeDimension> = {
  dimensions: CHANGE_DIMENSIONS,
  expected: { otherPeople: -1, otherPlace: -1, oldDay: 5, otherDay: -3, wasDue: 3, retold: 2 },
  pull: 2,
};

export function learn(pairs: readonly Pairs[]): MergeModel {
  const asks = pairs.flatMap((one) => one.asks);
  const changes = pairs.flatMap((one) => one.changes);
  return {
    copy: learnFamily('copy', asks),
    told: learnFamily('told', asks),
    order: learnFamily('order', asks),
    change: fit(
      changes.map(({ likeness, same }) => ({ values: CHANGE.dimensions.map((name) => likeness[name]), good: same })),
      CHANGE,
    ),
  };
}

function learnFamily(family: Family, pairs: readonly Pair[]) {
  const settings = SETTINGS[family];
  const samples = pairs
    .filter((pair) => pair.family === family)
    .map(({ likeness, same }) => ({ values: settings.dimensions.map((name) => likeness[name]), good: same }));
  return fit(samples, settings);
}
