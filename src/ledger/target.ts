/**
 * Finds the directive that a change is about: what the first look has picked (first-target.ts) is weighed once more, by trees, beside all else that
 * is possible. They may take it, another, or none.
 */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { type Change, isTold, type TurnReading } from '../model/reading.ts';
import { chanceByTrees } from '../model/trees.ts';
import { type Nearness, nearnessAmong } from '../model/word-vectors.ts';
import { type ChangeTargets, certain, pickedAtFirst, unmergedCopies } from './first-target.ts';
import { asksForOther } from './may-be-meant.ts';
import type { LedgerState } from './state.ts';
import { type PossibleTarget, possibleTargets, TARGET_SIGNS } from './target-look.ts';
import { neededFor } from './target-needs.ts';
import { type Rivals, scoredOf } from './target-rivals.ts';

export function targetsOfChange(state: LedgerState, reading: TurnReading, change: Change, at: Instant): ChangeTargets {
  const picked = pickedAtFirst(state, reading, change, at);
  const { changeAgain } = state.merging;
  if (changeAgain === undefined || picked.rivals === undefined) return picked;
  const looked = possibleOf(state, reading, change, picked, picked.rivals, at).map((one) => ({
    ...one,
    chance: chanceByTrees(changeAgain, one.signs),
  }));
  const likely = looked.filter(({ directive, chance }) => chance >= againAtLeast(change, picked, directive));
  const best = likely.reduce<(typeof looked)[number] | null>((a, b) => (a === null || b.chance > a.chance ? b : a), null);
  if (best === null) return { directives: [], doubtful: picked.doubtful.length > 0 ? picked.doubtful : mayBeOff(change, looked) };
  if (picked.directives.includes(best.directive) || keepsItsHour(change, picked, looked)) return picked;
  const known = looked.map(({ directive }) => directive);
  return certain([best.directive, ...unmergedCopies(state, change, best.directive, known)]);
}

/** What goes on standing though it may have been called off is named beside what calls something off: the reader can tell. */
function mayBeOff({ change }: Change, looked: readonly (PossibleTarget & { readonly chance: number })[]): readonly Directive[] {
  if (change !== 'cancel') return [];
  return looked
    .filter(({ directive, chance }) => directive.status === 'open' && chance >= MAY_BE_OFF)
    .toSorted((a, b) => b.chance - a.chance)
    .slice(0, 2)
    .map(({ directive }) => directive);
}

const MAY_BE_OFF = 0.1;

/**
 * "每天入户数那个,改填共享表,16:30前的时间不变": what goes on at the hour that it names is what comes again at that hour, whatever else its words are
 * like.
 */
function keepsItsHour({ keepsHour }: Change, { directives: [first, ...more] }: ChangeTargets, looked: readonly PossibleTarget[]): boolean {
  if (keepsHour !== true || first === undefined || more.length > 0 || first.deadline?.recurrence == null) return false;
  return looked.every(({ directive, signs }) => (signs[CLOCK] === 1) === (directive === first));
}

const CLOCK = TARGET_SIGNS.indexOf('clock');

/** What would go on standing though it was called off hurts more than what is called off too much, and is told at once. */
function againAtLeast({ change, deadline }: Change, { directives }: ChangeTargets, best: Directive): number {
  const isPicked = directives.includes(best);
  if (change === 'cancel') return isPicked ? 0.25 : 0.4;
  // "体检还差双堰11个、磨刀溪7个,25号前带来补": seldom a danger that somebody told, where it names a time of its own.
  if (change === 'remind' && isTold(best.kind) && deadline !== null && best.deadline?.day !== deadline.day) return TOLD_AT_LEAST;
  return isPicked ? 0.6 : 0.65;
}

const TOLD_AT_LEAST = 0.85;

/** For training: what a change could be about at first sight, with its signs. */
export function targetsAtFirst(state: LedgerState, reading: TurnReading, change: Change, at: Instant): readonly PossibleTarget[] {
  const picked = pickedAtFirst(state, reading, change, at);
  return picked.rivals === undefined ? [] : possibleOf(state, reading, change, picked, picked.rivals, at);
}

function possibleOf(
  state: LedgerState,
  reading: TurnReading,
  change: Change,
  picked: ChangeTargets,
  { pool, scored: all }: Rivals,
  at: Instant,
): readonly PossibleTarget[] {
  const left = pool.filter((one) => !(change.asks && asksForOther(change, one)));
  const weighed = left.length === pool.length ? all : scoredOf(state, reading, change, left, at);
  const known = weighed.map(({ directive }) => directive.topics);
  const near = nearnessAmong(state.merging.vectors, change.topics, known);
  const headNear = nearnessAmong(state.merging.vectors, change.head, known);
  const scored = weighed
    .map((one, place) => ({
      ...one,
      needed: neededFor(change, one, reading.sender),
      near: near[place] as Nearness,
      headNear: headNear[place] as Nearness,
    }))
    .filter(({ directive, needed }) => needed < SURELY || picked.directives.includes(directive));
  return possibleTargets(scored, picked, change, reading, at);
}

/** What surely asks by itself is left to the first look. */
const SURELY = 0.9;
