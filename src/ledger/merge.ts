/**
 * Is an ask a copy of something known? What must never be one is kept apart by rule (people who have nothing in common, what is long
 * closed); for the rest a small model weighs all dimensions of their likeness, learned from labelled pairs (`npm run train:merge`).
 */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey, type MessageKey, messageKey } from '../model/message.ts';
import { type Ask, isTask, isTold, type TurnReading } from '../model/reading.ts';
import { chanceByTrees } from '../model/trees.ts';
import { asks } from './asked.ts';
import type { Judged } from './judged.ts';
import {
  type ApartFor,
  type Compared,
  comparedWith,
  type Likeness,
  lastOf,
  likenessOf,
  meansOthers,
  pointsAt,
  repliesTo,
  saysSameClock,
} from './likeness.ts';
import { copyAtLeast, DANGER_AT_LEAST, orderAtLeast } from './merge-needs.ts';
import { chanceOf } from './merge-score.ts';
import { sayLikeness } from './merge-words.ts';
import { restatedDeadline } from './restated.ts';
import { type Possible, possible } from './second-look.ts';
import type { LedgerState } from './state.ts';
import { haveOtherCodes } from './work-order.ts';

export interface Merge {
  readonly directive: Directive;
  /** As what it is another telling of that. */
  readonly ask: Ask;
  /** Why the two are one, for `explain`. */
  readonly why: string;
}

export interface MergeDecision {
  readonly merge: Merge | null;
  /** Near, but not the same. */
  readonly similar: readonly string[];
}

const CANDIDATES = 12;
/** At second sight the two are one. */
const AGAIN_AT_LEAST = 0.8;
const MAX_AGE = 45 * DAY;
/** Notices and what can't be read are one only where they say the same. */
const VERBATIM = 0.5;
/** Taken back and sent again in other words. */
const CORRECTED = 0.2;
/** Its title names another thing. */
const CORRECTED_ELSE = 0.4;
const CORRECTED_WITHIN = 2 * HOUR;
/** One of the two was judged to be of another kind. */
const MISJUDGED_AT_LEAST = 0.8;
/** Of all words of both. */
const IN_COMMON = 0.1;
const DONE_FOR = 12 * HOUR;
const SIMILAR_AT_LEAST = 0.08;

export function decideMerge(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): MergeDecision {
  const retold = retoldTask(state, reading, ask, at);
  if (retold !== null) return { merge: retold, similar: [] };
  // What a rule keeps apart is neither the same nor near.
  const judged = likeliestFirst(compare(state, reading, ask, sorted(state, reading, ask, at).open, at));
  const [likeliest] = judged;
  const best = likeliest !== undefined && likeliest.chance >= likeliest.needed ? likeliest : judged.find((one) => addsTo(ask, one));
  const merge = best === undefined ? null : { directive: best.directive, ask, why: whyOf(best) };
  const similar = judged
    .filter((one) => one !== best)
    .filter((one) => one.chance >= SIMILAR_AT_LEAST && isTask(one.directive.kind) && isTask(ask.kind))
    .map((one) => one.directive.id);
  return { merge, similar: similar.slice(0, 3) };
}

/**
 * "户口本那事,毕业证在学校的先拿打印的那张": to nobody in particular and by no other time, of what its sender has asked some of this group for
 * and of nothing else: one more word on that.
 */
function addsTo({ audience }: Ask, { directive, likeness }: Judged): boolean {
  if (likeness === null || directive.status !== 'open' || directive.audience.unclear) return false;
  if (!audience.unclear || directive.audience.people.length >= audience.people.length) return false;
  const { sameIssuer, sameGroup, shareOfMost, text, otherDeadline } = likeness;
  return isTask(directive.kind) && sameIssuer + sameGroup + shareOfMost === 3 && text >= SAYS_ENOUGH && otherDeadline === 0;
}

const SAYS_ENOUGH = 0.35;

/** "明天9点三楼开防火会,葛场长别落下" was taken for something to know: where much speaks for it, it tells a known task to more people. */
function retoldTask(state: LedgerState, reading: TurnReading, { asTask: ask }: Ask, at: Instant): Merge | null {
  if (ask === undefined) return null;
  const tasks = sorted(state, reading, ask, at).open.filter(({ kind, status }) => isTask(kind) && status === 'open');
  const best = likeliestFirst(compare(state, reading, ask, tasks, at))[0];
  if (best === undefined || best.chance < Math.max(best.needed, MISJUDGED_AT_LEAST)) return null;
  return { directive: best.directive, ask, why: whyOf(best) };
}

/** Every known directive that could be meant, the likeliest first. */
export function judgeCandidates(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Judged[] {
  const { open, apart } = sorted(state, reading, ask, at);
  return likeliestFirst([...apart, ...compare(state, reading, ask, open, at)]);
}

/** The candidates that are to be compared, and those that a rule keeps apart. */
function sorted(
  state: LedgerState,
  reading: TurnReading,
  ask: Ask,
  at: Instant,
): { readonly open: readonly Directive[]; readonly apart: readonly Judged[] } {
  const open: Directive[] = [];
  const apart: Judged[] = [];
  for (const directive of candidates(state, reading, ask, at)) {
    const rule = apartFor(ask, reading, directive, at);
    if (rule === null) open.push(directive);
    else apart.push({ directive, ...APART, likeness: null, apart: rule });
  }
  return { open, apart };
}

function compare(state: LedgerState, reading: TurnReading, ask: Ask, pool: readonly Directive[], at: Instant): readonly Judged[] {
  const judged = comparedWith(ask, pool, state).map((one) => judge(state, reading, ask, one, at));
  const { again } = state.merging;
  if (isMessageKind(ask.kind) || again === undefined) return judged;
  const looked = new Map(possible(judged, ask, reading, at).map(({ judged: one, signs }) => [one, chanceByTrees(again, signs)]));
  return judged.map((one) => {
    const chance = looked.get(one);
    return chance === undefined || (one.chance < one.needed && staysTwo(ask, one)) ? one : { ...one, chance, needed: AGAIN_AT_LEAST };
  });
}

/** What the first look kept apart, the second takes for one only where neither says that it is another, and something ties two tasks together. */
function staysTwo(ask: Ask, one: Judged): boolean {
  return saysOther(one) || (isTask(ask.kind) && isTask(one.directive.kind) && !isTied(one.likeness));
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

/** For training: what is possible at first sight, with its signs. */
export function possibleAtFirst(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Possible[] {
  if (isMessageKind(ask.kind)) return [];
  const judged = comparedWith(ask, sorted(state, reading, ask, at).open, state).map((one) => judge(state, reading, ask, one, at));
  return possible(judged, ask, reading, at);
}

function likeliestFirst(judged: readonly Judged[]): readonly Judged[] {
  return judged.toSorted((a, b) => b.chance - b.needed - (a.chance - a.needed) || (a.directive.id < b.directive.id ? -1 : 1));
}

function candidates(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Directive[] {
  const { group } = reading.turn;
  const isOwn = (one: MessageKey): boolean => one.group === group && ask.evidence.some(({ id }) => id === one.id);
  const here = state.inGroup(groupKey(reading.turn), CANDIDATES);
  const due = ask.deadline === null ? [] : state.dueAt(ask.deadline.at, CANDIDATES);
  const pool = new Set([...state.sharing(ask.topics, CANDIDATES), ...here, ...due]);
  return [...pool].filter(
    (known) => at - newestOf(known) <= MAX_AGE && known.openedAt <= at && mayBeSame(ask, reading, known, at) && !known.evidence.some(isOwn),
  );
}

/** What comes again is told again for as long as it lasts; counted from its opening it would be opened anew, and stand twice in each digest. */
function newestOf({ deadline, heard, openedAt }: Directive): Instant {
  return deadline?.recurrence == null ? openedAt : Math.max(openedAt, lastOf(heard));
}

function judge(state: LedgerState, reading: TurnReading, ask: Ask, compared: Compared, at: Instant): Judged {
  const directive = compared.known;
  const likeness = likenessOf(ask, reading, compared, state, at);
  const { chance, needed } = weighed(state, ask, directive, likeness, restatedDeadline(directive, reading, ask, at) !== null);
  return { directive, chance, needed, likeness };
}

/** In words, for the one that is taken: telling it of every candidate would cost more than finding it. */
export function whyOf({ likeness, chance }: Judged): string {
  return likeness === null ? '' : sayLikeness(likeness, chance);
}

/** What is kept apart by rule: most candidates, so that only few are compared in all dimensions. */
function apartFor(ask: Ask, reading: TurnReading, known: Directive, at: Instant): ApartFor | null {
  const { sender } = reading;
  if (isTold(known.kind) && isTask(ask.kind)) {
    if (known.status !== 'open') return 'closed-danger';
    // "往后凡是一个班出现5例的": what is to be done in such a case from now on is no order on the case at hand.
    return ask.standing === true && !repliesTo(ask, known) ? 'in-case' : null;
  }
  const closedFor = at - (known.closedAt ?? at);
  if (known.status === 'done' && closedFor > DONE_FOR) return 'done';
  // Sent again corrected: the number may be what was wrong.
  if (known.status === 'cancelled')
    return known.issuer.id !== sender.id ||
      closedFor > CORRECTED_WITHIN ||
      ask.replaces === true ||
      isGatheringOrNot(ask, known) ||
      !wasSlip(known)
      ? 'taken-back'
      : null;
  if (haveOtherCodes(ask.topics, known)) return 'other-code';
  if (isMessageKind(ask.kind) || ask.kind === 'traffic') return null;
  if (turnsBack(ask, sender.person, known)) return 'back-to-asker';
  return meansOthers(ask, sender.person, known) && !mayMeanOthers(ask, reading, known) ? 'other-people' : null;
}

/** It was recalled, or said to have been wrong; what is only void ("那张作废") is not what comes in its place. */
function wasSlip({ changes, evidence }: Directive): boolean {
  const off = changes.findLast(({ to }) => to === 'cancelled');
  const quote = off === undefined ? null : evidence.find((one) => messageKey(one) === messageKey(off.message))?.quote;
  return quote == null || !VOID.test(quote) || SLIP.test(quote);
}

const VOID = /作废|不(?:用|必|需要?)?[\u4e00-\u9fff]{0,2}[写填报交搞弄做开办收用]了|免了|停了/u;
const SLIP = /撤回|[发打写说搞弄]错|错了|更正|有误|重[发新]|为准/u;

/** A gathering is no corrected order, and the other way round. */
function isGatheringOrNot({ kind }: Ask, known: Directive): boolean {
  return (kind === 'meeting') !== (known.kind === 'meeting');
}

/** Who is asked for something answers with an order of his own: that is no other telling of it. */
function turnsBack({ audience }: Ask, sender: string | null, { issuer, audience: known }: Directive): boolean {
  if (sender === null || issuer.person === null || audience.unclear) return false;
  if (known.people.length > FEW_ASKED || audience.people.length > FEW_ASKED) return false;
  return asks(known, sender) && asks(audience, issuer.person);
}

/** Of more than these the one who asked is just one. */
const FEW_ASKED = 2;

/**
 * The text points at the known one; or who was asked passes it down, or somebody speaks for another; or it is one gathering; or who asked
 * the one asks others too, in their group and by the same hour ("12月值班表明天12点前,村居也各报一张").
 */
function mayMeanOthers(ask: Ask, { turn, sender: { id, person } }: TurnReading, known: Directive): boolean {
  const passesDown = person !== null && asks(known.audience, person);
  const asksOn = known.issuer.id === id && !known.heard.has(groupKey(turn)) && isDueThen(ask, known);
  return pointsAt(ask, known) || ask.handedOn === true || passesDown || repliesTo(ask, known) || areOneGathering(ask, known) || asksOn;
}

function isDueThen(ask: Ask, known: Directive): boolean {
  return saysSameClock(ask, known) || (ask.deadline !== null && ask.deadline.at === known.deadline?.at);
}

function areOneGathering(ask: Ask, known: Directive): boolean {
  return (ask.kind === 'meeting' || known.kind === 'meeting') && saysSameClock(ask, known);
}

interface Weighed {
  readonly chance: number;
  readonly needed: number;
}

const APART: Weighed = { chance: 0, needed: 1 };

function weighed(state: LedgerState, ask: Ask, known: Directive, likeness: Likeness, restates: boolean): Weighed {
  if (isTold(known.kind) && isTask(ask.kind))
    return { chance: chanceOf(likeness, state.merging.order), needed: orderAtLeast(ask, known, likeness) };
  if (known.status === 'cancelled')
    return { chance: smallerShare(state, ask, known), needed: likeness.otherObject === 1 ? CORRECTED_ELSE : CORRECTED };
  if (isTold(ask.kind)) return { chance: chanceOf(likeness, state.merging.told), needed: DANGER_AT_LEAST };
  if (isTask(ask.kind) && known.kind === 'notice') {
    // News of a storm isn't the meeting on it, which somebody else calls.
    if (ask.kind === 'meeting' && likeness.sameIssuer === 0 && likeness.share < IN_COMMON) return APART;
    return {
      chance: chanceOf(likeness, state.merging.copy),
      needed: Math.max(MISJUDGED_AT_LEAST, copyAtLeast(ask, known, likeness, false)),
    };
  }
  if (isMessageKind(ask.kind)) return { chance: likeness.share, needed: VERBATIM };
  if (ask.kind === 'traffic' && likeness.otherPeople === 1 && likeness.sameClock === 0) return APART;
  return { chance: chanceOf(likeness, state.merging.copy), needed: copyAtLeast(ask, known, likeness, restates) };
}

function smallerShare(state: LedgerState, ask: Ask, known: Directive): number {
  const { shared, smaller } = state.overlap(ask.topics, known);
  return smaller === 0 ? 0 : shared / smaller;
}

function isMessageKind(kind: Ask['kind']): boolean {
  return kind === 'notice' || kind === 'opaque';
}

/** What was misjudged may be of another kind: what its sender took back a moment ago, and what was only to be known this very day. */
function mayBeSame({ kind }: Ask, { sender }: TurnReading, known: Directive, at: Instant): boolean {
  if (sameFamily(kind, known.kind)) return true;
  if (known.status === 'cancelled') return isTask(kind) && known.issuer.id === sender.id && at - (known.closedAt ?? at) <= CORRECTED_WITHIN;
  return isTask(kind) && known.kind === 'notice' && known.status === 'open' && at - known.openedAt <= DAY;
}

function sameFamily(ask: Ask['kind'], known: Ask['kind']): boolean {
  if (isTask(ask)) return isTask(known) || isTold(known);
  if (isTold(ask)) return isTold(known);
  return ask === known;
}
