/** Groups of phrases: ranges (20日至25日: the end counts) and lists (10日、20日前: one edge for all). */
import type { DayPattern } from '../day-pattern.ts';
import { hasClock, type Phrase, type Slots } from './phrase.ts';

const RANGE_GAP = /^[)）]?\s?(?:起|开始)?(?:[,]?(?:一直|直)?(?:至|到|截止到?|截至))?\s?$|^[)）]?\s?[-~—–－]{1,2}\s?$/;
const LIST_GAP = /^(?:、|和|及|与|或|跟|以及)$/;

/** Phrases with ranges made one. */
export function joinRanges(phrases: readonly Phrase[], text: string): readonly Phrase[] {
  const joined: Phrase[] = [];
  for (const phrase of phrases) {
    const before = joined.at(-1);
    if (before !== undefined && isRange(before, phrase, text)) joined[joined.length - 1] = range(before, phrase);
    else joined.push(phrase);
  }
  return joined;
}

function isRange(first: Phrase, last: Phrase, text: string): boolean {
  const isOpen = first.edge === null || first.edge === 'from';
  if (
    !isOpen ||
    first.from !== null ||
    first.slots.duration !== null ||
    last.slots.duration !== null ||
    last.slots.repeat !== null ||
    last.slots.relative !== null
  )
    return false;
  const gap = text.slice(first.coreEnd, last.start);
  return (
    gap.length > 0 && gap.length <= 8 && gap !== '起' && gap !== '开始' && gap.trim() !== ')' && gap.trim() !== '' && RANGE_GAP.test(gap)
  );
}

function range(first: Phrase, last: Phrase): Phrase {
  return {
    ...last,
    start: first.start,
    slots: { ...inherit(last.slots, first.slots), repeat: first.slots.repeat },
    from: first.slots,
    certain: first.certain && last.certain,
    steps: [...first.steps, ...last.steps, 'compose/range'],
  };
}

/** What the last end of a range leaves out, it has from the first: the month of 20日至25日, the day of 9点至11点. */
function inherit(last: Slots, first: Slots): Slots {
  if (last.day === null) {
    const part = last.part ?? (last.clock !== null && !isLate(last) ? first.part : null);
    return { ...last, day: first.day, sameDay: first.sameDay, part };
  }
  if (last.day.form !== 'dayOfMonth' || first.day === null || last.day.pattern.every !== 'month') return last;
  const pattern = inMonthOf(last.day.pattern.day, first.day.pattern);
  return pattern === null ? last : { ...last, day: { ...last.day, pattern, fixed: pattern.every === 'once' } };
}

function isLate(slots: Slots): boolean {
  return (slots.clock?.hour ?? 0) > 12;
}

/** A bare day in the month of another day, or in the month after it if it would lie before. */
function inMonthOf(day: number, other: DayPattern): DayPattern | null {
  if (other.every === 'year') {
    const isLater = day >= other.day;
    return { every: 'year', month: isLater ? other.month : (other.month % 12) + 1, day, clip: true };
  }
  if (other.every !== 'once') return null;
  const month = Number(other.day.slice(0, 7).replace('-', ''));
  const isLater = day >= Number(other.day.slice(8));
  const next = month % 100 === 12 ? month + 89 : month + 1;
  const at = String(isLater ? month : next);
  return { every: 'once', day: `${at.slice(0, 4)}-${at.slice(4)}-${String(day).padStart(2, '0')}` };
}

/** Phrases of a list with the edge, clock, recurrence and month that they share. */
export function shareInLists(phrases: readonly Phrase[], text: string): readonly Phrase[] {
  const shared = [...phrases];
  for (let index = 1; index < shared.length; index++) {
    const [first, last] = [shared[index - 1], shared[index]];
    if (first !== undefined && last !== undefined && isList(first, last, text)) shared[index] = afterInList(first, last);
  }
  for (let index = shared.length - 2; index >= 0; index--) {
    const [first, last] = [shared[index], shared[index + 1]];
    if (first !== undefined && last?.listed === true && isList(first, last, text)) shared[index] = beforeInList(first, last);
  }
  return shared;
}

function isList(first: Phrase, last: Phrase, text: string): boolean {
  const isTime = (slots: Slots) => slots.day !== null || slots.clock !== null;
  return (
    first.edge === null &&
    isTime(first.slots) &&
    isTime(last.slots) &&
    (LIST_GAP.test(text.slice(first.end, last.start)) || isRow(first, last))
  );
}

/** 每周二四六, 逢周二周五. */
function isRow(first: Phrase, last: Phrase): boolean {
  if (first.end !== last.start) return false;
  const isOfWeek = ({ day }: Slots) => day?.pattern.every === 'week';
  const isOfMonth = ({ day }: Slots) => day?.form === 'dayOfMonth';
  if (first.slots.repeat !== null && isOfMonth(first.slots) && isOfMonth(last.slots)) return true;
  return last.steps[0] === 'atom/weekday-row' || (isOfWeek(first.slots) && isOfWeek(last.slots));
}

function afterInList(first: Phrase, last: Phrase): Phrase {
  const slots =
    last.slots.day === null && last.slots.repeat === null
      ? { ...last.slots, day: first.slots.day, sameDay: first.slots.sameDay }
      : inherit(last.slots, first.slots);
  return { ...last, slots: { ...slots, repeat: slots.repeat ?? first.slots.repeat }, listed: true, steps: [...last.steps, 'compose/list'] };
}

/** 每天6点、18点: beside an hour past noon, one before it is of the morning. */
function byTheWholeDay(slots: Slots, next: Slots['clock']): Slots {
  const { clock } = slots;
  const isWhole = clock !== null && slots.part === null && next !== null && (next.hour > 12 || next.literal) && clock.hour < next.hour;
  return isWhole ? { ...slots, clock: { ...clock, literal: true } } : slots;
}

function beforeInList(first: Phrase, last: Phrase): Phrase {
  const takesClock = !hasClock(first.slots) && last.slots.day !== null && first.slots.day !== null;
  const { clock, part, anchor } = last.slots;
  return {
    ...first,
    slots: takesClock ? { ...first.slots, clock, part, anchor } : byTheWholeDay(first.slots, clock),
    edge: last.edge,
    listed: true,
    steps: [...first.steps, 'compose/list'],
  };
}
