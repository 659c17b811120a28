/** How an ask and a known directive compare: on text, action and object, audience, recipient, deadline, issuer, place, period, form, and time. */
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import type { Dimension } from '../model/merge-weights.ts';
import { groupKey } from '../model/message.ts';
import type { Ask, Particulars, TurnReading } from '../model/reading.ts';
import { haveOtherPeople } from './asked.ts';

export type Likeness = Readonly<Record<Dimension, number>>;

/** Weights of topics: rare among the known directives = telling. */
export interface TopicWeights {
  weigh(topics: readonly string[]): { readonly each: readonly number[]; readonly sum: number };
  /** The weight of all topics of a directive. */
  weightOf(directive: Directive): number;
  /** How many are due at an instant. */
  countDueAt(at: Instant): number;
}

/** Shared words beyond this say no more. */
const MOST_SHARED = 8;
const MOST_FIGURES = 3;
const OLDEST = 5;
/** Topics of a title that names a thing. */
const NAMED = 3;
/** The next message of somebody who is still typing. */
const AT_ONCE = 1.5 * MINUTE;

export function likenessOf(ask: Ask, { turn, sender }: TurnReading, known: Directive, weights: TopicWeights, at: Instant): Likeness {
  const { shared, whole } = overlap(ask.topics, known, weights);
  const here = known.heard.has(groupKey(turn));
  const sameIssuer = known.issuer.id === sender.id;
  const age = at - known.openedAt;
  const since = at - Math.max(...known.heard.values());
  const atOnce = sameIssuer && here;
  const object = objectLikeness(ask, known, weights);
  return {
    text: Math.min(shared, MOST_SHARED) / (MOST_SHARED / 2),
    share: whole > 0 ? shared / whole : 0,
    object,
    otherObject: Number(object === 0 && ask.object.length >= NAMED && known.object.length >= NAMED),
    ...particularsLikeness(ask.particulars, known),
    otherPeople: Number(haveOtherPeople(ask.audience, known.audience)),
    ...deadlineLikeness(ask.deadline, known.deadline, weights),
    sameIssuer: Number(sameIssuer),
    sameGroup: Number(here),
    relayed: Number(ask.relayed),
    atOnce: Number(atOnce && since < AT_ONCE && !differ(ask.deadline, known.deadline)),
    fragment: Number(atOnce && since < 5 * MINUTE && ask.deadline === null && ask.audience.unclear),
    sameKind: Number((ask.kind === 'meeting') === (known.kind === 'meeting')),
    soon: Math.exp(-age / (2 * HOUR)),
    withinHour: Number(since < HOUR),
    today: Number(age < 12 * HOUR),
    days: Math.min(OLDEST, age / DAY),
  };
}

export function overlap(
  topics: readonly string[],
  known: Directive,
  weights: TopicWeights,
): { readonly shared: number; readonly smaller: number; readonly whole: number } {
  if (topics.length === 0) return { shared: 0, smaller: 0, whole: 0 };
  const { each, sum } = weights.weigh(topics);
  let shared = 0;
  for (let index = 0; index < topics.length; index++) {
    if (known.topics.has(topics[index] ?? '')) shared += each[index] ?? 0;
  }
  const other = weights.weightOf(known);
  return { shared, smaller: Math.min(sum, other), whole: sum + other - shared };
}

/** How far the words of each one's title stand in the other: the smaller share of the two. */
function objectLikeness(ask: Ask, known: Directive, weights: TopicWeights): number {
  const words = wordsOf(ask.topics);
  return Math.min(shareIn(ask.object, known.topics, weights), shareIn(known.object, words, weights));
}

let last: { readonly topics: readonly string[]; readonly words: ReadonlySet<string> } | null = null;

/** An ask is compared with many directives one after the other. */
function wordsOf(topics: readonly string[]): ReadonlySet<string> {
  if (last?.topics !== topics) last = { topics, words: new Set(topics) };
  return last.words;
}

function shareIn(topics: readonly string[], standing: Pick<ReadonlySet<string>, 'has'>, weights: TopicWeights): number {
  const { each, sum } = weights.weigh(topics);
  if (sum === 0) return 0;
  let total = 0;
  for (let index = 0; index < topics.length; index++) if (standing.has(topics[index] ?? '')) total += each[index] ?? 0;
  return total / sum;
}

function particularsLikeness(ask: Particulars, { particulars: known, issuer, voices }: Directive) {
  const agree = (key: keyof Particulars) => Number(commonTo(ask[key], known[key]) > 0);
  const differ = (key: keyof Particulars) => Number(ask[key].length > 0 && known[key].length > 0 && commonTo(ask[key], known[key]) === 0);
  const toAsker = ask.recipients.some((person) => voices.includes(person));
  return {
    figures: Math.min(MOST_FIGURES, commonTo(ask.figures, known.figures)) / MOST_FIGURES,
    recipient: agree('recipients'),
    otherRecipient: Number(differ('recipients') === 1 && !toAsker),
    namesAsker: Number(issuer.person !== null && ask.persons.includes(issuer.person)),
    otherPlace: differ('areas'),
    otherPeriod: differ('periods'),
    otherForm: differ('forms'),
    sameForm: agree('forms'),
  };
}

function commonTo(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? 0 : a.filter((one) => b.includes(one)).length;
}

const NO_DEADLINES = { sameClock: 0, sameDeadline: 0, sameDay: 0, otherDeadline: 0, oneDeadline: 0 };

/** One of them counts, or none where neither has a deadline. A clock time that many are bound to is less telling. */
function deadlineLikeness(a: Deadline | null, b: Deadline | null, weights: TopicWeights): typeof NO_DEADLINES {
  if (a === null && b === null) return NO_DEADLINES;
  if (a === null || b === null) return { ...NO_DEADLINES, oneDeadline: 1 };
  if (Math.abs(a.at - b.at) < MINUTE) {
    const isClock = a.basis === 'said' && b.basis === 'said';
    return {
      ...NO_DEADLINES,
      ...(isClock ? { sameClock: 1 / (1 + Math.log2(Math.max(1, weights.countDueAt(b.at)))) } : { sameDeadline: 1 }),
    };
  }
  if (a.day !== b.day) return { ...NO_DEADLINES, otherDeadline: 1 };
  return { ...NO_DEADLINES, ...(a.basis === 'assumed' || b.basis === 'assumed' ? { sameDeadline: 1 } : { sameDay: 1 }) };
}

/** Both say a time, and not the same. */
function differ(a: Deadline | null, b: Deadline | null): boolean {
  return a !== null && b !== null && Math.abs(a.at - b.at) >= MINUTE;
}
