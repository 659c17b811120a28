/** The signs by which a directive is weighed as what somebody answers: what it follows, quotes, names and echoes; when and where it last spoke. */
import { ANSWER_SIGNS, type AnswerSign, type AnswerSigns } from '../model/answer-weights.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import { type Answer, type AnswerState, isTold } from '../model/reading.ts';
import type { LedgerState } from './state.ts';
import { CODE } from './work-order.ts';

/** The signs of the candidate that is weighed, in the order of their names: dozens are weighed an answer, and no two at once. */
const values = new Float64Array(ANSWER_SIGNS.length);
const PLACE = Object.fromEntries(ANSWER_SIGNS.map((sign, place) => [sign, place])) as Readonly<Record<AnswerSign, number>>;

export function namedSigns(signs: Float64Array): AnswerSigns {
  return Object.fromEntries(ANSWER_SIGNS.map((sign, place) => [sign, signs[place] ?? 0])) as AnswerSigns;
}

/** An answer, and what of it is the same for all candidates. */
export interface Said {
  readonly answer: Answer;
  /** Topics of one character. */
  readonly singles: readonly string[];
  readonly mayNameOrder: boolean;
}

export function saidBy(answer: Answer): Said {
  const { topics } = answer;
  return { answer, singles: topics.filter((topic) => topic.length === 1 && CHINESE.test(topic)), mayNameOrder: mayNameOrder(answer) };
}

const CHINESE = /[\u4e00-\u9fff]/u;

/** When the directive last spoke in this group; long ago where it never did. */
export function spokenOf(known: Directive, group: string, at: Instant): Instant {
  return known.heard.get(group) ?? Math.min(known.openedAt, at - 6 * HOUR);
}

/** All of a candidate's signs, in the order of their names; they hold until the next one is measured. */
export function measure(
  state: LedgerState,
  group: string,
  { answer, singles, mayNameOrder: mayName }: Said,
  known: Directive,
  at: Instant,
  newest: Instant | null,
): Float64Array {
  const { topics, follows, addressed } = answer;
  const heard = known.heard.get(group);
  const age = at - (heard ?? spokenOf(known, group, at));
  const own = state.overlap(topics, known);
  const isFollowed = follows !== null && known.evidence.some((one) => one.id === follows.id && one.group === answer.group);
  const recurs = known.deadline?.recurrence != null;
  const left = known.deadline === null ? null : known.deadline.at - at;
  const isTraffic = known.kind === 'traffic';
  const codes = mayName ? codesOf(known) : NO_CODES;
  const isCoded = codes.some((code) => topics.includes(code) || answer.numbers.some((number) => endsIn(code, number)));
  const toIssuer = known.issuer.person !== null && addressed.includes(known.issuer.person);
  values[PLACE.follows] = Number(isFollowed);
  values[PLACE.barrier] = Number(follows !== null && !isFollowed && follows.at > (heard ?? 0));
  values[PLACE.quoted] = answer.quoted.length === 0 ? 0 : shareOf(state.overlap(answer.quoted, known));
  values[PLACE.share] = shareOf(own);
  values[PLACE.shared] = Math.min(own.shared, 4);
  values[PLACE.single] = singleShare(singles, known);
  values[PLACE.code] = Number(isCoded);
  values[PLACE.otherCode] = Number(!isCoded && codes.length > 0 && answer.numbers.length > 0);
  values[PLACE.echo] = Number(
    known.deadline !== null && answer.times.some((time) => Math.abs(time - (known.deadline?.at ?? 0)) < 2 * MINUTE),
  );
  values[PLACE.toIssuer] = Number(toIssuer);
  values[PLACE.toOther] = Number(addressed.length > 0 && !toIssuer);
  values[PLACE.minutes] = 1 / (1 + age / (15 * MINUTE));
  values[PLACE.hours] = 1 / (1 + age / (3 * HOUR));
  values[PLACE.days] = 1 / (1 + age / DAY);
  values[PLACE.here] = Number(heard !== undefined);
  values[PLACE.newest] = Number(heard !== undefined && heard === newest);
  values[PLACE.near] = Number(left !== null && left > -HOUR && left < 3 * HOUR);
  values[PLACE.overdue] = Number(left !== null && left <= -HOUR);
  values[PLACE.sameAgain] = Number(!recurs && hasAnswered(known, answer, answer.state));
  values[PLACE.doneBefore] = Number(!recurs && hasAnswered(known, answer, 'done'));
  values[PLACE.recurring] = Number(recurs);
  values[PLACE.clickedTraffic] = Number(answer.clicked && isTraffic);
  values[PLACE.unclickedTraffic] = Number(!answer.clicked && isTraffic);
  values[PLACE.clickedTask] = Number(answer.clicked && !isTraffic);
  values[PLACE.few] = 1 / Math.max(1, known.audience.people.length);
  values[PLACE.unsure] = Number(known.unsure);
  values[PLACE.told] = Number(isTold(known.kind));
  values[PLACE.meeting] = Number(known.kind === 'meeting');
  return values;
}

/** In another message than this one. */
function hasAnswered({ answers }: Directive, { person, id }: Answer, state: AnswerState): boolean {
  for (const one of answers) if (one.state === state && one.person === person && one.id !== id) return true;
  return false;
}

function shareOf({ shared, smaller }: { readonly shared: number; readonly smaller: number }): number {
  return smaller === 0 ? 0 : shared / smaller;
}

function mayNameOrder({ numbers, topics }: Answer): boolean {
  return numbers.length > 0 || topics.some((topic) => CODE.test(topic));
}

const NO_CODES: readonly string[] = [];

function codesOf({ topics }: Directive): readonly string[] {
  return [...topics].filter((topic) => CODE.test(topic));
}

/** "04号" of DL1116-04. */
function endsIn(code: string, number: string): boolean {
  return Number(code.slice(code.lastIndexOf('-') + 1)) === Number(number);
}

/** Figures are named by single words ("泵2 袋600 锨40"): the share of these that stand in the directive's topics. */
function singleShare(singles: readonly string[], known: Directive): number {
  if (singles.length < 2) return 0;
  const characters = charactersOf(known.topics);
  return singles.filter((topic) => characters.has(topic)).length / singles.length;
}

/** By the topics themselves, which are others when the directive gets another copy. */
const characterSets = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function charactersOf(topics: ReadonlySet<string>): ReadonlySet<string> {
  let characters = characterSets.get(topics);
  if (characters === undefined) {
    characters = new Set([...topics].join(''));
    characterSets.set(topics, characters);
  }
  return characters;
}
