/** The times that a change names, and the day that it says holds no longer. */
import { type Deadline, namesDay, type OtherTime } from '../../model/deadline.ts';
import { addDays, type Day, dayAt } from '../../model/instant.ts';
import type { Change } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { MessageView } from '../view.ts';
import { startsAsked } from './asked-before.ts';
import type { leftAlone } from './left-alone.ts';
import { isWithin, normalOffset } from './normal-offset.ts';
import { datedTimes } from './times-of-task.ts';

export function timesNamed(view: MessageView, others: ReturnType<typeof leftAlone>): Change['times'] {
  // "28日原通知…", "政办周一要的那一页": when it was asked for, and not when it is due.
  const asked = startsAsked(view);
  return datedTimes(view).flatMap(({ span, at }) => (asked.has(span[0]) || isWithin(view, span, others) ? [] : [at]));
}

export function daysNamed(view: MessageView, moved: Deadline | null, others: ReturnType<typeof leftAlone>): readonly Day[] {
  const { deadlines, otherTimes } = view.times;
  const today = dayAt(view.message.sentAt, view.context.org.timezone);
  const named = [
    // What is told each evening is due on no day in particular.
    ...deadlines.filter(({ recurrence }) => recurrence === null).map(({ span, day }) => ({ span, day })),
    ...otherTimes
      .filter(({ phrase }) => !phrase.startsWith('每'))
      .map(({ span, value, phrase }) => ({ span, day: value === null ? undefined : dayToCome(value.day, phrase, today) })),
  ];
  const asked = startsAsked(view);
  const { text } = view.normal;
  const isDue = (span: Span): boolean =>
    !asked.has(span[0]) && !isWithin(view, span, others) && !isStart(text, normalOffset(view, span[0]), normalOffset(view, span[1]));
  const days = named.flatMap(({ span, day }) => (day !== undefined && isDue(span) ? [day] : []));
  return [...new Set(days)].filter((day) => day !== moved?.day);
}

/** "从今天起停了": since when, and not when it is due. */
function isStart(text: string, start: number, end: number): boolean {
  return /^(?:起|开始)/u.test(text.slice(end)) || /(?:起|开始)$/u.test(text.slice(start, end));
}

/** "周四约谈那个先撤了", said on a Tuesday: what is called off is still to come, though it is told as what is over. */
function dayToCome(day: Day, phrase: string, today: Day): Day {
  return day < today && WEEKDAY.test(phrase) ? addDays(day, 7) : day;
}

const WEEKDAY = /^(?:[本这]?(?:周|星期|礼拜)|[本这]个?(?:星期|礼拜))[一二三四五六日天]/u;

/**
 * The day that no longer holds. "不是下班前" names none: it is then the day of the new time; and what is over can't be taken back
 * ("昨天转的作废").
 */
export function oldDayOf(old: OtherTime, moved: Deadline | null, view: MessageView): Day | null {
  const { message, context, normal } = view;
  // "下午的会不开了,改明天下午3点": that of today.
  if (!namesDay(old.phrase) && normal.text[normalOffset(view, old.span[1])] === '的') return dayAt(message.sentAt, context.org.timezone);
  const day = namesDay(old.phrase) ? (old.value?.day ?? null) : (moved?.day ?? null);
  // "明天(29日)中午12点": the day of the new time, said twice.
  if (day === moved?.day && !NAMES_CLOCK.test(old.phrase)) return null;
  return day !== null && day >= dayAt(message.sentAt, context.org.timezone) ? day : null;
}

const NAMES_CLOCK = /[点时:午晚]|下班|上班/u;
