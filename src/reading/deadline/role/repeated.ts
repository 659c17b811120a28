/** One deadline told twice in a sentence counts once: 午饭前发我,十一点半为限; 应为10月23日,请于10月23日前报. */
import { hasClock } from '../compose/phrase.ts';
import { firstVerb } from '../verbs.ts';
import type { Told } from './tell.ts';
import { PASSED } from './threat.ts';

const SENTENCE_END = /[。!?;\n]/;

export function dropRepeated(told: readonly Told[], text: string): readonly Told[] {
  if (told.filter((each) => each.role === 'deadline').length < 2) return told;
  return told.map((each, index) =>
    each.role === 'deadline' && isToldBetterNear(told, index, text) ? { ...each, role: 'other' as const, rule: 'role/told-again' } : each,
  );
}

/** How many times on each side may tell the same again. */
const NEAR = 3;

function isToldBetterNear(told: readonly Told[], index: number, text: string): boolean {
  const each = told[index];
  if (each === undefined) return false;
  return told
    .slice(Math.max(0, index - NEAR), index + NEAR + 1)
    .some((other) => other !== each && isToldBetter(each, other, other.phrase.start > each.phrase.start, text));
}

/** Whether `other` says the same, or says by the clock what `each` leaves soft. */
function isToldBetter(each: Told, other: Told, isLater: boolean, text: string): boolean {
  if (isLater && isTurnNarrowed(each, other)) return true;
  if (other.role !== 'deadline' || each.resolved === null || other.resolved === null || each.phrase.slots.repeat !== null) return false;
  const [value, better] = [each.resolved.value, other.resolved.value];
  if (isLater && isNear(each, other) && isHopedFor(each, other, text)) return true;
  // 下午开会前: the meeting has its hour.
  if (isLater && other.phrase.start < each.phrase.end) return true;
  if (isLater && isSameClock(each, other) && isNear(each, other)) return true;
  if (value.day !== better.day) return false;
  if (each.rule === 'role/lead-word' && PASSED.test(text.slice(Math.max(0, each.phrase.start - 4), each.phrase.start))) return true;
  if (isLater && isStated(each, text) && !hasClockOf(each) && better.at <= value.at && isNear(each, other)) return true;
  if (isLater && isNear(each, other) && isNarrowedBy(each, other, text)) return true;
  // 两天之内,也就是11号前.
  if (isLater && isNear(each, other) && /(?:也?就是|即|亦即)(?:说|在|到)?$/.test(text.slice(each.phrase.end, other.phrase.start)))
    return true;
  if (!isOneSentence(each, other, text)) return false;
  if (
    isLater &&
    isNear(each, other) &&
    value.at === better.at &&
    firstVerb(text.slice(each.phrase.end, other.phrase.start)) === null &&
    (!/[,、和]/.test(text.slice(each.phrase.end, other.phrase.start)) || isSaidAgain(each, other, text))
  )
    return true;
  if (isSoft(each) && better.basis === 'said' && better.at <= value.at) return true;
  if (isLater && each.rule === 'role/moved-by-days' && value.at === better.at) return true;
  const isSame = value.at === better.at && value.precision === better.precision && value.anchor === better.anchor;
  return isSame && each.rule === 'role/corrected' && isLater;
}

/** 明早8:00,明早8:00前: in the same words. */
function isSaidAgain({ phrase }: Told, { phrase: other }: Told, text: string): boolean {
  return text.slice(phrase.start, phrase.coreEnd) === text.slice(other.start, other.coreEnd);
}

/** 每周日检查一遍,当天20:00前回执: by the hour of the same turn. */
function isTurnNarrowed({ phrase }: Told, { phrase: other, role }: Told): boolean {
  const { repeat, day } = phrase.slots;
  return (
    role === 'deadline' &&
    repeat !== null &&
    day !== null &&
    !hasClock(phrase.slots) &&
    other.steps.includes('compose/same-recurrence') &&
    other.slots.repeat === repeat &&
    other.slots.day === day
  );
}

/** 争取周五前,最晚不超过下周一. */
function isHopedFor({ phrase }: Told, { phrase: other }: Told, text: string): boolean {
  return (
    /(?:争取|尽量|力争|最好)(?:在|于|赶在)?$/.test(text.slice(Math.max(0, phrase.start - 5), phrase.start)) &&
    /最[迟晚]/.test(text.slice(phrase.end, other.start))
  );
}

/** 不是九点,是十点半前,明天上午十点半前交: the clock comes again with its day. */
function isSameClock({ phrase, rule }: Told, { phrase: other }: Told): boolean {
  const [clock, again] = [phrase.slots.clock, other.slots.clock];
  if (rule !== 'role/corrected' || clock === null || again === null || phrase.slots.day !== null || other.slots.day === null) return false;
  return clock.hour % 12 === again.hour % 12 && clock.minute === again.minute;
}

/** 改到今晚!今晚9点前!; 咱的是6月8日,请报6月8日: a day is stated, and then asked for. */
function isStated({ phrase, rule }: Told, text: string): boolean {
  return rule === 'role/corrected' || (phrase.edge === null && /是\s?$/.test(text.slice(Math.max(0, phrase.start - 2), phrase.start)));
}

/** 今天务必关账!晚上十点前过账; 明天回复,最晚下午4点; 一上午内汇总,中午前报: a clock without a day of its own belongs to the day just told. */
function isNarrowedBy(each: Told, other: Told, text: string): boolean {
  const [value, better] = [each.resolved?.value, other.resolved?.value];
  if (value?.precision === 'half_day' && value.anchor !== null && value.anchor === better?.anchor) return true;
  const { edge, slots } = each.phrase;
  if (edge !== null || slots.day === null || hasClockOf(each) || slots.part !== null || !isOfThatDay(other)) return false;
  if (!hasClockOf(other)) return false;
  return (
    /最[晚迟后]|截止|[!。]|[两二三四][道次回遍趟]:/.test(text.slice(each.phrase.end, other.phrase.start)) ||
    HANDED_OVER.test(text.slice(other.phrase.end, other.phrase.end + 6))
  );
}

/** 今天就得把名单定下来,下班前给我: without a thing of its own. */
const HANDED_OVER = /^(?:必须|务必|就|要|得)?(?:[给交报发]我|我(?:就)?(?:要)?[看审用]|[交报发传送][上过]来|发?到?群里)(?:$|[,。!])/;

function isOfThatDay({ phrase, resolved }: Told): boolean {
  return phrase.slots.day === null || resolved?.steps.includes('compose/same-day') === true || phrase.steps.includes('compose/same-day');
}

function hasClockOf({ phrase }: Told): boolean {
  return phrase.slots.clock !== null || phrase.slots.anchor !== null;
}

function isNear(each: Told, other: Told): boolean {
  return other.phrase.start - each.phrase.end <= 16;
}

/** Points of the day that people take loosely: before lunch, before dark. */
function isSoft({ phrase }: Told): boolean {
  const { anchor, clock } = phrase.slots;
  return clock === null && anchor !== null && !['end_of_work', 'start_of_work', 'morning_end', 'afternoon_start'].includes(anchor.anchor);
}

function isOneSentence(each: Told, other: Told, text: string): boolean {
  const [first, last] = each.phrase.start < other.phrase.start ? [each, other] : [other, each];
  return !SENTENCE_END.test(text.slice(first.phrase.end, last.phrase.start));
}
