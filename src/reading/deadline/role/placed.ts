/** Second look: times told from an event (会前, 会后两天内) get the event's place, the nearest one before them, else after. */
import type { TimeValue } from '../../../model/deadline.ts';
import { fromEvent, isFromEvent } from '../compose/from-event.ts';
import { afterDuration } from '../compose/duration.ts';
import type { Resolved } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import type { Told } from './tell.ts';

export function placeByEvents(told: readonly Told[], frame: Frame): readonly Told[] {
  if (!told.some((each) => isFromEvent(each.phrase))) return told;
  return told.map((each, index) => (isFromEvent(each.phrase) ? place(each, eventAround(told, index), frame) : each));
}

function place(told: Told, event: TimeValue | null, frame: Frame): Told {
  const resolved = event === null ? withoutEvent(told, frame) : fromEvent(told.phrase, event, frame);
  return { ...told, resolved };
}

/** 会后两天内 where no meeting is told of: it is just over. */
function withoutEvent({ phrase }: Told, frame: Frame): Resolved | null {
  const { duration } = phrase.slots;
  return duration === null || duration.edge !== 'within' ? null : { ...afterDuration(duration, frame.sentAt, frame), certain: false };
}

function eventAround(told: readonly Told[], index: number): TimeValue | null {
  const isEvent = (each: Told) => (each.role === 'event' || each.role === 'other') && !isFromEvent(each.phrase) && each.resolved !== null && each.phrase.slots.day !== null;
  const before = told.slice(0, index).findLast((each) => each.role === 'event' && isEvent(each)) ?? told.slice(0, index).findLast(isEvent);
  return (before ?? told.slice(index + 1).find((each) => each.role === 'event' && isEvent(each)))?.resolved?.value ?? null;
}
