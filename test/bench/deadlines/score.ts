/** What is counted, the same for every engine. A share without cases is null. */
import type { GoldDeadline, Sentence } from '../../corpus/sentences.ts';
import type { Found } from './found.ts';

export type Engine = (text: string, sentAt: number) => readonly Found[];

/** Cases counted and those of them that are right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export const MEASURES = ['whole', 'recall', 'precision', 'instants', 'empty', 'calendar', 'corrections'] as const;
export type Measure = (typeof MEASURES)[number];
export type Score = Readonly<Record<Measure, Share>>;

/** Working days, T+N, and public holidays, by the words of the sentence. */
const CALENDAR_WORDS = /工作日|[TtＴ]\s?[+＋]|节[前后]|假期?[前后]|年前|元旦|春节|清明|五一|劳动节|端午|中秋|国庆/u;

export function scoreOf(sentences: readonly Sentence[], engine: Engine): Score {
  const judged = sentences.map((sentence) => judge(sentence, engine(sentence.text, Date.parse(sentence.sentAt))));
  const whole = (of: (one: Judged) => boolean): Share => shareOf(judged.filter(of).map(({ isWhole }) => isWhole));
  return {
    whole: whole(() => true),
    recall: shareOf(judged.flatMap(({ recalled }) => recalled)),
    precision: shareOf(judged.flatMap(({ precise }) => precise)),
    instants: shareOf(judged.flatMap(({ instants }) => instants)),
    empty: whole(({ sentence }) => sentence.deadlines.length === 0),
    calendar: whole(({ sentence }) => sentence.deadlines.length > 0 && CALENDAR_WORDS.test(sentence.text)),
    corrections: whole(({ sentence }) => sentence.otherTimes.some(({ role }) => role === 'old')),
  };
}

interface Judged {
  readonly sentence: Sentence;
  readonly isWhole: boolean;
  /** One entry for each day that the sentence sets, and for each that the engine gives. */
  readonly recalled: readonly boolean[];
  readonly precise: readonly boolean[];
  /** One entry for each deadline with a clock time or a duration in hours or minutes. */
  readonly instants: readonly boolean[];
}

export function judge(sentence: Sentence, found: readonly Found[]): Judged {
  const gold = sentence.deadlines;
  const days = [...new Map(gold.map((one) => [one.day, one])).values()];
  const foundDays = [...new Map(found.map((one) => [one.day, one])).values()];
  const isRight = (one: GoldDeadline): boolean => found.some((each) => hasDay(one, each) && hasInstant(one, each));
  const isAsked = (each: Found): boolean => gold.some((one) => hasDay(one, each) && hasInstant(one, each));
  return {
    sentence,
    isWhole: gold.every(isRight) && found.every(isAsked),
    recalled: days.map((one) => found.some((each) => hasDay(one, each))),
    precise: foundDays.map((each) => gold.some((one) => hasDay(one, each))),
    instants: gold.filter(({ at }) => at !== null).map((one) => found.some((each) => hasInstant(one, each))),
  };
}

/** An instant that is right has the right day, however its midnight is called. */
function hasDay(gold: GoldDeadline, found: Found): boolean {
  const isNamed = found.day === gold.day || gold.alt_days?.includes(found.day) === true;
  return isNamed || (gold.at !== null && hasInstant(gold, found));
}

/** Where no clock is said, none is asked for and none is held against an engine. */
function hasInstant(gold: GoldDeadline, found: Found): boolean {
  return gold.at === null || found.at === Date.parse(gold.at);
}

export function shareOf(cases: readonly boolean[]): Share {
  return { right: cases.filter(Boolean).length, of: cases.length };
}
