/** Phrases with their roles as the reading's deadlines and other times. */
import type { Deadline, OtherTime, TimesReading } from '../../model/deadline.ts';
import { sliceSpan } from '../../model/span.ts';
import { type NormalText, originalSpan } from '../text/normalise.ts';
import type { Phrase } from './compose/phrase.ts';
import type { Resolved } from './compose/resolve.ts';
import type { Frame } from './frame.ts';
import { boundRecurrences } from './role/bounds.ts';
import { carryPast } from './role/carried.ts';
import { dropChoices } from './role/choices.ts';
import { giveClockAhead } from './role/clock-ahead.ts';
import { countOn } from './role/counted-on.ts';
import { shareEllipses } from './role/elliptical.ts';
import { dropFrames } from './role/frames.ts';
import { dropHandouts } from './role/handed-out.ts';
import { dropOpeningHours } from './role/opening-hours.ts';
import { placeByEvents } from './role/placed.ts';
import { dropRepeated } from './role/repeated.ts';
import { dropSchedules } from './role/schedule.ts';
import { shiftByDays } from './role/shifted.ts';
import { spreadRecurrence } from './role/spread.ts';
import { dropSuperiors } from './role/superior.ts';
import { readTables } from './role/table.ts';
import { type Told, tellAll } from './role/tell.ts';

/** By the rules alone. */
export function tellByRules(phrases: readonly Phrase[], { text }: NormalText, frame: Frame): readonly Told[] {
  const listed = readTables(tellAll(phrases, text, frame), text, frame);
  const shared = shareEllipses(listed, text, frame);
  const chosen = giveClockAhead(dropChoices(shared, text), text, frame);
  const shifted = shiftByDays(carryPast(chosen, text), text, frame);
  const placed = placeByEvents(countOn(shifted, text, frame), text, frame);
  const bounded = boundRecurrences(spreadRecurrence(placed, text), text, frame);
  const own = dropFrames(dropSuperiors(dropRepeated(bounded, text), text), text);
  return dropHandouts(dropOpeningHours(dropSchedules(own, text), text), text);
}

export function readingOf(told: readonly Told[], text: NormalText): Pick<TimesReading, 'deadlines' | 'otherTimes'> {
  const deadlines: Deadline[] = [];
  const otherTimes: OtherTime[] = [];
  for (const each of told) {
    if (each.role === 'deadline' && each.resolved !== null) deadlines.push(deadlineOf(each, each.resolved, text));
    else otherTimes.push(otherOf(each, text));
  }
  return { deadlines, otherTimes };
}

function deadlineOf({ phrase, rule, until }: Told, { value, certain, steps }: Resolved, text: NormalText): Deadline {
  const span = originalSpan(text, phrase.start, phrase.end);
  return {
    ...value,
    phrase: sliceSpan(text.original, span),
    span,
    recurrence: phrase.slots.repeat?.recurrence ?? null,
    until,
    certain,
    steps: [...phrase.steps, ...steps, rule],
  };
}

function otherOf({ phrase, role, rule, resolved }: Told, text: NormalText): OtherTime {
  const span = originalSpan(text, phrase.start, phrase.end);
  return {
    phrase: sliceSpan(text.original, span),
    span,
    role: role === 'deadline' ? 'other' : role,
    value: resolved?.value ?? null,
    steps: [...phrase.steps, ...(resolved?.steps ?? []), rule],
  };
}
