/**
 * Somebody whom a directive doesn't name answers it: "收到" where others of like office are asked, figures where figures are wanted. Trees weigh
 * whether they are meant. What is named in a way that no roster tells ("老鲍那几栋", "你们仨") is understood by those who are named.
 */
import { ANSWER_SIGNS, type AnswerForm } from '../model/answer-weights.ts';
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import { type Answer, type AnswerState, ITEM_KINDS, isTask, type TurnReading } from '../model/reading.ts';
import { perhapsChance } from '../model/seen-by.ts';
import { chanceByTrees } from '../model/trees.ts';
import { SHIPPED_ANSWERS } from './answer-model.ts';
import { IN_GROUP, mayBeAnswered, measuredAmong, pointedBy, scoreOf } from './answer-target.ts';
import { asks } from './asked.ts';
import { share } from './look-signs.ts';
import { type Circle, circleOf } from './peers.ts';
import type { LedgerState } from './state.ts';

const AROUND = [
  'form',
  'state',
  'odds',
  'pointed',
  'inside',
  'overInside',
  'second',
  'kind',
  'unclear',
  'general',
  'places',
  'people',
  'members',
  'membersAsked',
  'peers',
  'peersAsked',
  'shareOfPeers',
  'peersOfAsked',
  'answered',
  'shareAnswered',
  'peersAnswered',
  'dated',
  'evidence',
  'groups',
  'perhaps',
] as const;

/** Who isn't asked has answered nothing before, and how many are asked is counted without them. */
const OF_ANSWER = ANSWER_SIGNS.filter((sign) => sign !== 'sameAgain' && sign !== 'doneBefore' && sign !== 'few');
const PLACES = OF_ANSWER.map((sign) => ANSWER_SIGNS.indexOf(sign));

export const JOIN_SIGNS: readonly string[] = [...OF_ANSWER, ...AROUND];

const FORMS: readonly AnswerForm[] = ['word', 'report', 'talk'];
const STATES: readonly AnswerState[] = ['acknowledged', 'reported', 'done'];

/** A directive that doesn't ask who answers, and how likely it means them all the same. */
export interface Unasked {
  readonly directive: Directive;
  /** Of JOIN_SIGNS. */
  readonly signs: Float64Array;
}

const AT_LEAST = 0.75;

export function joinedBy(state: LedgerState, reading: TurnReading, answer: Answer, at: Instant): Directive | null {
  const { joins } = state.merging;
  // Whoever only talks about it, or says that it isn't theirs, takes up nothing.
  if (joins === undefined || answer.form === 'talk' || answer.exempt) return null;
  const likeliest = likeliestUnasked(state, reading, answer, at);
  return likeliest !== null && chanceByTrees(joins, likeliest.signs) >= AT_LEAST ? likeliest.directive : null;
}

/** What counts as an answer's directive for sure. */
const POINTED = 10;
const NONE = -20;

interface Weighed {
  readonly directive: Directive;
  readonly odds: number;
  readonly pointed: boolean;
}

/**
 * The likeliest of the group's newest directives that don't ask who answers; null for whoever nothing is asked of.
 * @param letGo taken as if it didn't ask them, to learn from what is known
 */
export function likeliestUnasked(state: LedgerState, reading: TurnReading, answer: Answer, at: Instant, letGo?: Directive): Unasked | null {
  const { org } = state;
  if (org?.personById.get(answer.person)?.roles.includes('cadre') !== true) return null;
  const isInside = (one: Directive): boolean => one !== letGo && asks(one.audience, answer.person);
  const group = groupKey(reading.turn);
  const known = state.inGroup(group, IN_GROUP).filter((one) => mayAnswer(one, answer, group, at));
  if (known.every(isInside)) return null;
  const signsOf = measuredAmong(state, group, answer, known, at);
  const pointed = new Set(pointedBy(state, answer));
  const all = known
    .map((one): Weighed => ({ directive: one, odds: scoreOf(signsOf(one), answer.form, SHIPPED_ANSWERS), pointed: pointed.has(one) }))
    .toSorted((a, b) => worth(b) - worth(a));
  const [best, second] = all.filter(({ directive }) => !isInside(directive) && directive.audience.closed !== true);
  if (best === undefined) return null;
  const inside = all.find(({ directive }) => isInside(directive));
  const around = aroundOf(best, second, inside, answer, circleOf(org, reading.turn, answer.person));
  const ofAnswer = signsOf(best.directive);
  return {
    directive: best.directive,
    signs: Float64Array.from([...PLACES.map((place) => ofAnswer[place] ?? 0), ...AROUND.map((sign) => around[sign])]),
  };
}

function mayAnswer(known: Directive, { person, form }: Answer, group: string, at: Instant): boolean {
  if (!isTask(known.kind) || known.voices.includes(person) || known.declined?.includes(person) === true) return false;
  return mayBeAnswered(known, form, group, at);
}

function worth(one: Weighed | undefined): number {
  return one === undefined ? NONE : one.odds + (one.pointed ? POINTED : 0);
}

/** @param inside the likeliest directive that asks this person */
function aroundOf(
  best: Weighed,
  second: Weighed | undefined,
  inside: Weighed | undefined,
  answer: Answer,
  { others, peers }: Circle,
): Readonly<Record<(typeof AROUND)[number], number>> {
  const { directive, odds, pointed } = best;
  const { audience, kind } = directive;
  const asked = audience.people.filter((id) => id !== answer.person);
  const isAsked = new Set(asked);
  const isPeer = new Set(peers);
  const answered = new Set(directive.answers.flatMap(({ person }) => (person === answer.person ? [] : [person])));
  const peersAsked = peers.filter((id) => isAsked.has(id)).length;
  return {
    form: FORMS.indexOf(answer.form),
    state: STATES.indexOf(answer.state),
    odds,
    pointed: Number(pointed),
    inside: worth(inside),
    overInside: worth(best) - worth(inside),
    second: worth(second),
    kind: ITEM_KINDS.indexOf(kind),
    unclear: Number(audience.unclear),
    general: Number(audience.general === true),
    places: Number(audience.places === true),
    people: asked.length,
    members: others.length,
    membersAsked: share(others.filter((id) => isAsked.has(id)).length, others.length),
    peers: peers.length,
    peersAsked,
    shareOfPeers: share(peersAsked, peers.length),
    peersOfAsked: share(asked.filter((id) => isPeer.has(id)).length, asked.length),
    answered: answered.size,
    shareAnswered: share(answered.size, asked.length),
    peersAnswered: peers.filter((id) => answered.has(id)).length,
    dated: Number(directive.deadline !== null),
    evidence: directive.evidence.length,
    groups: directive.heard.size,
    perhaps: perhapsChance(directive, answer.person),
  };
}
