/** The deadline that our own reader makes of words that a refiner points at. */
import type { Deadline } from '../model/deadline.ts';
import type { Message } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Span, spansOverlap } from '../model/span.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { readText } from '../reading/view.ts';

/** As it is read where it stands; by itself only where the whole text says nothing else of it, such as that it is past. */
export function deadlineIn(
  message: Message,
  span: Span,
  context: { readonly org: Organisation; readonly calendar: WorkCalendar },
): Deadline | null {
  const { deadlines, otherTimes } = readText(message, context).times;
  // Where the text has one already, no other words of it are taken for another.
  if (deadlines.length > 0) return deadlines.some((one) => spansOverlap(one.span, span)) ? only(deadlines) : null;
  if (otherTimes.some((one) => one.role !== 'other' && spansOverlap(one.span, span))) return null;
  const alone = only(readText({ ...message, text: message.text.slice(span[0], span[1]) }, context).times.deadlines);
  return alone === null ? null : { ...alone, span: [alone.span[0] + span[0], alone.span[1] + span[0]] };
}

function only(deadlines: readonly Deadline[]): Deadline | null {
  const [first] = deadlines;
  return first !== undefined && deadlines.every(({ day }) => day === first.day) ? first : null;
}
