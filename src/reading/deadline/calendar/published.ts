/** Days off and days made up for, year by year: from `chinese-days` where it has data, from the overlay where it has none. */
import chineseDays from 'chinese-days';
import { addDays, type Day } from '../../../model/instant.ts';

/** One year of the State Council's notice. `holidays`: days off that are working days by the week; `workdays`: weekend days worked instead. */
export interface PublishedYear {
  readonly year: number;
  readonly holidays: readonly Day[];
  readonly workdays: readonly Day[];
}

/** Years that the library lacks, as `data/calendar/*.json` lists them. An overlaid year wins over the library. */
export interface CalendarOverlay {
  readonly years: readonly PublishedYear[];
}

const FIRST_YEAR = 2004;
/** The library answers silently for any year; it has data for a year if it knows that year's National Day by name. */
function isInLibrary(year: number): boolean {
  return year >= FIRST_YEAR && chineseDays.getDayDetail(localForm(`${year}-10-01`)).name.includes('国庆');
}

/** The library reads `-` dates as UTC but answers in the machine's zone; the `/` form is local both ways. */
function localForm(day: Day): string {
  return day.replaceAll('-', '/');
}

function fromLibrary(year: number): PublishedYear {
  const holidays: Day[] = [];
  const workdays: Day[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const isNamed = /\p{Script=Han}/u.test(chineseDays.getDayDetail(localForm(day)).name);
    if (isNamed) (chineseDays.isWorkday(localForm(day)) ? workdays : holidays).push(day);
  }
  return { year, holidays, workdays };
}

export function publishedYear(year: number, overlay: CalendarOverlay): PublishedYear | null {
  const overlaid = overlay.years.find((entry) => entry.year === year);
  if (overlaid !== undefined) return overlaid;
  return isInLibrary(year) ? fromLibrary(year) : null;
}
