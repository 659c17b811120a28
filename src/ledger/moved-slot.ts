/**
 * What a change leaves unsaid stays as it was: "明天的会推到四点半" keeps the day, "培训改下周二" the hour, and a mere day that it was due on
 * anyway moves nothing. Pure.
 */
import { type Deadline, namesDay, onDay } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { addDays, DAY, type Day, HOUR, type Instant } from '../model/instant.ts';

/**
 * The deadline that the directive then has; null where nothing is moved.
 * @param oldDay the day that is said to have been its own
 */
export function movedSlot({ kind, deadline: was }: Directive, now: Deadline, at: Instant, oldDay: Day | null = null): Deadline | null {
  if (was === null || was.recurrence !== null || now.recurrence !== null) return now;
  const isClock = now.basis === 'said';
  if (!isClock && now.anchor === null && now.day === was.day) return null;
  if (isHalfOf(namesDay(now.phrase) || was.at <= at ? now : onDay(now, was.day), was) || isSameClock(now, was, at)) return null;
  const sameDay = now.day === was.day && was.at > at && isBareHour(now, was) ? inHalfOf(was, now) : now;
  // "改四点半", of what is at five in the morning.
  if (sameDay !== now && sameDay.at > at && Math.abs(sameDay.at - was.at) <= NEAR) return sameDay;
  // "周五的视频调度提前到下午3点半": it stays on the day that is named.
  if (kind !== 'meeting' && oldDay !== was.day && !isNearItsHour(now, was)) return now;
  if (isClock && !namesDay(now.phrase) && was.at > at && was.day > now.day) return inHalfOf(was, onDay(now, was.day));
  return !isClock && now.anchor === null && now.precision === 'day' && was.basis === 'said'
    ? { ...onDay(was, now.day), phrase: now.phrase }
    : now;
}

/** "明天的视频调度提前了,9点开始", said on a day before: a bare hour that would be tonight's, but lies near the one that it has on its day. */
function isNearItsHour(now: Deadline, was: Deadline): boolean {
  if (!isBareHour(now, was) || now.day >= was.day) return false;
  const there = onDay(now, was.day).at;
  return Math.min(Math.abs(was.at - there + DAY / 2), Math.abs(was.at - there - DAY / 2)) <= NEAR;
}

/** What is moved by the hour is moved by few. */
export const NEAR = 3 * HOUR;

/** In the place of another hour, without a day or a half of one. */
export function isBareHour(now: Deadline, was: Deadline): boolean {
  return now.basis === 'said' && was.basis === 'said' && !namesDay(now.phrase) && !NAMES_HALF.test(now.phrase);
}

/** "地点在小会议室,9:30", said in the evening before: the hour that it has, whichever half of the day that is taken for. */
function isSameClock(now: Deadline, was: Deadline, at: Instant): boolean {
  return isBareHour(now, was) && was.at > at && (now.at - was.at) % (DAY / 2) === 0 && was.at > now.at && was.at - now.at <= DAY;
}

/** "明早的会推迟到10:30", said in the evening, when 10:30 alone would be that of the night: the half of the day that lies nearer to the hour that it had. */
function inHalfOf(was: Deadline, now: Deadline): Deadline {
  if (NAMES_HALF.test(now.phrase) || was.basis !== 'said') return now;
  const other = now.at > was.at ? now.at - DAY / 2 : now.at + DAY / 2;
  return Math.abs(other - was.at) + HOUR < Math.abs(now.at - was.at) ? { ...now, at: other } : now;
}

const NAMES_HALF = /[早晚午夜晨]|\b(?:1[3-9]|2[0-3])[点时:]/u;

/** "会改后晌了" where it stands at half past four, be it of tomorrow: the half of the day that holds its hour. */
function isHalfOf(now: Deadline, was: Deadline): boolean {
  const half = now.anchor === 'noon' ? MORNING : AFTERNOON;
  return now.precision === 'half_day' && was.basis === 'said' && was.day === now.day && was.at <= now.at && now.at - was.at <= half;
}

const MORNING = 6 * HOUR;
/** Up to the end of work, without what is noon. */
const AFTERNOON = 5 * HOUR;

/** "往后推一周", "提前半小时": counted from the time that it has. Days keep the hour. */
export function shiftedBy(was: Deadline | null, shift: number, at: Instant): Deadline | null {
  if (was === null || was.recurrence !== null || was.at + shift <= at) return null;
  const days = Math.trunc(shift / DAY);
  return days === 0 ? { ...was, at: was.at + shift } : onDay(was, addDays(was.day, days));
}

/** A reminder by who asks that names an earlier limit than the known one has moved it. */
export function pressedTo({ status, deadline: was }: Directive, now: Deadline | null, at: Instant): Deadline | null {
  if (status !== 'open' || was === null || now === null || was.recurrence !== null || now.recurrence !== null) return null;
  return now.certain && now.at > at && now.day < was.day ? now : null;
}

/** Who asks names another time than the one that is still to come, and nobody owes anything yet: then that is the time, whatever the words. */
export function saidAnew({ status, deadline: was }: Directive, now: Deadline | null, at: Instant): Deadline | null {
  if (status !== 'open' || was === null || now === null || was.recurrence !== null || now.recurrence !== null) return null;
  if (was.at <= at || now.at <= at || !now.certain) return null;
  return now.day !== was.day || (now.basis === 'said' && was.at !== now.at) ? now : null;
}

/** "还差农服、应急两家,明早上班前给我", said when it is due: those who still owe it get longer. */
export function givenLonger({ status, deadline: was }: Directive, now: Deadline | null, at: Instant): Deadline | null {
  if (status !== 'open' || was === null || now === null || was.recurrence !== null || now.recurrence !== null) return null;
  return now.certain && now.at > at && now.day > was.day && was.at - at < DAY / 2 ? now : null;
}
