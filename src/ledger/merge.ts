/**
 * Is an ask a copy of something known? Text likeness alone would merge what must stay apart, so the threshold on shared
 * topics depends on how the deadlines stand to each other, and people who have nothing in common keep two asks two.
 */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import type { Ask, TurnReading } from '../model/reading.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import type { LedgerState } from './state.ts';

export interface Merge {
  readonly directive: Directive;
  /** Why the two are one, for `explain`. */
  readonly why: string;
}

export interface MergeDecision {
  readonly merge: Merge | null;
  /** Near, but not the same. */
  readonly similar: readonly string[];
}

const CANDIDATES = 12;
const MAX_AGE = 45 * DAY;

interface Needed {
  /** Share of the smaller side's topics. */
  readonly topics: number;
  /** Weight of what is shared. */
  readonly shared: number;
}

/**
 * What two asks must share to be one, by how their deadlines compare. Measured on pairs of the corpus: different tasks seldom
 * share a tenth of their topics, retellings of one task often share no more than that, so the deadline has to speak too.
 */
const NEEDED: Readonly<Record<Likeness['deadline'], Needed>> = {
  same_clock: { topics: 0.06, shared: 0.7 },
  same: { topics: 0.1, shared: 1.2 },
  same_day: { topics: 0.1, shared: 1.4 },
  one: { topics: 0.13, shared: 1.6 },
  none: { topics: 0.16, shared: 1.8 },
  other: { topics: 0.24, shared: 2.4 },
};
/** A text that says it relays, or is the same as, something known needs less. */
const RELAYED = 0.75;
/** One person in one group seldom says the same thing twice in other words. */
const SAME_VOICE = 1.5;
const VERBATIM = 0.6;
/** A meeting and a job are seldom the same thing. */
const OTHER_KIND = 2;

export function decideMerge(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): MergeDecision {
  const known = candidates(state, reading, ask, at);
  const judged = known
    .map((directive) => ({ directive, likeness: likenessOf(ask, reading.sender.id, directive, (topic) => state.topicWeight(topic)) }))
    .map((one) => ({ ...one, margin: marginOf(ask, reading, one.directive, one.likeness, at) }))
    .toSorted((a, b) => b.margin - a.margin || (a.directive.id < b.directive.id ? -1 : 1));
  const best = judged[0];
  const merge = best !== undefined && best.margin >= 0 ? { directive: best.directive, why: explain(best.likeness) } : null;
  const similar = judged
    .filter((one) => one !== best || merge === null)
    .filter((one) => one.margin > -0.5 && isTask(one.directive.kind) && isTask(ask.kind) && one.likeness.audience > 0)
    .map((one) => one.directive.id);
  return { merge, similar: similar.slice(0, 3) };
}

function candidates(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): readonly Directive[] {
  const own = new Set(ask.evidence.map((one) => one.id));
  const group = `${reading.turn.platform}\u0000${reading.turn.group}`;
  const told = isTask(ask.kind) ? state.inGroup(group).slice(-12).filter((known) => isTold(known.kind) && at - known.openedAt < 18 * HOUR) : [];
  const pool = [...new Set([...state.sharing(ask.topics, CANDIDATES), ...told])];
  return pool.filter(
    (known) => at - known.openedAt <= MAX_AGE && known.openedAt <= at && sameFamily(ask.kind, known.kind) && !known.evidence.some((one) => own.has(one.id) && one.group === reading.turn.group),
  );
}

/** At or above zero: one and the same. */
function marginOf(ask: Ask, reading: TurnReading, known: Directive, likeness: Likeness, at: Instant): number {
  if (likeness.audience === 0 && !isTold(known.kind)) return -1;
  if (known.status === 'done' && at - (known.closedAt ?? at) > 12 * HOUR) return -1;
  if (known.status === 'cancelled') return likeness.sameIssuer && at - (known.closedAt ?? at) < 2 * HOUR ? likeness.topics - 0.45 : -1;
  if (isTold(known.kind) && isTask(ask.kind)) return orderMargin(ask, reading, known, likeness, at);
  if (isMessageKind(ask.kind)) return likeness.topics - VERBATIM;
  const here = known.evidence.some((one) => one.group === reading.turn.group && one.platform === reading.turn.platform);
  const factor = (ask.relayed ? RELAYED : 1) * (here && likeness.sameIssuer ? SAME_VOICE : 1) * ((ask.kind === 'meeting') === (known.kind === 'meeting') ? 1 : OTHER_KIND);
  const needed = NEEDED[likeness.deadline];
  return Math.min(likeness.topics / (needed.topics * factor), likeness.shared / (needed.shared * factor)) - 1;
}

/** An order that follows a danger or a demand told in the same group. */
function orderMargin(ask: Ask, reading: TurnReading, told: Directive, likeness: Likeness, at: Instant): number {
  const named = told.issuer.person !== null && ask.audience.people.includes(told.issuer.person) && !ask.audience.unclear;
  const soon = at - told.openedAt < HOUR;
  const here = told.evidence.some((one) => one.group === reading.turn.group);
  return likeness.topics + (named ? 0.15 : 0) + (soon ? 0.1 : 0) + (here ? 0.05 : -0.2) - 0.32;
}

function explain(likeness: Likeness): string {
  return `topics ${likeness.topics.toFixed(2)}, deadline ${likeness.deadline}, audience ${likeness.audience.toFixed(2)}, ${likeness.sameIssuer ? 'same issuer' : 'other issuer'}`;
}

function isTask(kind: Ask['kind']): boolean {
  return kind === 'directive' || kind === 'meeting';
}

function isTold(kind: Ask['kind']): boolean {
  return kind === 'hazard' || kind === 'appeal';
}

function isMessageKind(kind: Ask['kind']): boolean {
  return kind === 'notice' || kind === 'opaque';
}

function sameFamily(ask: Ask['kind'], known: Ask['kind']): boolean {
  if (isTask(ask)) return isTask(known) || isTold(known);
  if (isTold(ask)) return isTold(known);
  return ask === known;
}
