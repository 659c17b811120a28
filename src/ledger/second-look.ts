/**
 * What the first look holds possible is weighed once more, by trees over the same likeness and what surrounds it: whom and how many both ask,
 * how far apart they are due, how near the next candidate is. Signs that say little each by itself decide together.
 */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { DIMENSIONS } from '../model/merge-weights.ts';
import { type Ask, ITEM_KINDS, isTask, type TurnReading } from '../model/reading.ts';
import { NEARNESS_SIGNS, type Nearness, nearnessAmong, type WordVectors } from '../model/word-vectors.ts';
import { asks } from './asked.ts';
import type { Judged } from './judged.ts';
import { type Likeness, lastOf } from './likeness.ts';
import { hoursBetween, POSSIBLE, share, statusSign } from './look-signs.ts';

const AROUND = [
  'odds',
  'needed',
  'margin',
  'rank',
  'next',
  'candidates',
  'askKind',
  'knownKind',
  'status',
  'askUnclear',
  'knownUnclear',
  'askGeneral',
  'knownGeneral',
  'askPeople',
  'knownPeople',
  'peopleInBoth',
  'ofAsked',
  'ofKnown',
  'ofAll',
  'askDated',
  'knownDated',
  'hoursBetween',
  'hoursOver',
  'hoursKnown',
  'hoursUnheard',
  'askTopics',
  'knownTopics',
  'askObject',
  'knownObject',
  'askLength',
  'listedWith',
  'evidence',
  'groups',
  'changes',
  'askComesAgain',
  'knownComesAgain',
  'condition',
  'voice',
  'asked',
  'reply',
] as const;
type Around = (typeof AROUND)[number];

export const MERGE_SIGNS: readonly string[] = [...DIMENSIONS, ...AROUND, ...NEARNESS_SIGNS];

export interface Possible {
  readonly judged: Judged;
  /** Of MERGE_SIGNS. */
  readonly signs: Float64Array;
}

/** @param judged all candidates, as they were judged at first sight */
export function possible(
  judged: readonly Judged[],
  ask: Ask,
  reading: TurnReading,
  at: Instant,
  vectors: WordVectors | undefined,
): readonly Possible[] {
  const best = Math.max(...judged.map(({ chance, needed }) => chance - needed));
  const texts = judged.map(({ likeness }) => likeness?.text ?? 0);
  const near = nearnessAmong(
    vectors,
    ask.topics,
    judged.map(({ directive }) => directive.topics),
  );
  return judged.flatMap((one, place) => {
    const { likeness, chance, needed } = one;
    if (likeness === null || (chance < POSSIBLE && chance < needed)) return [];
    const around = { ...aroundOf(ask, reading, one.directive, at), ...rivalry(one, likeness, texts, best) };
    const signs = Float64Array.from([
      ...DIMENSIONS.map((name) => likeness[name]),
      ...AROUND.map((name) => around[name]),
      ...NEARNESS_SIGNS.map((name) => (near[place] as Nearness)[name]),
    ]);
    return [{ judged: one, signs }];
  });
}

type Rivalry = 'odds' | 'needed' | 'margin' | 'rank' | 'next' | 'candidates';

function rivalry(
  { chance, needed }: Judged,
  { text }: Likeness,
  texts: readonly number[],
  best: number,
): Readonly<Record<Rivalry, number>> {
  return {
    odds: Math.log(Math.max(chance, 1 - SURE) / (1 - Math.min(chance, SURE))),
    needed,
    margin: chance - needed - best,
    rank: texts.filter((other) => other > text).length,
    next: Math.max(0, ...texts.filter((other) => other !== text)),
    candidates: texts.length,
  };
}

const SURE = 1 - 1e-6;

function aroundOf(
  { kind, audience, deadline, topics, object, condition, evidence, repliesTo }: Ask,
  { asks: all, sender }: TurnReading,
  known: Directive,
  at: Instant,
): Readonly<Record<Exclude<Around, Rivalry>, number>> {
  const ours = audience.unclear ? [] : audience.people;
  const theirs = known.audience.unclear ? [] : known.audience.people;
  const both = theirs.length === 0 ? 0 : ours.filter((person) => asks(known.audience, person)).length;
  const due = known.deadline?.at;
  return {
    askKind: ITEM_KINDS.indexOf(kind),
    knownKind: ITEM_KINDS.indexOf(known.kind),
    status: statusSign(known),
    askUnclear: Number(audience.unclear),
    knownUnclear: Number(known.audience.unclear),
    askGeneral: Number(audience.general === true),
    knownGeneral: Number(known.audience.general === true),
    askPeople: ours.length,
    knownPeople: theirs.length,
    peopleInBoth: both,
    ofAsked: share(both, ours.length),
    ofKnown: share(both, theirs.length),
    ofAll: share(both, ours.length + theirs.length - both),
    askDated: Number(deadline !== null),
    knownDated: Number(due !== undefined),
    hoursBetween: hoursBetween(due, deadline?.at),
    hoursOver: hoursBetween(due, at),
    hoursKnown: hoursBetween(known.openedAt, at),
    hoursUnheard: hoursBetween(lastOf(known.heard), at),
    askTopics: topics.length,
    knownTopics: known.topics.size,
    askObject: object.length,
    knownObject: known.object.length,
    askLength: evidence[0]?.quote?.length ?? 0,
    listedWith: all.filter((one) => one.evidence[0]?.id === evidence[0]?.id).length,
    evidence: known.evidence.length,
    groups: known.heard.size,
    changes: known.changes.length,
    askComesAgain: Number(deadline?.recurrence != null),
    knownComesAgain: Number(known.deadline?.recurrence != null),
    condition: Number(condition !== null),
    voice: Number(sender.person !== null && known.voices.includes(sender.person)),
    asked: Number(sender.person !== null && !known.audience.unclear && asks(known.audience, sender.person)),
    reply: Number(repliesTo !== undefined),
  };
}

/** What the first look kept apart, the second takes for one only where neither says that it is another, and something ties two tasks together. */
export function staysTwo(ask: Ask, one: Judged): boolean {
  return saysOther(one) || comesOtherwise(ask, one) || (isTask(ask.kind) && isTask(one.directive.kind) && !isTied(one.likeness));
}

/**
 * "今天下班前派人来领苗", behind "天天报数,四点半以前": what is due once and what comes again are one only where much of
 * the words is the same, one answers the other, or they fall together.
 */
function comesOtherwise({ deadline: ours }: Ask, { directive: { deadline: theirs }, likeness }: Judged): boolean {
  if (ours === null || theirs === null || (ours.recurrence === null) === (theirs.recurrence === null)) return false;
  return ours.at !== theirs.at && (likeness?.text ?? 0) < MUCH_IN_COMMON && likeness?.replied !== 1;
}

/** They are due at one time, say much in the same words, or one answers or goes on with the other. */
function isTied(likeness: Likeness | null): boolean {
  if (likeness === null) return false;
  const { sameClock, sameDeadline, instant, agreed, replied, atOnce, text } = likeness;
  return sameClock + sameDeadline + instant + agreed + replied + atOnce > 0 || text >= MUCH_IN_COMMON;
}

const MUCH_IN_COMMON = 0.5;

/** Look-alikes of another month, village, form, recipient or of other people stay two, whatever else is alike. */
function saysOther({ likeness, needed }: Judged): boolean {
  if (likeness === null || needed > 1) return true;
  const { apart, otherPeriod, otherPlace, otherForm, otherRecipient, otherPeople } = likeness;
  return apart + otherPeriod + otherPlace + otherForm + otherRecipient + otherPeople > 0;
}
