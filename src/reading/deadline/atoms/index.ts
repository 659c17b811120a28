/**
 * Step one: time atoms. The list below is the whole of it, in order of right of way: where two atoms begin at the same
 * character the longer wins, and of equals the one that stands earlier here; a later start never takes from an earlier one.
 */
import type { Frame } from '../frame.ts';
import { afterPeriod } from './after-period.ts';
import { workAnchor } from './anchor.ts';
import type { Atom, Recogniser } from './atom.ts';
import { colonClock, dottedClock, hourClock, shortOfHour } from './clock.ts';
import { compactDate, isoDate, monthDate, shiftedMonthDate, shortDate } from './date.ts';
import { dayOfMonth, lostUnit, sharedUnit } from './day-of-month.ts';
import { allowance, bareCount, countdown, duration, nthWorkday, tPlus } from './duration.ts';
import { beforeHoliday, beforeSpring, daysBeforeHoliday, edgeOfHoliday, festivalName } from './festival.ts';
import { halfMonth } from './half-month.ts';
import { lunarDate, lunarDayOnly, lunarFigures, newYearsEve } from './lunar.ts';
import { documentNumber, fixedName, measure, ordinal, phoneNumber } from './not-a-time.ts';
import { partOfDay } from './part-of-day.ts';
import { bareTenDays, monthEnd, periodInside, quarterEnd, quarterMonthDay, yearEnd } from './period-end.ts';
import { dayBefore, relativeBeside } from './relative-beside.ts';
import { pairOfDays, relativeDay } from './relative-day.ts';
import { aheadOfEvent, relativeToEvent, relativeToNamed } from './relative-event.ts';
import { repeat } from './repeat.ts';
import { solarTerm } from './solar-term.ts';
import { halfYearStretch, monthRange, monthStretch, quarterStretch, weekStretch, yearStretch } from './stretch.ts';
import { firstOfWeek, weekdayName, weekdayRow } from './weekday.ts';
import { afterHoliday, nextWorkday, ofPeriod, weekdayOfMonth } from './workday-ordinal.ts';

export const RECOGNISERS: readonly Recogniser[] = [
  compactDate,
  documentNumber,
  phoneNumber,
  ordinal,
  measure,
  fixedName,
  isoDate,
  lunarDate,
  lunarFigures,
  newYearsEve,
  lunarDayOnly,
  monthDate,
  shiftedMonthDate,
  shortDate,
  monthEnd,
  quarterEnd,
  quarterMonthDay,
  yearEnd,
  periodInside,
  bareTenDays,
  afterHoliday,
  ofPeriod,
  weekdayOfMonth,
  nextWorkday,
  nthWorkday,
  beforeHoliday,
  beforeSpring,
  daysBeforeHoliday,
  edgeOfHoliday,
  festivalName,
  solarTerm,
  tPlus,
  afterPeriod,
  duration,
  halfMonth,
  allowance,
  bareCount,
  countdown,
  relativeDay,
  pairOfDays,
  weekdayName,
  weekdayRow,
  firstOfWeek,
  repeat,
  monthRange,
  quarterStretch,
  halfYearStretch,
  monthStretch,
  yearStretch,
  weekStretch,
  dayOfMonth,
  sharedUnit,
  lostUnit,
  colonClock,
  shortOfHour,
  hourClock,
  dottedClock,
  workAnchor,
  relativeToEvent,
  aheadOfEvent,
  partOfDay,
  relativeToNamed,
  relativeBeside,
  dayBefore,
];

/** More atoms of one kind than this and a fiftieth of the text's length are a hostile text's: the rest isn't read. */
const MOST_ATOMS = 50;

/** Recognisers as bits, in two words. */
const WORD = 32;

/** For each character, the recognisers that it wakes: two words by `hint`, two by `also`, side by side since they are read together. */
const WAKES = new Uint32Array(0x10000 * 4);
for (const [index, { hint, also }] of RECOGNISERS.entries()) {
  for (const [offset, characters] of [hint, also ?? ''].entries()) {
    for (const character of characters) {
      const slot = character.charCodeAt(0) * 4 + offset * 2 + (index < WORD ? 0 : 1);
      WAKES[slot] = (WAKES[slot] ?? 0) | (1 << (index % WORD));
    }
  }
}
/** Recognisers that need no second set. */
const CONTENT = [0, 1].map((word) =>
  RECOGNISERS.reduce(
    (bits, { also }, index) => ((index < WORD ? 0 : 1) === word && also === undefined ? bits | (1 << (index % WORD)) : bits),
    0,
  ),
) as [number, number];

/** All atoms of a text in order, none overlapping. */
export function findAtoms(text: string, frame: Frame): readonly Atom[] {
  const awake = wokenBy(text);
  const found: Atom[] = [];
  for (let index = 0; index < RECOGNISERS.length; index++) {
    const recogniser = RECOGNISERS[index];
    const word = index < WORD ? awake[0] : awake[1];
    if (recogniser === undefined || (word & (1 << (index % WORD))) === 0) continue;
    if (recogniser.core?.test(text) !== false) collect(recogniser, text, frame, found);
  }
  return withoutOverlaps(found);
}

function wokenBy(text: string): readonly [number, number] {
  let [first, second, alsoFirst, alsoSecond] = [0, 0, ...CONTENT];
  for (let index = 0; index < text.length; index++) {
    const slot = text.charCodeAt(index) * 4;
    first |= WAKES[slot] ?? 0;
    second |= WAKES[slot + 1] ?? 0;
    alsoFirst |= WAKES[slot + 2] ?? 0;
    alsoSecond |= WAKES[slot + 3] ?? 0;
  }
  return [first & alsoFirst, second & alsoSecond];
}

function withoutOverlaps(found: Atom[]): readonly Atom[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Atom[] = [];
  let end = 0;
  for (const atom of found) {
    if (atom.start < end) continue;
    kept.push(atom);
    end = atom.end;
  }
  return kept;
}

function collect(recogniser: Recogniser, text: string, frame: Frame, found: Atom[]): void {
  const { pattern } = recogniser;
  pattern.lastIndex = 0;
  let left = MOST_ATOMS + text.length / 50;
  for (let match = pattern.exec(text); match !== null && left > 0; match = pattern.exec(text), left--) {
    const time = recogniser.read(match.groups ?? {}, frame, match);
    if (time !== null) found.push({ id: recogniser.id, start: match.index, end: match.index + match[0].length, time });
  }
}
