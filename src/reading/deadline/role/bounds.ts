/** Bounds of a recurrence told beside it: 即日起至10月31日,每天17点前; 从下月起,每月2日前. */
import { type Day, dayAt } from '../../../model/instant.ts';
import type { HolidayBlock } from '../calendar/index.ts';
import { blockAhead } from '../compose/day.ts';
import { hasClock } from '../compose/phrase.ts';
import { firstOccurrence } from '../compose/resolve.ts';
import { nextDay } from '../day-pattern.ts';
import type { Frame } from '../frame.ts';
import type { Told } from './tell.ts';

const FARTHEST = 24;
const SENTENCE_END = /[。!?;\n]/;
const UNTIL_LEFT = /(?:至|直到|直至|截止到?|截至|持续到|持续至|一直到|坚持到|报到|报至)\s?$/;

export function boundRecurrences(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  if (!told.some((each) => each.role === 'deadline' && each.phrase.slots.repeat !== null)) return told;
  const bounded = [...told];
  for (let index = 0; index < bounded.length; index++) {
    const each = bounded[index];
    if (each === undefined || each.role !== 'deadline' || each.phrase.slots.repeat === null) continue;
    for (const step of [-1, 1]) bound(bounded, index, neighbour(bounded, index, step), text, frame);
  }
  return bounded;
}

/** The next time on one side, over a bare 逐日 or 每天. */
function neighbour(told: readonly Told[], index: number, step: number): number {
  const slots = told[index + step]?.phrase.slots;
  const isBare = slots !== undefined && slots.repeat !== null && slots.day === null && !hasClock(slots);
  return isBare ? index + 2 * step : index + step;
}

function bound(told: Told[], index: number, other: number, text: string, frame: Frame): void {
  const [recurring, limit] = [told[index], told[other]];
  if (recurring === undefined || limit === undefined) return;
  const isStart = limit.phrase.edge === 'from' && limit.phrase.from === null && other < index;
  const beside = isBeside(recurring, limit, text);
  if (isStart && (beside || beginsRound(text.slice(limit.phrase.end, recurring.phrase.start)))) {
    told[index] = fromStart(recurring, startOf(limit, frame), frame);
    return;
  }
  if (!beside) return;
  const holiday = other < index ? holidayOf(limit, text, frame) : null;
  if (holiday !== null) {
    told[index] = { ...fromStart(recurring, holiday.first, frame), until: holiday.last };
    return;
  }
  const isRange = limit.phrase.from !== null && limit.phrase.slots.day !== null && limit.phrase.slots.repeat === null;
  const isUntil =
    limit.phrase.slots.day !== null &&
    limit.phrase.slots.repeat === null &&
    limit.phrase.slots.clock === null &&
    isUntilLeft(limit, text.slice(Math.max(0, limit.phrase.start - 6), limit.phrase.start));
  const day = limit.resolved?.value.day;
  if ((!isRange && !isUntil) || day === undefined) return;
  const start = isRange ? rangeStart(limit, frame) : null;
  told[index] = { ...fromStart(recurring, start, frame), until: day };
  told[other] = { ...limit, role: 'period', rule: 'role/bounds-of-recurrence' };
}

/** 直到月底; 到月底为止. */
function isUntilLeft({ phrase }: Told, left: string): boolean {
  return UNTIL_LEFT.test(left) || (phrase.edge === 'until' && left.endsWith('到'));
}

/** 五一期间每天17点前: from the first day off to the last. */
function holidayOf({ phrase }: Told, text: string, frame: Frame): HolidayBlock | null {
  const pattern = phrase.slots.day?.pattern;
  if (pattern?.every !== 'festival' || phrase.edge !== null || hasClock(phrase.slots)) return null;
  return /^(?:假期)?(?:期间|假期|放假|内)/.test(text.slice(phrase.end, phrase.end + 4)) ? blockAhead(pattern.festival, frame) : null;
}

function isBeside(recurring: Told, limit: Told, text: string): boolean {
  const [first, last] = recurring.phrase.start < limit.phrase.start ? [recurring, limit] : [limit, recurring];
  const gap = text.slice(first.phrase.end, last.phrase.start);
  return gap.length <= FARTHEST && !SENTENCE_END.test(gap);
}

/** "从明天起恢复日报。三个数:…,每天16:00前填": what begins then is what comes again. */
function beginsRound(gap: string): boolean {
  return gap.length <= FARTHEST_ROUND && ROUND.test(gap) && !gap.includes('\n');
}

const FARTHEST_ROUND = 60;
const ROUND = /^[^。!?;]{0,10}(?:[日周旬月]报|零报告|调度|日清|每日|逐日|一日一报|天天报)[^。!?;]{0,6}[。!?;]/u;

function startOf(limit: Told, frame: Frame): Day | null {
  const { stretch } = limit.phrase.slots;
  return stretch?.first ?? (limit.resolved === null ? null : dayAt(limit.resolved.value.at - 1, frame.timezone));
}

function rangeStart(limit: Told, frame: Frame): Day | null {
  const pattern = limit.phrase.from?.day?.pattern;
  return pattern === undefined ? null : nextDay(pattern, frame.today);
}

function fromStart(recurring: Told, start: Day | null, frame: Frame): Told {
  if (start === null || start <= frame.today) return recurring;
  return { ...recurring, resolved: firstOccurrence(recurring.phrase, frame, start) ?? recurring.resolved };
}
