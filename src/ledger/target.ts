/** Finds the directive that a change is about: by what it points at, else by object, group, issuer and recency. */
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Change, ChangeKind, TurnReading } from '../model/reading.ts';
import { overlap } from './likeness.ts';
import type { LedgerState } from './state.ts';

const GROUP_WINDOW = 30;
/** Below this a change has no target: better shown as it stands than applied to the wrong item. */
const CHANGE_AT_LEAST = 1.2;
/** Nearer than this two targets can't be told apart; taking back the wrong one would hide a task. */
const AMBIGUOUS: Readonly<Partial<Record<ChangeKind, number>>> = { cancel: 0.06, deadline: 0.06 };
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
  const known = pool(state, reading, change.topics).filter((directive) => isChangeable(directive, change, at));
  const coded = known.filter((directive) => change.topics.some((topic) => CODE.test(topic) && directive.topics.has(topic)));
  if (coded.length > 0) return certain(coded);
  const scored = known
    .map((directive) => ({ directive, score: changeScore(state, reading, change, directive, at) }))
    .toSorted((a, b) => b.score - a.score || (a.directive.id < b.directive.id ? -1 : 1));
  const [first, second] = scored;
  if (first === undefined || first.score < CHANGE_AT_LEAST) return certain([]);
  const isDoubtful = second !== undefined && first.score - second.score < (AMBIGUOUS[change.change] ?? 0);
  return isDoubtful ? { directives: [], doubtful: [first.directive, second.directive] } : certain([first.directive]);
}

/** A work order's number. */
const CODE = /^[A-Za-z]{0,6}\d{2,}(?:-\d+)+$/u;

function certain(directives: readonly Directive[]): ChangeTargets {
  return { directives, doubtful: [] };
}

/** Open ones; and closed ones for saying the same again in another group. */
function isChangeable(known: Directive, change: Change, at: Instant): boolean {
  if (known.kind === 'notice' || known.kind === 'opaque' || known.openedAt > at) return false;
  if (known.status === 'open') return true;
  const repeats = (change.change === 'cancel' && known.status === 'cancelled') || (change.change === 'done' && known.status === 'done');
  return (repeats && at - (known.closedAt ?? at) < CLOSED_FOR) || (change.change === 'reinstate' && known.status === 'cancelled');
}

/** What is shared counts most; then where, when and by whom the directive was last spoken of. */
function changeScore(state: LedgerState, reading: TurnReading, change: Change, known: Directive, at: Instant): number {
  const shared = overlap(change.topics, known, state).shared + overlap(change.head, known, state).shared;
  const heard = known.heard.get(groupKey(reading.turn));
  const age = at - (heard ?? Math.max(...known.heard.values()));
  const recency = age < HOUR ? 0.5 : age < 3 * HOUR ? 0.4 : age < DAY ? 0.25 : age < 4 * DAY ? 0.1 : 0;
  const due =
    known.deadline !== null && Math.abs(known.deadline.at - at) < 12 * HOUR && (change.change === 'remind' || change.change === 'done')
      ? 0.25
      : 0;
  const signs = [
    Math.min(1.5, shared / 1.6) * 1.2,
    recency,
    heard === undefined ? 0 : 0.3,
    known.issuer.id === reading.sender.id ? 0.3 : 0,
    change.oldDay !== null && known.deadline?.day === change.oldDay ? 0.8 : 0,
    peopleSign(change, known),
    due,
    isTaskKind(known) ? 0.1 : 0,
    change.aboutMeeting === (known.kind === 'meeting') ? 0.15 : change.aboutMeeting ? -0.4 : 0,
    change.change === 'reinstate' && known.status === 'cancelled' ? 0.6 : 0,
  ];
  return signs.reduce((sum, sign) => sum + sign, 0);
}

function isTaskKind(known: Directive): boolean {
  return known.kind === 'directive' || known.kind === 'meeting';
}

/** Who is named is asked by the directive, or it is another one. */
function peopleSign(change: Change, known: Directive): number {
  if (change.audience === null || change.audience.people.length === 0 || known.audience.unclear) return 0;
  const share = audienceShare(change.audience.people, known);
  return share === 0 ? -0.7 : share * 0.3;
}

function audienceShare(people: readonly string[], known: Directive): number {
  const asked = new Set(known.audience.people);
  return people.filter((person) => asked.has(person)).length / people.length;
}

export function topicShare(state: LedgerState, topics: readonly string[], known: Directive): number {
  const { shared, smaller } = overlap(topics, known, state);
  return smaller === 0 ? 0 : shared / smaller;
}

function pool(state: LedgerState, reading: TurnReading, topics: readonly string[]): readonly Directive[] {
  const here = state.inGroup(groupKey(reading.turn), GROUP_WINDOW);
  return topics.length === 0 ? here : [...new Set([...here, ...state.sharing(topics, 12)])];
}
