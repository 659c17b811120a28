/** Festivals by name: where in the year they lie, and whether the State Council gives days off for them. */
import { addDays, type Day } from '../../../model/instant.ts';
import { lunarDay } from './lunar.ts';

type Place =
  | { readonly solar: readonly [month: number, day: number] }
  | { readonly lunar: readonly [month: number, day: number] }
  | { readonly term: number };
export interface Festival {
  readonly place: Place;
  /** Statutory days off, as offsets from the day itself; null = a working day like any other. */
  readonly daysOff: readonly number[] | null;
}

const solar = (month: number, day: number, daysOff: readonly number[] | null = null): Festival => ({
  place: { solar: [month, day] },
  daysOff,
});
const lunar = (month: number, day: number, daysOff: readonly number[] | null = null): Festival => ({
  place: { lunar: [month, day] },
  daysOff,
});
const term = (index: number, daysOff: readonly number[] | null = null): Festival => ({ place: { term: index }, daysOff });

export const FESTIVALS = {
  newYear: solar(1, 1, [0]),
  spring: lunar(1, 1, [-1, 0, 1, 2]),
  qingming: term(6, [0]),
  labour: solar(5, 1, [0, 1]),
  dragonBoat: lunar(5, 5, [0]),
  midAutumn: lunar(8, 15, [0]),
  national: solar(10, 1, [0, 1, 2]),
  laba: lunar(12, 8),
  littleNewYear: lunar(12, 23),
  lantern: lunar(1, 15),
  dragonHead: lunar(2, 2),
  qixi: lunar(7, 7),
  ghost: lunar(7, 15),
  doubleNinth: lunar(9, 9),
  womensDay: solar(3, 8),
  arborDay: solar(3, 12),
  consumersDay: solar(3, 15),
  youthDay: solar(5, 4),
  disasterDay: solar(5, 12),
  childrensDay: solar(6, 1),
  drugDay: solar(6, 26),
  partyDay: solar(7, 1),
  armyDay: solar(8, 1),
  teachersDay: solar(9, 10),
  fireDay: solar(11, 9),
  constitutionDay: solar(12, 4),
  lesserCold: term(0),
  greaterCold: term(1),
  springBegins: term(2),
  rainWater: term(3),
  insectsWake: term(4),
  springEquinox: term(5),
  grainRain: term(7),
  summerBegins: term(8),
  grainFull: term(9),
  grainInEar: term(10),
  summerSolstice: term(11),
  lesserHeat: term(12),
  greaterHeat: term(13),
  autumnBegins: term(14),
  heatEnds: term(15),
  whiteDew: term(16),
  autumnEquinox: term(17),
  coldDew: term(18),
  frost: term(19),
  winterBegins: term(20),
  lesserSnow: term(21),
  greaterSnow: term(22),
  winterSolstice: term(23),
} as const satisfies Readonly<Record<string, Festival>>;
export type FestivalId = keyof typeof FESTIVALS;

/** The seven that come with days off, in the order of the year. */
export const PUBLIC_HOLIDAYS: readonly FestivalId[] = ['newYear', 'spring', 'qingming', 'labour', 'dragonBoat', 'midAutumn', 'national'];

/** The day of a festival in a year; lunar ones count by the lunar year that begins in it (小年 of 2026 lies in early 2027). */
export function festivalDay(id: FestivalId, year: number): Day | null {
  const place: Place = FESTIVALS[id].place;
  if ('solar' in place) return `${year}-${two(place.solar[0])}-${two(place.solar[1])}`;
  if ('lunar' in place) return lunarDay(year, place.lunar[0], place.lunar[1]);
  return termDay(place.term, year);
}

/** The statutory days off of a public holiday. */
export function statutoryDays(id: FestivalId, year: number): readonly Day[] {
  const day = festivalDay(id, year);
  const daysOff: readonly number[] = FESTIVALS[id].daysOff ?? [];
  return day === null ? [] : daysOff.map((offset) => addDays(day, offset));
}

/** Constants of the well-known approximation for the solar terms of 2000 to 2099, two for each month from 小寒. */
const TERM_CONSTANTS = [
  5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13, 7.646, 23.042, 8.318, 23.438,
  7.438, 22.36, 7.18, 21.94,
];

/** Where the approximation is a day late. */
const DAY_LATE: Readonly<Record<number, readonly number[]>> = { 0: [2019], 3: [2026], 23: [2021] };

/** `index` counts from 小寒 = 0; so 立春 = 2, 清明 = 6, 冬至 = 23. */
function termDay(index: number, year: number): Day | null {
  const constant = TERM_CONSTANTS[index];
  if (constant === undefined || year < 2000 || year > 2099) return null;
  const short = year % 100;
  const leapDays = Math.floor((index < 4 ? short - 1 : short) / 4);
  const late = DAY_LATE[index]?.includes(year) === true ? 1 : 0;
  return `${year}-${two(Math.floor(index / 2) + 1)}-${two(Math.floor(short * 0.2422 + constant) - leapDays - late)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
