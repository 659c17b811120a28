/**
 * The common form that every engine's answer is brought to before it is counted, and the kind treatment of the libraries, which
 * find times but have no word for "deadline":
 *
 * - A day and a clock that a library reports apart are joined where only brackets, commas or blanks lie between them; a weekday in
 *   brackets joins the date before it ("8月26日（星期三）17：00前").
 * - `ahead` keeps every time that isn't before the sending.
 * - `marked` keeps those of them that touch a word of a deadline (前, 之前, 截止, 截至, 最迟, 内 …); 底, parts of the day, 上班 and 下班 may
 *   stand in between.
 * - A day that doesn't exist (year 18,253, 31 November) is left out.
 * - The end of a range is the deadline. The same value twice in a sentence counts once, a bare day beside its own clock not at all.
 */
import { instantAt, isDay } from '../../../src/model/instant.ts';

export const TIMEZONE = 'Asia/Shanghai';

/** A deadline as counted: `at` is null where the engine has no clock time for it. */
export interface Found {
  readonly day: string;
  readonly at: number | null;
}

/** A time as a library reports it, by its place in the text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly day: string;
  /** False where the library filled the day in for a bare clock. */
  readonly hasDay: boolean;
  /** Minutes after midnight; 1440 is 24:00. */
  readonly clock: number | null;
  /** A length of time that only counts where 内 follows. */
  readonly isLength?: boolean;
}

export type Keep = (mention: Mention, text: string, sentAt: number) => boolean;

const PART = '(?:上午|下午|中午|正午|晚上|早上|凌晨|傍晚|晌午)?';
const WORK = '(?:上班|下班|收工|落班)?';
const END = '(?:[底末](?!层))?';
const MARK_AFTER = new RegExp(`^[)）”"\\s]*${END}${PART}${WORK}(?:之前|以前|前(?!后)|截止|截至|为止|止|之内|以内|内(?![容部外]))`, 'u');
const MARK_WITHIN = /(?:前|内|截止|为止)$/u;
const MARK_BEFORE =
  /(?:截止|截至|截止时间|截止日期|时限|期限|最迟|最晚|迟于|晚于|不超过|限时?|务必|起至|延至|延到|延期至|延期到|延长至|延长到|推迟到|推迟至|提前到|提前至|改到|改为|改成)[到至于在是为:：\s]*$/u;
const LENGTH_END = /^(?:时间)?(?:之内|以内|内)/u;

export const ahead: Keep = (mention, text, sentAt) => {
  if (mention.isLength === true) return LENGTH_END.test(text.slice(mention.end));
  const { day, at } = foundOf(mention);
  return at === null ? instantAt(day, 1440, TIMEZONE) > sentAt : at >= sentAt;
};

export const marked: Keep = (mention, text, sentAt) => {
  if (!ahead(mention, text, sentAt)) return false;
  const phrase = text.slice(mention.start, mention.end);
  const after = text.slice(mention.end);
  if (mention.isLength === true) return true;
  return MARK_WITHIN.test(phrase) || MARK_AFTER.test(after) || MARK_BEFORE.test(text.slice(0, mention.start));
};

export function deadlinesOf(mentions: readonly Mention[], text: string, sentAt: number, keep: Keep): readonly Found[] {
  const real = mentions.filter(({ day }) => isDay(day));
  const kept = joined(real, text).filter((mention) => keep(mention, text, sentAt));
  return unique(kept.map(foundOf));
}

function foundOf({ day, clock }: Mention): Found {
  return { day, at: clock === null ? null : instantAt(day, clock, TIMEZONE) };
}

/** Each value once; a bare day goes where the same day has a clock. */
export function unique(found: readonly Found[]): readonly Found[] {
  const clocked = new Set(found.flatMap(({ day, at }) => (at === null ? [] : [day])));
  const values = new Map(found.map((one) => [`${one.day} ${one.at}`, one]));
  return [...values.values()].filter(({ day, at }) => at !== null || !clocked.has(day));
}

const GAP = /^[()（）[\]【】,，、的\s]*$/u;
/** Beside a date, a weekday says the same day once more. */
const BESIDE = /^[(（[【\s]*$/u;
const WEEKDAY = /^(?:本|这|下)?(?:周|星期|礼拜)[一二三四五六日天]/u;

function joined(mentions: readonly Mention[], text: string): readonly Mention[] {
  const result: Mention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    const both = before === undefined ? null : join(before, mention, text);
    if (both === null) result.push(mention);
    else result[result.length - 1] = both;
  }
  return result;
}

/** Null where the two are two times. */
function join(before: Mention, after: Mention, text: string): Mention | null {
  const gap = text.slice(before.end, after.start);
  const isOneTime = before.hasDay && before.clock === null && before.isLength !== true && after.isLength !== true && GAP.test(gap);
  if (!isOneTime) return null;
  const isWeekday = BESIDE.test(gap) && WEEKDAY.test(text.slice(after.start, after.end));
  const isSameDay = after.hasDay && after.clock === null && after.day === before.day;
  const isItsClock = !after.hasDay && after.clock !== null;
  return isWeekday || isSameDay || isItsClock ? { ...before, end: after.end, clock: after.clock } : null;
}
