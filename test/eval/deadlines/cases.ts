/** The times of labelled sentences as the rules tell them, and whether each is a deadline. */
import { chineseCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { frameOf } from '../../../src/reading/deadline/frame.ts';
import { timesByRules } from '../../../src/reading/deadline/index.ts';
import { MOST_SIGNS, signsOf } from '../../../src/reading/deadline/role/chance/signs.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import type { Sentence } from '../../corpus/sentences.ts';

export interface TimeCase {
  /** Places of weights. */
  readonly signs: Int32Array;
  readonly isDeadline: boolean;
}

const ZONE = { timezone: 'Asia/Shanghai', workday: { start: 510, end: 1050 }, calendar: chineseCalendar() };

/**
 * A time that the rules take for a deadline is one if its day is right. What they take for something else is none, unless they found
 * fewer than there are: then it is open which.
 */
export function timeCases({ text, sentAt, deadlines }: Sentence): readonly TimeCase[] {
  const normal = normalise(text);
  const told = timesByRules(normal, frameOf({ sentAt: Date.parse(sentAt), ...ZONE }));
  const days = new Set(deadlines.flatMap(({ day, alt_days = [] }) => [day, ...alt_days]));
  const given = new Set(told.flatMap(({ role, resolved }) => (role === 'deadline' && resolved !== null ? [resolved.value.day] : [])));
  const isMissing = deadlines.some(({ day, alt_days = [] }) => ![day, ...alt_days].some((one) => given.has(one)));
  return told.flatMap(({ phrase, role, resolved }) => {
    const isGiven = role === 'deadline' && resolved !== null;
    if (!isGiven && isMissing) return [];
    return [{ signs: signsIn(normal.text, phrase), isDeadline: isGiven && days.has(resolved.value.day) }];
  });
}

function signsIn(text: string, { start, end }: { readonly start: number; readonly end: number }): Int32Array {
  const signs = new Int32Array(MOST_SIGNS);
  return signs.slice(0, signsOf(text, start, end, signs));
}
