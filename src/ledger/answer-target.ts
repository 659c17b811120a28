/**
 * Finds the directive that somebody answers, among those that ask this person: by what it replies to, else by weighed signs
 * (what it follows, quotes, names and echoes; when and where the directive last spoke). None, where none is likelier than that.
 */
import { ANSWER_SIGNS, type AnswerModel, type AnswerSign, type AnswerSigns, type AnswerWeights } from '../model/answer-weights.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import { type Answer, type AnswerState, isTold, type TurnReading } from '../model/reading.ts';
import { SHIPPED_ANSWERS } from './answer-model.ts';
import { asks } from './asked.ts';
import type { LedgerState } from './state.ts';
import { CODE } from './work-order.ts';

const IN_GROUP = 30;
const SHARING = 12;
const WITHIN: Readonly<Record<Answer['form'], number>> = { word: 12 * HOUR, report: 10 * DAY, talk: 3 * DAY };
/** Above 0 a directive is likelier than none. Who is taken for silent is asked again for nothing, so that what is nearly as likely counts. */
const AT_LEAST: Readonly<Record<Answer['form'], number>> = { word: 0, report: -1, talk: -1 };
const AFTER_CLOSING = 8 * HOUR;

export interface AnswerCandidate {
  readonly directive: Directive;
  readonly signs: AnswerSigns;
}

export function targetOfAnswer(
  state: LedgerState,
  reading: TurnReading,
  answer: Answer,
  at: Instant,
  model: AnswerModel = SHIPPED_ANSWERS,
): Directive | null {
  const pointed = pointedAt(state, answer);
  if (pointed !== null && answer.form !== 'talk') return pointed;
  let best: Directive | null = null;
  let most = AT_LEAST[answer.form];
  const group = groupKey(reading.turn);
  const known = answerable(state, group, answer, at);
  const newest = newestIn(group, known);
  const said = saidBy(answer);
  for (const directive of known) {
    measure(state, group, said, directive, at, newest);
    const score = scoreOf(values, answer.form, model);
    const isBetter = score > most || (score === most && best !== null && directive.id < best.id);
    if (isBetter) [best, most] = [directive, score];
  }
  return best;
}

/** What it replies to, if that asks this person. */
export function pointedAt(state: LedgerState, answer: Answer): Directive | null {
  if (answer.targets.length === 0) return null;
  const { platform, group } = answer;
  const pointed = answer.targets.flatMap((id) => state.ofMessage({ platform, group, id }));
  return pointed.find((known) => asks(known.audience, answer.person)) ?? null;
}

/** The signs of the candidate that is weighed, in the order of their names: dozens are weighed an answer, and no two at once. */
const values = new Float64Array(ANSWER_SIGNS.length);
const PLACE = Object.fromEntries(ANSWER_SIGNS.map((sign, place) => [sign, place])) as Readonly<Record<AnswerSign, number>>;

function scoreOf(signs: Float64Array, form: Answer['form'], model: AnswerModel): number {
  const weights = weightsIn(model[form]);
  let sum = model[form].bias;
  for (let place = 0; place < signs.length; place++) sum += (signs[place] ?? 0) * (weights[place] ?? 0);
  return sum;
}

const inOrder = new WeakMap<AnswerWeights, readonly number[]>();

function weightsIn(model: AnswerWeights): readonly number[] {
  let weights = inOrder.get(model);
  if (weights === undefined) {
    weights = ANSWER_SIGNS.map((sign) => model.weights[sign] ?? 0);
    inOrder.set(model, weights);
  }
  return weights;
}

export function answerCandidates(state: LedgerState, reading: TurnReading, answer: Answer, at: Instant): readonly AnswerCandidate[] {
  const group = groupKey(reading.turn);
  const known = answerable(state, group, answer, at);
  const newest = newestIn(group, known);
  const said = saidBy(answer);
  return known.map((directive) => {
    measure(state, group, said, directive, at, newest);
    return { directive, signs: namedSigns() };
  });
}

function namedSigns(): AnswerSigns {
  return Object.fromEntries(ANSWER_SIGNS.map((sign, place) => [sign, values[place] ?? 0])) as AnswerSigns;
}

function newestIn(group: string, known: readonly Directive[]): Instant | null {
  let newest: Instant | null = null;
  for (const one of known) newest = latest(newest, one.heard.get(group));
  return newest;
}

/** What may be answered, of the group's newest directives and of those that share most words. */
function answerable(state: LedgerState, group: string, answer: Answer, at: Instant): readonly Directive[] {
  const { person, form, topics, quoted } = answer;
  const fits = (one: Directive): boolean => at - spokenOf(one, group, at) <= WITHIN[form] && isAnswerable(one, at);
  const known = state.inGroupAsking(group, IN_GROUP, person).filter(fits);
  const words = form === 'word' ? quoted : quoted.length === 0 ? topics : [...topics, ...quoted];
  for (const one of state.sharingAsking(words, SHARING, person)) if (!known.includes(one) && fits(one)) known.push(one);
  return known;
}

function latest(a: Instant | null, b: Instant | undefined): Instant | null {
  return b === undefined || (a !== null && a >= b) ? a : b;
}

/** An answer, and what of it is the same for all candidates. */
interface Said {
  readonly answer: Answer;
  /** Topics of one character. */
  readonly singles: readonly string[];
  readonly mayNameOrder: boolean;
}

function saidBy(answer: Answer): Said {
  const { topics } = answer;
  return { answer, singles: topics.filter((topic) => topic.length === 1 && CHINESE.test(topic)), mayNameOrder: mayNameOrder(answer) };
}

const CHINESE = /[\u4e00-\u9fff]/u;

function isAnswerable(known: Directive, at: Instant): boolean {
  return (
    known.kind !== 'notice' &&
    known.kind !== 'opaque' &&
    known.openedAt < at &&
    (known.status === 'open' || at - (known.closedAt ?? at) < AFTER_CLOSING)
  );
}

/** When the directive last spoke in this group; long ago where it never did. */
function spokenOf(known: Directive, group: string, at: Instant): Instant {
  return known.heard.get(group) ?? Math.min(known.openedAt, at - 6 * HOUR);
}

/** Puts all of a candidate's signs in their places. */
function measure(
  state: LedgerState,
  group: string,
  { answer, singles, mayNameOrder: mayName }: Said,
  known: Directive,
  at: Instant,
  newest: Instant | null,
): void {
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
