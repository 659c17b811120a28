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
  same: { topics: 0.085, shared: 1.1 },
  same_day: { topics: 0.1, shared: 1.4 },
  one: { topics: 0.13, shared: 1.6 },
  none: { topics: 0.16, shared: 1.8 },
  other: { topics: 0.24, shared: 2.4 },
};
const SAME_HOUR: Needed = { topics: 0.02, shared: 0.2 };
/** Taken back and sent again in other words. */
const CORRECTED = 0.2;
const ORDER_AT_LEAST = 0.4;
/** A text that says it relays, or is the same as, something known needs less. */
const RELAYED = 0.75;
/** One person in one group seldom says the same thing twice in other words. */
const SAME_VOICE = 1.5;
const VERBATIM = 0.6;
/** A meeting and a job are seldom the same thing. */
const OTHER_KIND = 2;
/** Two dangers at one place are two; hiding one in the other would keep it from being told at once. */
const ANOTHER_DANGER = 2;

export function decideMerge(state: LedgerState, reading: TurnReading, ask: Ask, at: Instant): MergeDecision {
  const known = candidates(state, reading, ask, at);
  const judged = known
    .map((directive) => ({ directive, likeness: likenessOf(ask, reading.sender.id, directive, state) }))
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
  const told = isTask(ask.kind) ? state.inGroup(group, 12).filter((known) => isTold(known.kind) && at - known.openedAt < 18 * HOUR) : [];
  const pool = [...new Set([...state.sharing(ask.topics, CANDIDATES), ...told])];
  return pool.filter(
    (known) =>
      at - known.openedAt <= MAX_AGE &&
      known.openedAt <= at &&
      sameFamily(ask.kind, known.kind) &&
      !known.evidence.some((one) => own.has(one.id) && one.group === reading.turn.group),
  );
}

/** At or above zero: one and the same. */
function marginOf(ask: Ask, reading: TurnReading, known: Directive, likeness: Likeness, at: Instant): number {
  if (isTold(known.kind) && isTask(ask.kind)) return orderMargin(ask, reading, known, likeness, at);
  if (likeness.audience === 0 && !(ask.kind === 'traffic' && likeness.deadline === 'same_clock')) return -1;
  if (known.status === 'done' && at - (known.closedAt ?? at) > 12 * HOUR) return -1;
  if (known.status === 'cancelled') return likeness.sameIssuer && at - (known.closedAt ?? at) < 2 * HOUR ? likeness.topics - CORRECTED : -1;
  if (isMessageKind(ask.kind)) return likeness.topics - VERBATIM;
  const needed = neededFor(ask, known, likeness);
  const factor = strictness(ask, reading, known, likeness);
  return Math.min(likeness.topics / (needed.topics * factor), likeness.shared / (needed.shared * factor)) - 1;
}

/** Nobody is called to two gatherings at one hour; a task of traffic is known by its hour too. */
function neededFor(ask: Ask, known: Directive, likeness: Likeness): Needed {
  const gathers = ask.kind === 'meeting' || known.kind === 'meeting';
  return likeness.deadline === 'same_clock' && (gathers || ask.kind === 'traffic') ? SAME_HOUR : NEEDED[likeness.deadline];
}

function strictness(ask: Ask, reading: TurnReading, known: Directive, likeness: Likeness): number {
  const here = known.evidence.some((one) => one.group === reading.turn.group && one.platform === reading.turn.platform);
  const otherKind = (ask.kind === 'meeting') !== (known.kind === 'meeting') && likeness.deadline !== 'same_clock';
  const another = isTold(ask.kind) && isTold(known.kind) ? ANOTHER_DANGER : 1;
  return (ask.relayed ? RELAYED : 1) * (here && likeness.sameIssuer ? SAME_VOICE : 1) * (otherKind ? OTHER_KIND : 1) * another;
}

/** An order that follows a danger or a demand: it names who has told it, speaks of the same thing, or comes at once and in haste. */
function orderMargin(ask: Ask, reading: TurnReading, told: Directive, likeness: Likeness, at: Instant): number {
  const age = at - told.openedAt;
  const here = told.evidence.some((one) => one.group === reading.turn.group && one.platform === reading.turn.platform);
  const named = told.issuer.person !== null && !ask.audience.unclear && ask.audience.people.includes(told.issuer.person);
  const sameWords = likeness.shared >= 1.2 && likeness.topics >= 0.1;
  const atOnce = here && age < 2 * HOUR && (named || ask.urgency === 'immediate' || likeness.shared >= 0.8);
  const toTheTeller = here && named && age < 12 * HOUR && likeness.shared >= 0.4;
  if (told.status !== 'open' || !(sameWords || atOnce || toTheTeller)) return -1;
  const signs = [
    likeness.topics * 1.2,
    likeness.shared / 4,
    named ? 0.25 : 0,
    here ? 0.1 : -0.15,
    age < HOUR / 2 ? 0.25 : age < 2 * HOUR ? 0.15 : 0.05,
  ];
  return signs.reduce((sum, sign) => sum + sign, 0) - ORDER_AT_LEAST;
}

const DEADLINE_WORDS: Readonly<Record<Likeness['deadline'], string>> = {
  same_clock: '截止同一时刻',
  same: '截止相同',
  same_day: '截止同一天',
  other: '截止不同',
  one: '只有一处写了截止',
  none: '都没写截止',
};

function explain({ topics, deadline, audience, sameIssuer }: Likeness): string {
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return `说的事重合 ${percent(topics)},${DEADLINE_WORDS[deadline]},对象重合 ${percent(audience)},${sameIssuer ? '同一人布置' : '不同人布置'}`;
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
