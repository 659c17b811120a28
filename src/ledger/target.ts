/** Finds the directive that a change is about: by what it points at, else by object, group, issuer and recency. */
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Change, TurnReading } from '../model/reading.ts';
import { type ChangeLikeness, changeLikenesses } from './change-likeness.ts';
import { chanceOf } from './merge-score.ts';
import type { LedgerState } from './state.ts';
import { CODE, haveOtherCodes } from './work-order.ts';

const GROUP_WINDOW = 30;
/** Below this a change has no target: better shown as it stands than applied to the wrong item. */
const CHANGE_AT_LEAST = 0.2;
const REMINDER_AT_LEAST = 0.25;
/** What asks by itself needs a surer target. */
const ASK_AT_LEAST = 0.35;
/** Where the second is as good as this share of the first, two could be meant. */
const ALIKE = 0.92;
const AHEAD_AT_LEAST = 0.5;
const FAR_AHEAD = 7;
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
  const known = targetPool(state, reading, change, at).filter((directive) => !haveOtherCodes(change.topics, directive));
  const coded = known.filter((directive) => change.topics.some((topic) => CODE.test(topic) && directive.topics.has(topic)));
  if (coded.length > 0) return certain(coded);
  const likenesses = changeLikenesses(change, reading, known, state, at);
  const scored = known
    .map((directive, index) => ({ directive, score: scoreOf(state, likenesses[index]) }))
    .toSorted((a, b) => b.score - a.score || (a.directive.id < b.directive.id ? -1 : 1));
  const [first, second] = dueOnOldDay(scored, change) ?? scored;
  if (first === undefined || !isFound(state, change, first, second)) return certain([]);
  const isDoubtful = second !== undefined && hurts(change) && second.score > first.score * ALIKE;
  if (isDoubtful && !areOne(first.directive, second.directive)) return { directives: [], doubtful: [first.directive, second.directive] };
  return certain([first.directive, ...unmergedCopies(state, change, first.directive, known)]);
}

/** What is called off is called off in all its tellings, also in those that were kept apart: near it, due at the same time, and named too. */
function unmergedCopies(state: LedgerState, change: Change, first: Directive, known: readonly Directive[]): readonly Directive[] {
  if (change.change !== 'cancel') return [];
  return known.filter(
    (other) => other !== first && other.status === 'open' && areOne(first, other) && topicShare(state, change.topics, other) > 0,
  );
}

function areOne(a: Directive, b: Directive): boolean {
  const areNear = a.similarTo.includes(b.id) || b.similarTo.includes(a.id);
  return areNear && a.deadline !== null && a.deadline.at === b.deadline?.at && a.kind === b.kind;
}

/**
 * Likely enough; or, where a task would go on standing though it was called off or moved, alone in sharing what the change names and
 * far ahead of all others.
 */
function isFound(state: LedgerState, change: Change, first: Scored, second: Scored | undefined): boolean {
  const needed = neededFor(change);
  if (first.score >= needed) return true;
  const isAhead = first.score >= needed * AHEAD_AT_LEAST && first.score > (second?.score ?? 0) * FAR_AHEAD;
  return hurts(change) && !change.asks && isAhead && topicShare(state, change.topics, first.directive) > 0;
}

interface Scored {
  readonly directive: Directive;
  readonly score: number;
}

/** "不是周五,是周四": of those that could be meant, the ones that are due on the day that no longer holds. */
function dueOnOldDay(scored: readonly Scored[], change: Change): readonly Scored[] | null {
  if (change.oldDay === null) return null;
  const due = scored.filter(({ directive, score }) => directive.deadline?.day === change.oldDay && score >= neededFor(change) / 2);
  return due.length === 0 ? null : due;
}

function scoreOf(state: LedgerState, likeness: ChangeLikeness | undefined): number {
  return likeness === undefined ? 0 : chanceOf(likeness, state.merging.change);
}

function neededFor({ change, asks }: Change): number {
  if (asks) return ASK_AT_LEAST;
  return change === 'remind' ? REMINDER_AT_LEAST : CHANGE_AT_LEAST;
}

/** Taking back or moving the wrong one would hide a task. */
function hurts({ change }: Change): boolean {
  return change === 'cancel' || change === 'deadline';
}

/** What a change could be about. */
export function targetPool(state: LedgerState, reading: TurnReading, change: Change, at: Instant): readonly Directive[] {
  return pool(state, reading, change.topics).filter((directive) => isChangeable(directive, change, at));
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
  return change === 'deadline' || change === 'amend' || change === 'remind';
}

export function topicShare(state: LedgerState, topics: readonly string[], known: Directive): number {
  const { shared, smaller } = state.overlap(topics, known);
  return smaller === 0 ? 0 : shared / smaller;
}

function pool(state: LedgerState, reading: TurnReading, topics: readonly string[]): readonly Directive[] {
  const here = state.inGroup(groupKey(reading.turn), GROUP_WINDOW);
  return topics.length === 0 ? here : [...new Set([...here, ...state.sharing(topics, 12)])];
}
