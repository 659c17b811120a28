/** What the merge decision learns from labelled pairs: which dimensions, and what is expected of them before any pair is seen. */
import {
  ALONE_DIMENSIONS,
  type AloneDimension,
  CHANGE_DIMENSIONS,
  type ChangeDimension,
  type ChoiceWeights,
  type Dimension,
  type MergeModel,
} from '../../../src/model/merge-weights.ts';
import { type FitSettings, fit } from './fit.ts';
import { type Choice, type ChoiceSettings, fitChoice } from './fit-choice.ts';
import type { ChangePair, Family, Pair, Pairs } from './pairs.ts';

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

/** What the contract says of changes; the corpus has few of some. */
const CHANGE: ChoiceSettings<ChangeDimension, AloneDimension> = {
  dimensions: CHANGE_DIMENSIONS,
  alone: ALONE_DIMENSIONS,
  expected: {
    otherPeople: -1,
    otherPlace: -1,
    otherPeriod: -1.5,
    sameForm: 1,
    otherForm: -1,
    oldDay: 5,
    otherDay: -3,
    otherTime: -1.5,
    wasDue: 3,
    retold: 2,
    rightWay: 0.5,
    wrongWay: -1.5,
    revived: 2,
    standsYet: -1.5,
    owed: 2,
    exclusive: 1,
    lessExclusive: -0.5,
    namedDay: 0.5,
    offStill: -1.5,
    otherHead: -1.5,
    unnamed: -1,
    series: 1.5,
    askedThen: 1.5,
    asker: 1,
    characters: 0.5,
    headCharacters: 1,
    namesAsked: 1.5,
    absent: -1,
    offAgain: 3,
    unsure: -1.5,
    comesAgain: 1.5,
  },
  pull: 20,
  pullAlone: 0.5,
  spread: 0.1,
};

/** The first look's part of the model. */
export function learn(pairs: readonly Pairs[]): MergeModel {
  const asks = pairs.flatMap((one) => one.asks);
  return {
    copy: learnFamily('copy', asks),
    told: learnFamily('told', asks),
    order: learnFamily('order', asks),
    change: learnTargets(pairs),
  };
}

export function learnTargets(pairs: readonly Pairs[]): ChoiceWeights {
  return fitChoice(choicesIn(pairs.flatMap(({ changes }) => changes)), CHANGE);
}

/** Each change with all that it could be about. */
function choicesIn(pairs: readonly ChangePair[]): readonly Choice[] {
  return [...Map.groupBy(pairs, ({ change }) => change).values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    return [
      {
        candidates: list.map(({ likeness, same }) => ({ values: CHANGE_DIMENSIONS.map((name) => likeness[name]), good: same })),
        alone: ALONE_DIMENSIONS.map((name) => first.alone[name]),
      },
    ];
  });
}

function learnFamily(family: Family, pairs: readonly Pair[]) {
  const settings = SETTINGS[family];
  const samples = pairs
    .filter((pair) => pair.family === family)
    .map(({ likeness, same }) => ({ values: settings.dimensions.map((name) => likeness[name]), good: same }));
  return fit(samples, settings);
}
