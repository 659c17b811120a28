/** Times told from an event: 会前半小时 back from its start, 会后两天内 on from its day. */
import type { TimeValue } from '../../../model/deadline.ts';
import { addDays, type Day, dayAt, instantAt, MINUTE } from '../../../model/instant.ts';
import { type Frame, isPublishedOn, workdaysBefore } from '../frame.ts';
import { afterDuration, type Counted, endOf } from './duration.ts';
import { hasClock, type Phrase } from './phrase.ts';
import { onDay } from './resolve.ts';

export function isFromEvent({ slots }: Phrase): boolean {
  return slots.relative !== null || slots.duration?.base === 'event';
}

/** `isNamed`: the event's time is that of the very word (八点四十散会,散会前). */
export function fromEvent(phrase: Phrase, event: TimeValue, frame: Frame, isNamed: boolean): Counted | null {
  const { relative, duration } = phrase.slots;
  if (duration !== null) return afterEvent(duration, event, frame);
  if (relative === null) return null;
  const { minutes, days, workdays, atEnd } = relative;
  if (workdays > 0) return onThatDay(phrase, workdaysBefore(event.day, workdays, frame), isPublishedOn(event.day, frame), frame);
  if (days > 0) return onThatDay(phrase, addDays(event.day, -days), true, frame);
  if (atEnd === true && !isNamed) return onThatDay(phrase, event.day, false, frame);
  const isClocked = event.basis === 'said';
  if (minutes > 0 && !isClocked) return null;
  const at = event.at - minutes * MINUTE;
  const precision = minutes > 0 ? 'minute' : event.precision;
  return {
    value: { ...event, at, day: minutes > 0 ? dayAt(at, frame.timezone) : event.day, precision },
    certain: isClocked,
    steps: ['compose/before-event'],
  };
}

/** A whole day, or the clock that is said of it: 会前一天下班前. */
function onThatDay(phrase: Phrase, day: Day, certain: boolean, frame: Frame): Counted {
  if (!hasClock(phrase.slots)) return { value: endOf(day, frame), certain, steps: ['compose/before-event'] };
  const clocked = onDay(phrase, day, frame);
  return { ...clocked, certain: certain && clocked.certain, steps: ['compose/before-event', ...clocked.steps] };
}

function afterEvent(duration: Parameters<typeof afterDuration>[0], event: TimeValue, frame: Frame): Counted {
  const isShort = duration.unit === 'hour' || duration.unit === 'minute';
  const start = isShort ? event.at : instantAt(event.day, 0, frame.timezone);
  const counted = afterDuration(duration, start, frame);
  return { ...counted, certain: counted.certain && !isShort, steps: [...counted.steps, 'compose/after-event'] };
}
