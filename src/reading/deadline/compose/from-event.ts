/** Times told from an event: 会前半小时 back from its start, 会后两天内 on from its day. */
import type { TimeValue } from '../../../model/deadline.ts';
import { addDays, dayAt, instantAt, MINUTE } from '../../../model/instant.ts';
import { type Frame, isPublishedOn } from '../frame.ts';
import { afterDuration, type Counted, endOf } from './duration.ts';
import type { Phrase } from './phrase.ts';

export function isFromEvent({ slots }: Phrase): boolean {
  return slots.relative !== null || slots.duration?.base === 'event';
}

export function fromEvent({ slots }: Phrase, event: TimeValue, frame: Frame): Counted | null {
  const { relative, duration } = slots;
  if (duration !== null) return afterEvent(duration, event, frame);
  if (relative === null) return null;
  if (relative.workdays > 0)
    return {
      value: endOf(workdaysBefore(event.day, relative.workdays, frame), frame),
      certain: isPublishedOn(event.day, frame),
      steps: ['compose/before-event'],
    };
  if (relative.days > 0) return { value: endOf(addDays(event.day, -relative.days), frame), certain: true, steps: ['compose/before-event'] };
  const isClocked = event.basis === 'said';
  if (relative.minutes > 0 && !isClocked) return null;
  const at = event.at - relative.minutes * MINUTE;
  const precision = relative.minutes > 0 ? 'minute' : event.precision;
  return {
    value: { ...event, at, day: relative.minutes > 0 ? dayAt(at, frame.timezone) : event.day, precision },
    certain: isClocked,
    steps: ['compose/before-event'],
  };
}

function afterEvent(duration: Parameters<typeof afterDuration>[0], event: TimeValue, frame: Frame): Counted {
  const isShort = duration.unit === 'hour' || duration.unit === 'minute';
  const start = isShort ? event.at : instantAt(event.day, 0, frame.timezone);
  const counted = afterDuration(duration, start, frame);
  return { ...counted, certain: counted.certain && !isShort, steps: [...counted.steps, 'compose/after-event'] };
}

function workdaysBefore(day: string, count: number, frame: Frame): string {
  let current = day;
  for (let left = count; left > 0; left--) current = frame.calendar.workdayBefore(current);
  return current;
}
