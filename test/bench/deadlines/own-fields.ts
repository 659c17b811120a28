/** What only our engine says, beyond day and instant: recurrence, anchor, urgency, precision. */
import type { Deadline, TimesReading } from '../../../src/model/deadline.ts';
import type { GoldDeadline, Sentence } from '../../corpus/sentences.ts';
import { readOurs } from './ours.ts';
import { type Share, shareOf } from './score.ts';

export const FIELDS = ['recurrence', 'anchor', 'urgency', 'every field'] as const;
export type OwnScore = Readonly<Record<(typeof FIELDS)[number], Share>>;

/** Sentences in which the corpus or the engine has such a value; right where both have the same on the same days. */
export function ownScoreOf(sentences: readonly Sentence[]): OwnScore {
  const pairs = sentences.map((sentence) => [sentence, readOurs(sentence.text, Date.parse(sentence.sentAt))] as const);
  return {
    recurrence: fieldShare(pairs, 'recurrence'),
    anchor: fieldShare(pairs, 'anchor'),
    urgency: shareOf(pairs.filter(([{ urgency }, ours]) => urgency !== 'none' || ours.urgency !== 'none').map(sameUrgency)),
    'every field': shareOf(pairs.map((pair) => sameUrgency(pair) && sameFields(pair))),
  };
}

type Pair = readonly [sentence: Sentence, ours: TimesReading];

function sameUrgency([sentence, ours]: Pair): boolean {
  return sentence.urgency === ours.urgency;
}

function fieldShare(pairs: readonly Pair[], field: 'recurrence' | 'anchor'): Share {
  const both = pairs.map(([{ deadlines }, ours]) => ({
    gold: deadlines.filter((one) => one[field] !== null),
    found: ours.deadlines.filter((one) => one[field] !== null),
  }));
  const isAlike = (gold: GoldDeadline, found: Deadline): boolean => gold[field] === found[field] && isSameDay(gold, found);
  const cases = both.filter(({ gold, found }) => gold.length > 0 || found.length > 0);
  return shareOf(cases.map(({ gold, found }) => isPaired(gold, found, isAlike)));
}

function sameFields([{ deadlines }, ours]: Pair): boolean {
  return isPaired(deadlines, ours.deadlines, (gold, found) => {
    const isSameInstant = gold.at === null ? found.basis === 'assumed' : found.at === Date.parse(gold.at);
    const isSameKind = found.precision === gold.precision && found.recurrence === gold.recurrence && found.anchor === gold.anchor;
    return isSameDay(gold, found) && isSameInstant && isSameKind;
  });
}

function isSameDay(gold: GoldDeadline, found: Deadline): boolean {
  return found.day === gold.day || gold.alt_days?.includes(found.day) === true;
}

/** Every deadline of the corpus has one of its own in the reading, and none is left over. */
function isPaired(
  gold: readonly GoldDeadline[],
  found: readonly Deadline[],
  isAlike: (gold: GoldDeadline, found: Deadline) => boolean,
): boolean {
  const left = [...found];
  for (const one of gold) {
    const index = left.findIndex((each) => isAlike(one, each));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0;
}
