/** Finds the directive that a change is about: by what it points at, else by object, group, issuer and recency. */
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey, messageKey } from '../model/message.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { type ChangeLikeness, changeLikenesses, wasDueAt } from './change-likeness.ts';
import { chanceOf } from './merge-score.ts';
import { isOwnWord } from './restated.ts';
import type { LedgerState } from './state.ts';
import { codesIn, haveOtherCodes } from './work-order.ts';

const GROUP_WINDOW = 30;
/** Below this a change has no target: better shown as it stands than applied to the wrong item. */
const CHANGE_AT_LEAST = 0.2;
const REMINDER_AT_LEAST = 0.25;
/** What asks by itself needs a surer target, the less so where it says that something was moved. */
const ASK_AT_LEAST = 0.35;
const MOVING_ASK_AT_LEAST = 0.12;
/** What is moved as a gathering though it is known as none shares more with it than a word in passing. */
const NAMED = 0.1;
/** Where the second is as good as this share of the first, two could be meant. */
const ALIKE = 0.92;
const AHEAD_AT_LEAST = 0.5;
const FAR_AHEAD = 5;
const CLOSED_FOR = 2 * DAY;

export interface ChangeTargets {
  readonly directives: readonly Directive[];
  /** Directives that could be meant as well as each other; then none is changed. */
  readonly doubtful: readonly Directive[];
}

export function targetsOfChange(state: LedgerState, reading: TurnReading, change: Change, at: Instant): ChangeTargets {
  const pointed = change.targets.flatMap((id) => state.ofMessage({ ...reading.turn, id }));
  if (pointed.length > 0)
    return certain(pointed.toSorted((a, b) => topicShare(state, change.topics, b) - topicShare(state, change.topics, a)).slice(0, 1));
  if (change.targets.length > 0 && change.fallback === null) return certain([]);
  const uncoded = targetPool(state, reading, change, at).filter((directive) => !haveOtherCodes(change.topics, directive));
  const gatherings = change.gathering === true ? gatheringsAmong(uncoded, reading, at) : [];
  const only = change.gathering === true ? onlyGathering(state, reading, change, at) : null;
  const known =
    gatherings.length > 0 ? gatherings : change.asks ? uncoded.filter((directive) => !haveOtherForms(change, directive)) : uncoded;
  const codes = codesIn(change.topics);
  const coded = codes.length === 0 ? [] : known.filter(({ topics }) => codes.some((code) => topics.has(code)));
  if (coded.length > 0) return certain(coded);
  const likenesses = changeLikenesses(change, reading, known, state, at);
  const scored = known
    .map((directive, index) => ({ directive, score: scoreOf(state, likenesses[index]), named: likenesses[index]?.head ?? 0 }))
    .toSorted((a, b) => b.score - a.score || (a.directive.id < b.directive.id ? -1 : 1));
  const [first, second] = dueOnOldDay(scored, change, reading.sender) ?? namedFirst(scored, change, reading.sender) ?? scored;
  const isSure = first !== undefined && isFound(state, reading, change, first, second);
  if (only !== null && !(isSure && (first.directive.kind === 'meeting' || topicShare(state, change.topics, first.directive) >= NAMED)))
    return certain([only]);
  if (!isSure) return certain([]);
  const isDoubtful = second !== undefined && hurts(change) && second.score > first.score * ALIKE;
  const isTold =
    second !== undefined &&
    second.score >= neededFor(change, second.directive, reading.sender) &&
    areNear(first.directive, second.directive);
  const left = isDoubtful || (isTold && hurts(change)) ? leftBehind(change, first.directive, second.directive) : null;
  if (left !== null) return certain([left]);
  if (isDoubtful && !areOne(first.directive, second.directive)) return { directives: [], doubtful: [first.directive, second.directive] };
  return certain([first.directive, ...unmergedCopies(state, change, first.directive, known)]);
}

/** Of two that were kept apart the one that has the new time already is behind it; the change is news for the one that still has the old. */
function leftBehind({ deadline, oldDay, times }: Change, first: Directive, second: Directive): Directive | null {
  const [moved, other] = deadline !== null && first.deadline?.at === deadline.at ? [first, second] : [second, first];
  if (deadline === null || moved.deadline?.at !== deadline.at || other.deadline === null || other.deadline.at === deadline.at) return null;
  const hadOld = other.deadline.day === oldDay || times.includes(other.deadline.at) || wasDueAt(other, deadline.at);
  return hadOld ? other : null;
}

/** Who moves a gathering moves one that is still to come and that was called here, or by the same hand; where there is none, it may be anything else. */
function gatheringsAmong(pool: readonly Directive[], { turn, sender }: TurnReading, at: Instant): readonly Directive[] {
  const group = groupKey(turn);
  return pool.filter(
    ({ kind, deadline, heard, issuer }) =>
      kind === 'meeting' && deadline !== null && deadline.at > at - GATHERED && (heard.has(group) || issuer.id === sender.id),
  );
}

/** What asks for another table than the known one asks for that, whatever it says of times. */
function haveOtherForms({ particulars: { forms } }: Change, { particulars: known }: Directive): boolean {
  const differ = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
  return differ(forms, known.forms);
}

/** "今天那个会改下午两点半了": passed on where nobody has spoken of it, it is the one that there is on that day; none where there are two. */
function onlyGathering(state: LedgerState, { sender }: TurnReading, change: Change, at: Instant): Directive | null {
  if (sender.person === null) return null;
  const mayBe = ({ status }: Directive): boolean =>
    status === 'open' || (status === 'cancelled' && (change.change === 'reinstate' || change.revives));
  const known = state.gatherings().filter((one) => mayBe(one) && one.openedAt < at && isWithin(one, at - GATHERED, at + 7 * DAY));
  const spokenOf = known.filter((one) => topicShare(state, change.topics, one) > 0);
  const coming = spokenOf.length > 0 ? spokenOf : known.filter((one) => isWithin(one, at - GATHERED, at + 3 * DAY));
  const named = coming.filter(({ deadline }) => deadline !== null && namesDayOf(change, deadline));
  const found = named.length > 0 || change.oldDay !== null ? named : coming.filter((one) => isWithin(one, at - GATHERED, at + 1.5 * DAY));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isWithin({ deadline }: Directive, from: Instant, to: Instant): boolean {
  return deadline !== null && deadline.at > from && deadline.at < to;
}

/** The day that no longer holds, or, where none is said, any time that it names but the new one. */
function namesDayOf({ oldDay, times, deadline }: Change, due: Deadline): boolean {
  if (oldDay !== null) return due.day === oldDay;
  return times.some((time) => time !== deadline?.at && Math.abs(time - due.at) <= HALF_DAY);
}

const HALF_DAY = 10 * HOUR;

/** A gathering that has begun is no longer moved, but closed or told of. */
const GATHERED = 4 * HOUR;

/** What is called off is called off in all its tellings, also in those that were kept apart: near it, due at the same time, and named too. */
function unmergedCopies(state: LedgerState, change: Change, first: Directive, known: readonly Directive[]): readonly Directive[] {
  if (change.change !== 'cancel') return [];
  return known.filter(
    (other) => other !== first && other.status === 'open' && areOne(first, other) && topicShare(state, change.topics, other) > 0,
  );
}

function areNear(a: Directive, b: Directive): boolean {
  return a.similarTo.includes(b.id) || b.similarTo.includes(a.id);
}

function areOne(a: Directive, b: Directive): boolean {
  return areNear(a, b) && a.deadline !== null && a.deadline.at === b.deadline?.at && a.kind === b.kind;
}

/**
 * Likely enough; or, where a task would go on standing though it was called off or moved, alone in sharing what the change names and
 * far ahead of all others.
 */
function isFound(state: LedgerState, { sender }: TurnReading, change: Change, first: Scored, second: Scored | undefined): boolean {
  const needed = neededFor(change, first.directive, sender);
  if (first.score >= needed) return true;
  const isAhead = first.score >= needed * AHEAD_AT_LEAST && first.score > (second?.score ?? 0) * FAR_AHEAD;
  return (
    hurts(change) &&
    (!change.asks || (change.moves === true && isTheirs(first.directive, sender))) &&
    isAhead &&
    topicShare(state, change.topics, first.directive) > 0
  );
}

interface Scored {
  readonly directive: Directive;
  readonly score: number;
  /** What it shares with the words that the change begins with, by weight. */
  readonly named: number;
}

/** "两癌的表改一下": who begins with a matter's name means no other, whatever words the rest has in common with one spoken of since. */
const NAMES_IT = 0.25;

function namedFirst(scored: readonly Scored[], change: Change, sender: TurnReading['sender']): readonly Scored[] | null {
  const [first] = scored;
  if (first === undefined || first.named > 0) return null;
  const named = scored.filter(({ directive, score, named: share }) => share >= NAMES_IT && score >= neededFor(change, directive, sender));
  return named.length === 0 ? null : named;
}

/** "不是周五,是周四": of those that could be meant, the ones that are due on the day that no longer holds, or were moved already as it says. */
function dueOnOldDay(scored: readonly Scored[], change: Change, sender: TurnReading['sender']): readonly Scored[] | null {
  if (change.oldDay === null) return null;
  const isMeant = ({ deadline }: Directive): boolean =>
    deadline?.day === change.oldDay || (deadline !== null && deadline.at === change.deadline?.at);
  const due = scored.filter(({ directive, score }) => isMeant(directive) && score >= neededFor(change, directive, sender) / 2);
  return due.length === 0 ? null : due;
}

function scoreOf(state: LedgerState, likeness: ChangeLikeness | undefined): number {
  return likeness === undefined ? 0 : chanceOf(likeness, state.merging.change);
}

function neededFor({ change, asks, moves }: Change, known: Directive, sender: TurnReading['sender']): number {
  if (asks) return moves === true && isTheirs(known, sender) ? MOVING_ASK_AT_LEAST : ASK_AT_LEAST;
  return change === 'remind' ? REMINDER_AT_LEAST : CHANGE_AT_LEAST;
}

/** They have asked for it, or are to receive it. */
function isTheirs(known: Directive, sender: TurnReading['sender']): boolean {
  return isOwnWord(known, sender) || (sender.person !== null && known.particulars.recipients.includes(sender.person));
}

/** Taking back or moving the wrong one would hide a task. */
function hurts({ change }: Change): boolean {
  return change === 'cancel' || change === 'deadline';
}

/** What a change could be about. */
export function targetPool(state: LedgerState, reading: TurnReading, change: Change, at: Instant): readonly Directive[] {
  return pool(state, reading, change.topics).filter(
    (directive) => isChangeable(directive, change, at) && !isOpenedBy(directive, change, at),
  );
}

/** A message that asks for one thing and speaks of another's time doesn't move what it has just asked for. */
function isOpenedBy({ openedAt, evidence: [first] }: Directive, { evidence: [source] }: Change, at: Instant): boolean {
  return openedAt === at && first !== undefined && source !== undefined && messageKey(first) === messageKey(source);
}

function certain(directives: readonly Directive[]): ChangeTargets {
  return { directives, doubtful: [] };
}

/** Open ones; and closed ones for saying the same again in another group. */
function isChangeable(known: Directive, change: Change, at: Instant): boolean {
  if (known.kind === 'notice' || known.kind === 'opaque' || known.openedAt > at) return false;
  if (known.status === 'open') return true;
  const repeats = (change.change === 'cancel' && known.status === 'cancelled') || (change.change === 'done' && known.status === 'done');
  const isBack = known.status === 'cancelled' && (change.change === 'reinstate' || (change.revives && takesUp(change)));
  return isBack || (repeats && at - (known.closedAt ?? at) < CLOSED_FOR);
}

function takesUp({ change }: Change): boolean {
  return change !== 'cancel' && change !== 'reinstate';
}

export function topicShare(state: LedgerState, topics: readonly string[], known: Directive): number {
  const { shared, smaller } = state.overlap(topics, known);
  return smaller === 0 ? 0 : shared / smaller;
}

function pool(state: LedgerState, reading: TurnReading, topics: readonly string[]): readonly Directive[] {
  const here = state.inGroup(groupKey(reading.turn), GROUP_WINDOW);
  return topics.length === 0 ? here : [...new Set([...here, ...state.sharing(topics, 12)])];
}
