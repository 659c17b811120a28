/** Durations as instants: N小时内 from the minute of sending, N日内 from its day, N个工作日内 by the working calendar. */
import type { TimeValue } from '../../../model/deadline.ts';
import { addDays, type Day, dayAt, HOUR, type Instant, instantAt, MINUTE } from '../../../model/instant.ts';
import type { TimeAtomValue } from '../atoms/atom.ts';
import { addMonths } from '../day-pattern.ts';
import { type Frame, isPublishedOn } from '../frame.ts';
import { END_OF_DAY } from './clock.ts';

type Duration = Extract<TimeAtomValue, { readonly kind: 'duration' }>;
export interface Counted {
  readonly value: TimeValue;
  readonly certain: boolean;
  readonly steps: readonly string[];
}

/** `from` is the instant that the duration counts from. */
export function afterDuration(duration: Duration, from: Instant, frame: Frame): Counted {
  const { amount, unit } = duration;
  const size = unit === 'minute' ? MINUTE : unit === 'hour' ? HOUR : unit === 'day' && amount === 0.5 ? 12 * HOUR : null;
  if (size !== null) {
    const at = from + (amount === 0.5 && unit === 'day' ? size : Math.round(amount * size));
    const isSaid = unit !== 'day';
    return counted(
      { at, day: dayAt(at, frame.timezone), precision: isSaid ? 'minute' : 'half_day', basis: isSaid ? 'said' : 'assumed', anchor: null },
      duration.certain,
      `duration/${unit}`,
    );
  }
  const start = dayAt(from, frame.timezone);
  const day = lastDay(duration, start, frame);
  const isPublished = unit !== 'workday' || isPublishedOn(day, frame);
  return counted(endOf(day, frame), duration.certain && isPublished, `duration/${unit}`);
}

function lastDay(duration: Duration, start: Day, frame: Frame): Day {
  const amount = Math.floor(duration.amount);
  switch (duration.unit) {
    case 'workday':
      return frame.calendar.workdayAfter(start, amount);
    case 'week':
      return addDays(start, 7 * amount);
    case 'month':
      return addMonths(start, amount);
    case 'year':
      return addMonths(start, 12 * amount);
    default:
      return addDays(start, amount);
  }
}

export function endOf(day: Day, frame: Frame): TimeValue {
  return { at: instantAt(day, END_OF_DAY, frame.timezone), day, precision: 'day', basis: 'assumed', anchor: null };
}

function counted(value: TimeValue, certain: boolean, step: string): Counted {
  return { value, certain, steps: [step] };
}
