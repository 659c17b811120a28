/** 节后第三个工作日前 said in the first days after a holiday means that one, while the day it comes to has not passed. */
import { addDays, type Day } from '../../../model/instant.ts';
import type { FestivalId, HolidayBlock, WorkCalendar } from './index.ts';

/** For so long people speak of the holiday that is over. */
const SPOKEN_OF = 10;

/** `festival` null: whichever it was. `dayAfter` tells the day that is reached from its last day off. */
export function holidayJustOver(
  festival: FestivalId | null,
  calendar: WorkCalendar,
  today: Day,
  dayAfter: (last: Day) => Day,
): HolidayBlock | null {
  const since = addDays(today, -SPOKEN_OF);
  const block = festival === null ? calendar.nextHoliday(since) : calendar.holidayBlock(festival, Number(today.slice(0, 4)));
  // Another holiday is near: it is the one that people look forward to.
  if (festival === null && (calendar.nextHoliday(today)?.first ?? '9') <= addDays(today, SPOKEN_OF)) return null;
  return block !== null && block.last >= since && block.last < today && dayAfter(block.last) >= today ? block : null;
}
