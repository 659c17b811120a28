/** The ⏰ line of an item: what was said apart from what we assumed, the old value before the new one. */
import type { Deadline } from '../../model/deadline.ts';
import type { DigestItem } from '../../model/digest.ts';
import { clockWords, type Day, parseInstant } from '../../model/instant.ts';
import { fixed, type Line, piece } from './line.ts';
import { dateWords, dayWords, minutesInto, sentWords } from './when.ts';
import { say, words } from './words.ts';

const DAY_END = 1440;

/** Empty where the item has no time to show. */
export function deadlineLine(item: DigestItem, today: Day, timezone: string): Line {
  const time = [...oldValues(item, today, timezone), ...newValue(item, today, timezone)];
  return time.length === 0 ? [] : [fixed(words.deadline.clock), ...time];
}

function newValue(item: DigestItem, today: Day, timezone: string): Line {
  const { deadline, urgency } = item;
  const haste = urgency === 'none' || isOver(item) ? '' : words.deadline[urgency];
  if (deadline === null) {
    if (haste !== '') return [fixed(haste)];
    return oldPhrases(item).length > 0 ? [fixed(words.deadline.open)] : [];
  }
  const late =
    item.status === 'overdue' ? [fixed(item.kind === 'meeting' ? words.deadline.past : words.deadline.overdue, 'alarm'), fixed(' ')] : [];
  const begins = item.kind === 'meeting' && late.length === 0 ? words.deadline.begins : '';
  const mark = assumedMark(deadline, timezone);
  return [
    ...late,
    fixed(`${haste === '' ? '' : `${haste} · `}${timeWords(deadline, today, timezone)}${begins}`),
    ...(mark === '' ? [] : [fixed(mark, 'assumed')]),
    ...(item.conflict ? [fixed(words.marks.conflict, 'assumed')] : []),
  ];
}

export function timeWords(deadline: Deadline, today: Day, timezone: string): string {
  const minutes = minutesInto(deadline.day, deadline.at, timezone);
  const hasClock = !isWholeDay(deadline, timezone) && minutes >= 0 && minutes <= DAY_END;
  const once = hasClock ? `${dayWords(deadline.day, today)} ${clockWords(minutes)}` : dayWords(deadline.day, today);
  if (deadline.recurrence === null) return once;
  const until = deadline.until === null ? '' : say(words.deadline.until, { day: dateWords(deadline.until, today) });
  return say(words.deadline.next, { every: words.recurrence[deadline.recurrence], time: once }) + until;
}

/** A deadline by itself: when, and what of it was assumed. */
export function dueWords(deadline: Deadline | null, today: Day, timezone: string): string {
  return deadline === null ? words.deadline.open : timeWords(deadline, today, timezone) + assumedMark(deadline, timezone);
}

/** The end of a day, week or month that nobody gave a clock time: saying 24:00 would be an exactness we don't have. */
function isWholeDay({ at, day, precision, anchor }: Deadline, timezone: string): boolean {
  const coarse = precision === 'day' || precision === 'week' || precision === 'month';
  return coarse && anchor === null && minutesInto(day, at, timezone) === DAY_END;
}

function assumedMark(deadline: Deadline, timezone: string): string {
  const { basis, certain, anchor, precision } = deadline;
  if (basis === 'said') return certain ? '' : words.deadline.assumed;
  if (anchor !== null) return say(words.deadline.assumedAs, { what: words.anchor[anchor] });
  if (!isWholeDay(deadline, timezone)) return words.deadline.assumed;
  const whole = precision === 'week' || precision === 'month' ? words.whole[precision] : words.whole.day;
  return say(words.deadline.assumedAs, { what: whole });
}

/** Earlier values since the last digest, in order: an instant is said like any other, a phrase in the quotes of its writer. */
function oldValues(item: DigestItem, today: Day, timezone: string): Line {
  const phrases = oldPhrases(item);
  if (phrases.length === 0) return [];
  const line = phrases.flatMap((phrase) => {
    const at = parseInstant(phrase);
    const old = at === null ? say(words.deadline.said, { phrase }) : sentWords(at, today, timezone);
    return [piece('old', old), fixed(words.deadline.becomes)];
  });
  return [fixed(words.deadline.was), ...line];
}

function oldPhrases(item: DigestItem): readonly string[] {
  const phrases = item.changes.flatMap((change) => (change.field === 'deadline' && change.from !== null ? [change.from] : []));
  return [...new Set(phrases)];
}

function isOver({ status }: DigestItem): boolean {
  return status === 'cancelled' || status === 'done' || status === 'overdue';
}
