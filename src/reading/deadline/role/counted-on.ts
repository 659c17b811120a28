/**
 * Second look: counts of days from a day that the text tells, before them or after: 自公告之日(9月2日)起20日内; 通知书是5月25日送到的,
 * 从送达那天往后数15日内; 从报案次日起五日内…我们是4月6日报的案.
 */
import { addDays, type Day, instantAt } from '../../../model/instant.ts';
import { afterDuration } from '../compose/duration.ts';
import type { Phrase } from '../compose/phrase.ts';
import { resolve } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import { firstVerb, isCompletion } from '../verbs.ts';
import { FORBIDDEN } from './rules-duration.ts';
import type { Told } from './tell.ts';

export function countOn(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  if (told.length < 2 || !told.some(({ phrase }) => isCount(phrase))) return told;
  const origins = new Set<Told>();
  const counted = told.map((each, index) => {
    if (!isCount(each.phrase) || (each.role !== 'deadline' && each.role !== 'other')) return each;
    const right = text.slice(each.phrase.end, each.phrase.end + 60).split(/[。!?;\n]/)[0] ?? '';
    if (FORBIDDEN.test(right)) return each;
    const beside = dayBeside(told[index - 1], each, text, frame);
    if (beside !== null && (STATED.test(right) || OVER.test(right))) return { ...each, role: 'period' as const, rule: 'role/counted-on' };
    if (beside !== null) return countedFrom(each, isFirst(told[index - 1], each) ? addDays(beside, -1) : beside, frame);
    const origin = isAsked(each, right) ? toldOf(told, index, text) : undefined;
    if (origin === undefined) return each;
    origins.add(origin);
    return countedFrom(each, dayOf(origin, frame), frame);
  });
  return counted.map((each) =>
    origins.has(each) && (each.role === 'other' || each.role === 'deadline') ? { ...each, role: 'event', rule: 'role/counted-from' } : each,
  );
}

/** 自明天起算,第七个工作日前; 从明天开始,三天之内: that day is the first of them; by a date it is not counted. */
function isFirst(start: Told | undefined, { phrase }: Told): boolean {
  return phrase.slots.duration?.nth === true || start?.phrase.slots.day?.form === 'offset';
}

/** Days that are counted on; hours count from an hour. */
function isCount({ slots: { duration } }: Phrase): boolean {
  return (
    duration !== null && duration.edge === 'within' && duration.base !== 'holiday' && duration.unit !== 'hour' && duration.unit !== 'minute'
  );
}

/** How long it is and what it is for, nothing to be done by its end. */
export const STATED = /^(?:都|均)?(?:是|为|属|有效|免|保|不)/;
const OVER = /已(?:经)?[逾过]期/;

function isAsked({ role }: Told, right: string): boolean {
  return role === 'deadline' || firstVerb(right) === 'deed' || isCompletion(right) || /^(?:应|须|要|请|必须)?[付缴还退]/.test(right);
}

function countedFrom(each: Told, start: Day | null, frame: Frame): Told {
  const { duration } = each.phrase.slots;
  if (duration === null || start === null) return each;
  const resolved = afterDuration(duration, instantAt(start, 0, frame.timezone), frame);
  const phrase: Phrase = { ...each.phrase, slots: { ...each.phrase.slots, duration: { ...duration, base: 'sent' } } };
  const role = resolved.value.day < frame.today ? 'past' : 'deadline';
  return { ...each, phrase, role, rule: 'role/counted-on', resolved: { ...resolved, steps: [...resolved.steps, 'compose/from-told-day'] } };
}

const SHORT_GAP = /^[)]?(?:算|计算?)?[,]?\s?$/;

/** 签发(11月18日)后28天内, 自3月5日起10日内. */
function dayBeside(before: Told | undefined, { phrase }: Told, text: string, frame: Frame): Day | null {
  if (before === undefined || (before.phrase.edge !== 'from' && before.phrase.edge !== 'after') || !isDay(before.phrase)) return null;
  if (!SHORT_GAP.test(text.slice(before.phrase.end, phrase.start)) || /^(?:次日|当[天日]|第二天)/.test(text.slice(before.phrase.start)))
    return null;
  return resolve({ ...before.phrase, edge: null }, frame, 'nearest')?.value.day ?? null;
}

function isDay({ slots, from }: Phrase): boolean {
  const { day, repeat, duration } = slots;
  return day !== null && from === null && repeat === null && duration === null && day.form !== 'festival' && day.anaphoric === undefined;
}

const AMOUNT = /[\d一二两三四五六七八九十百]+(?:个)?(?:半|工作日|自然日|日|天|周|星期|礼拜|月|年)(?:之内|以内|内)?(?:前)?$/;
/** What it is counted from: 从送达那天往后数, 自立案次日起, 反馈意见后, 签完. */
const ORIGIN =
  /(?:[自从](?<since>[^,。;]{1,10}?)的?(?:之日|那[天日]|当[天日]|次日|第二天|日)?(?:算起|起算|开始算?|往后[数算]?|起|后)|(?<after>[一-龥]{1,6}?)(?:之日起|次日起|之后|以后|后|完))(?:[,]?不[含算计](?:当[天日]|那天|头天))?[,]?$/;
/** This very text is what was received. */
const THIS = /[本此]|这[条个份]/;
const COMMON = /[的了是在之日起于我你他各一不有]/;
const RECEIVED = /收到|签收|接到|送达|送到|寄到|拿到|领到|收悉|下来|到[的了]|(?:^|[日号])到$|[签收接领]的$/;

/** The time in whose clause the same is told to have happened. */
function toldOf(told: readonly Told[], index: number, text: string): Told | undefined {
  const each = told[index] as Told;
  const { start, end } = each.phrase;
  const left = (
    text
      .slice(Math.max(0, start - 24), end)
      .split(/[。!?;\n]/)
      .at(-1) ?? ''
  ).replace(AMOUNT, '');
  const { since, after } = ORIGIN.exec(left)?.groups ?? {};
  const word = since ?? after;
  if (word === undefined || THIS.test(word)) return undefined;
  // 通知书于6月8日送达,自送达之日起15日内拆除: that it arrives asks for nothing.
  const isTold = (other: Told): boolean =>
    other.role !== 'deadline' || (other.rule === 'role/verb' && other.phrase.edge === null && RECEIVED.test(`${word}的`));
  const isOf = (other: Told): boolean => isDay(other.phrase) && !isBeside(other, each, text) && tellsOf(word, clauseOf(other, text));
  return told.find((other) => other !== each && isTold(other) && isOf(other));
}

function dayOf({ phrase, role }: Told, frame: Frame): Day | null {
  return resolve({ ...phrase, edge: null }, frame, role === 'past' ? 'behind' : 'nearest')?.value.day ?? null;
}

/** 报案次日起五日内: of what it is counted from. */
function isBeside({ phrase }: Told, each: Told, text: string): boolean {
  return phrase.edge === 'from' && phrase.end <= each.phrase.start && SHORT_GAP.test(text.slice(phrase.end, each.phrase.start));
}

function clauseOf({ phrase }: Told, text: string): string {
  const left =
    text
      .slice(Math.max(0, phrase.start - 16), phrase.start)
      .split(/[,。;:!\n]/)
      .at(-1) ?? '';
  const right = text.slice(phrase.end, phrase.end + 16).split(/[,。;:!\n]/)[0] ?? '';
  return left + right;
}

const DONE = /已(?:经)?[一-龥]{1,2}$|[一-龥]了$|是[^,。]{0,10}[一-龥]的$/;

function tellsOf(word: string, clause: string): boolean {
  if (RECEIVED.test(`${word}的`) && RECEIVED.test(clause)) return true;
  const letters = [...word].filter((letter) => !COMMON.test(letter));
  const shared = letters.filter((letter) => clause.includes(letter)).length;
  // 合同签订之日起…11月12日已签: that it is done is told by the verb alone.
  if (DONE.test(clause) && letters.slice(-2).some((letter) => clause.includes(letter))) return true;
  return letters.length > 0 && shared >= Math.min(2, letters.length);
}
