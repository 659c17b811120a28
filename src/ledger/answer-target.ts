/**
 * Finds the directive that somebody answers, among those that ask this person: by what it replies to, else by weighed signs
 * (what it follows, quotes, names and echoes; when and where the directive last spoke). None, where none is likelier than that.
 */
import { ANSWER_SIGNS, type AnswerModel, type AnswerSigns, type AnswerWeights } from '../model/answer-weights.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Answer, TurnReading } from '../model/reading.ts';
import { SHIPPED_ANSWERS } from './answer-model.ts';
import { measure, namedSigns, saidBy, spokenOf } from './answer-signs.ts';
import { asks } from './asked.ts';
import type { LedgerState } from './state.ts';

export const IN_GROUP = 30;
const SHARING = 12;
const WITHIN: Readonly<Record<Answer['form'], number>> = { word: 12 * HOUR, report: 10 * DAY, talk: 3 * DAY };
/** Above 0 a directive is likelier than none. Who is taken for silent is asked again for nothing, so that what is nearly as likely counts. */
const AT_LEAST: Readonly<Record<Answer['form'], number>> = { word: 0, report: -1, talk: -0.6 };
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
  const named = onlyNamed(answer, known);
  if (named !== null) return named;
  const signsOf = measuredAmong(state, group, answer, known, at);
  for (const directive of known) {
    const score = scoreOf(signsOf(directive), answer.form, model);
    const isBetter = score > most || (score === most && best !== null && directive.id < best.id);
    if (isBetter) [best, most] = [directive, score];
  }
  return best;
}

/** "值班表已报": of all that may be answered one is called by its title, and no other by a word of it. */
function onlyNamed({ topics }: Answer, known: readonly Directive[]): Directive | null {
  if (topics.length === 0) return null;
  const [only, another] = known.filter(({ object }) => object.some((topic) => topics.includes(topic)));
  if (only === undefined || another !== undefined) return null;
  return only.object.filter((topic) => topics.includes(topic)).length >= only.object.length * CALLED ? only : null;
}

const CALLED = 0.5;

/** What it replies to, if that asks this person. */
export function pointedAt(state: LedgerState, answer: Answer): Directive | null {
  return pointedBy(state, answer).find((known) => asks(known.audience, answer.person)) ?? null;
}

/** What it replies to. */
export function pointedBy(state: LedgerState, { platform, group, targets }: Answer): readonly Directive[] {
  return targets.flatMap((id) => state.ofMessage({ platform, group, id }));
}

export function scoreOf(signs: Float64Array, form: Answer['form'], model: AnswerModel): number {
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
  const signsOf = measuredAmong(state, group, answer, known, at);
  return known.map((directive) => ({ directive, signs: namedSigns(signsOf(directive)) }));
}

/** The signs of each of those that may be answered; they hold until the next one is measured. */
export function measuredAmong(
  state: LedgerState,
  group: string,
  answer: Answer,
  known: readonly Directive[],
  at: Instant,
): (one: Directive) => Float64Array {
  const newest = newestIn(group, known);
  const said = saidBy(answer);
  return (one) => measure(state, group, said, one, at, newest);
}

function newestIn(group: string, known: readonly Directive[]): Instant | null {
  let newest: Instant | null = null;
  for (const one of known) newest = latest(newest, one.heard.get(group));
  return newest;
}

/** What may be answered, of the group's newest directives and of those that share most words. */
function answerable(state: LedgerState, group: string, answer: Answer, at: Instant): readonly Directive[] {
  const { person, form, topics, quoted } = answer;
  const fits = (one: Directive): boolean => mayBeAnswered(one, form, group, at);
  const known = state.inGroupAsking(group, IN_GROUP, person).filter(fits);
  const words = form === 'word' ? quoted : quoted.length === 0 ? topics : [...topics, ...quoted];
  for (const one of state.sharingAsking(words, SHARING, person)) if (!known.includes(one) && fits(one)) known.push(one);
  return known;
}

function latest(a: Instant | null, b: Instant | undefined): Instant | null {
  return b === undefined || (a !== null && a >= b) ? a : b;
}

/** It stands yet, and was spoken of in the group not too long ago for an answer of that form. */
export function mayBeAnswered(known: Directive, form: Answer['form'], group: string, at: Instant): boolean {
  return at - spokenOf(known, group, at) <= WITHIN[form] && isAnswerable(known, at);
}

function isAnswerable(known: Directive, at: Instant): boolean {
  return (
    known.kind !== 'notice' &&
    known.kind !== 'opaque' &&
    known.openedAt < at &&
    (known.status === 'open' || at - (known.closedAt ?? at) < AFTER_CLOSING)
  );
}
