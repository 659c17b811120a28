/** All that a change could be about by what it is, and how likely each of it is. */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { type Change, isTold, type TurnReading } from '../model/reading.ts';
import { likelyTargets, type Scored } from './likely-targets.ts';
import type { LedgerState } from './state.ts';
import { targetPool } from './target-pool.ts';
import { haveOtherCodes } from './work-order.ts';

export interface Rivals {
  readonly pool: readonly Directive[];
  /** The likeliest first. */
  readonly scored: readonly Scored[];
}

export function rivalsOf(state: LedgerState, reading: TurnReading, change: Change, at: Instant): Rivals {
  const pool = targetPool(state, reading, change, at).filter(
    (directive) =>
      !haveOtherCodes(change.topics, directive) &&
      mayBeOfKind(change, directive) &&
      !isYetToBegin(change, directive, at) &&
      !isAnswered(change, directive, reading),
  );
  return { pool, scored: scoredOf(state, reading, change, pool, at) };
}

export function scoredOf(
  state: LedgerState,
  reading: TurnReading,
  change: Change,
  pool: readonly Directive[],
  at: Instant,
): readonly Scored[] {
  return likelyTargets(change, reading, pool, state, state.merging.change, at);
}

/** Who answers somebody's question by what has changed means what was asked before. */
export function isQuestion({ issuer, kind, unsure }: Directive, { sender }: TurnReading): boolean {
  if (sender.person === null || isTold(kind) || issuer.id === sender.id) return false;
  return issuer.person === null || (unsure && kind === 'directive');
}

/** The question that is answered by what has changed. */
function isAnswered({ targets }: Change, known: Directive, reading: TurnReading): boolean {
  return known.evidence[0] !== undefined && targets.includes(known.evidence[0].id) && isQuestion(known, reading);
}

/** A danger is no gathering that is moved or called off, and a gathering no order that is lifted and nothing that needn't be filled in. */
function mayBeOfKind({ gathering, lifts, handsIn, change, head }: Change, { kind, topics }: Directive): boolean {
  const clicks = change === 'cancel' ? head.filter((topic) => CLICKS.test(topic)) : [];
  if (clicks.length > 0 && kind !== 'traffic' && !clicks.some((topic) => topics.has(topic))) return false;
  if (gathering === true && isTold(kind)) return false;
  return !(lifts === true && kind === 'meeting') && !(handsIn === true && (kind === 'meeting' || (isTold(kind) && change !== 'cancel')));
}

/** Nobody says of a gathering that it is over before it has begun. */
function isYetToBegin({ change }: Change, { kind, deadline }: Directive, at: Instant): boolean {
  return change === 'done' && kind === 'meeting' && deadline !== null && deadline.at > at;
}

/** "那个投票大家别投了" calls off what is to be clicked, or what names it. */
const CLICKS = /^(?:投票|点赞|转发|集赞|答题|[不别甭莫]投)$/u;
