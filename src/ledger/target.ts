/** Finds the directive that a change or an answer is about: by what it points at, else by object, group, issuer and recency. */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Answer, Change, TurnReading } from '../model/reading.ts';
import { overlap } from './likeness.ts';
import type { LedgerState } from './state.ts';

const GROUP_WINDOW = 30;
/** Below this a change has no target: better shown as it stands than applied to the wrong item. */
const CHANGE_AT_LEAST = 1.1;

export function targetsOfChange(state: LedgerState, reading: TurnReading, change: Change, at: Instant): readonly Directive[] {
  const pointed = change.targets.flatMap((id) => state.ofMessage({ ...reading.turn, id }));
  if (pointed.length > 0) return best(pointed, (known) => topicShare(state, change.topics, known));
  if (change.targets.length > 0 && change.fallback === null) return [];
  const scored = pool(state, reading, change.topics)
    .filter((known) => isChangeable(known, change, at))
    .map((directive) => ({ directive, score: changeScore(state, reading, change, directive, at) }))
    .toSorted((a, b) => b.score - a.score || (a.directive.id < b.directive.id ? -1 : 1));
  const first = scored[0];
  return first === undefined || first.score < CHANGE_AT_LEAST ? [] : [first.directive];
}

function best(directives: readonly Directive[], score: (known: Directive) => number): readonly Directive[] {
  const sorted = directives.toSorted((a, b) => score(b) - score(a));
  return sorted.slice(0, 1);
}

function isChangeable(known: Directive, change: Change, at: Instant): boolean {
  if (known.kind === 'notice' || known.kind === 'opaque' || known.openedAt > at) return false;
  if (change.change === 'reinstate') return known.status === 'cancelled' || known.status === 'open';
  return known.status === 'open';
}

function changeScore(state: LedgerState, reading: TurnReading, change: Change, known: Directive, at: Instant): number {
  const last = Math.max(known.openedAt, ...known.changes.map((one) => one.at));
  const age = at - last;
  const recency = age < 2 * HOUR ? 0.5 : age < DAY ? 0.35 : age < 4 * DAY ? 0.2 : 0;
  const here = known.evidence.some((one) => one.group === reading.turn.group && one.platform === reading.turn.platform);
  const oldDay = change.oldDay !== null && known.deadline?.day === change.oldDay ? 0.8 : 0;
  const people = change.audience === null || change.audience.people.length === 0 ? 0 : audienceShare(change.audience.people, known) * 0.3;
  const task = known.kind === 'directive' || known.kind === 'meeting' ? 0.1 : 0;
  const reinstates = change.change === 'reinstate' && known.status === 'cancelled' ? 0.6 : 0;
  return topicShare(state, change.topics, known) * 2 + recency + (here ? 0.35 : 0) + (known.issuer.id === reading.sender.id ? 0.35 : 0) + oldDay + people + task + reinstates;
}

function audienceShare(people: readonly string[], known: Directive): number {
  const asked = new Set(known.audience.people);
  return people.filter((person) => asked.has(person)).length / people.length;
}

export function topicShare(state: LedgerState, topics: readonly string[], known: Directive): number {
  const { shared, smaller } = overlap(topics, known.topics, (topic) => state.topicWeight(topic));
  return smaller === 0 ? 0 : shared / smaller;
}

function pool(state: LedgerState, reading: TurnReading, topics: readonly string[]): readonly Directive[] {
  return [...new Set([...state.inGroup(groupKey(reading.turn)).slice(-GROUP_WINDOW), ...state.sharing(topics, 12)])];
}

const ACK_WITHIN = 8 * HOUR;
const REPORT_WITHIN = 10 * DAY;

/** The directive that somebody answers, among those that ask this person. */
export function targetOfAnswer(state: LedgerState, reading: TurnReading, answer: Answer, at: Instant): Directive | null {
  const pointed = answer.targets.flatMap((id) => state.ofMessage({ ...answer, id })).filter((known) => known.audience.people.includes(answer.person));
  if (pointed[0] !== undefined) return pointed[0];
  const within = answer.state === 'acknowledged' ? ACK_WITHIN : REPORT_WITHIN;
  const scored = pool(state, reading, answer.state === 'acknowledged' ? [] : answer.topics)
    .filter((known) => isAnswerable(known, answer, at))
    .map((directive) => ({ directive, score: answerScore(state, reading, answer, directive, at, within) }))
    .filter((one) => one.score > 0)
    .toSorted((a, b) => b.score - a.score || (a.directive.id < b.directive.id ? -1 : 1));
  return scored[0]?.directive ?? null;
}

function isAnswerable(known: Directive, answer: Answer, at: Instant): boolean {
  return known.kind !== 'notice' && known.kind !== 'opaque' && known.openedAt < at && (known.status === 'open' || at - (known.closedAt ?? at) < ACK_WITHIN) && known.audience.people.includes(answer.person);
}

function answerScore(state: LedgerState, reading: TurnReading, answer: Answer, known: Directive, at: Instant, within: number): number {
  const age = at - lastSourceIn(known, reading, at);
  if (age > within) return 0;
  const share = topicShare(state, answer.topics, known) + singleShare(answer.topics, known);
  const open = known.answers.some((one) => one.person === answer.person && one.state === answer.state) && known.deadline?.recurrence == null ? 0.5 : 1;
  if (answer.state === 'acknowledged') return (share * 1.5 + 1 / (1 + age / (20 * 60_000))) * open;
  const recurring = known.deadline?.recurrence == null ? 0 : 0.35;
  return (share * 2 + recurring + 0.5 / (1 + age / (4 * HOUR)) - 0.3) * open;
}

/** Figures are named by single words ("泵2 袋600 锨40"): the share of these that stand in the directive's topics. */
function singleShare(topics: readonly string[], known: Directive): number {
  const singles = topics.filter((topic) => topic.length === 1 && /[\u4e00-\u9fff]/u.test(topic));
  if (singles.length < 2) return 0;
  const characters = new Set([...known.topics.keys()].join(''));
  return (singles.filter((topic) => characters.has(topic)).length / singles.length) * 0.5;
}

/** When the directive last spoke in this group; its own time where it never did. */
function lastSourceIn(known: Directive, reading: TurnReading, at: Instant): Instant {
  return known.heard.get(groupKey(reading.turn)) ?? Math.min(known.openedAt, at - 6 * HOUR);
}
