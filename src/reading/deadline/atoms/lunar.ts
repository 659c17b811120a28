/** Lunar days: 农历八月初十, 腊月二十三, 正月十五, 除夕, 大年三十, 八月十五 (words without 日), 初八. */
import { addDays } from '../../../model/instant.ts';
import { lunarDay, lunarYear } from '../calendar/index.ts';
import { nextDay } from '../day-pattern.ts';
import type { Frame } from '../frame.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { readNumber } from './numerals.ts';

const DAY = '(?<day>初[一二三四五六七八九十]|三十|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?)';
const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

export const lunarDate: Recogniser = {
  id: 'atom/lunar-day',
  hint: '月',
  also: '初十廿',
  pattern: new RegExp(
    `(?:(?:农历|阴历|旧历)(?:[今明]年)?(?<marked>正|冬|腊|十[一二]?|[二三四五六七八九])月|(?<=^|[^\\d\\-—~至到年份第十一二三四五六七八九])(?<month>正|冬|腊|十[一二]?|[二三四五六七八九])月)${DAY}(?![日号几多余])(?<after>[(（]?(?:农历|阴历|旧历)[)）]?)?`,
    'g',
  ),
  read({ marked, month, day = '', after }, frame) {
    const name = marked ?? month ?? '';
    const number = MONTHS[name] ?? readNumber(name);
    if (number === null) return null;
    const time = lunar(number, readNumber(day.replace('初', '')) ?? 0);
    const isPlain =
      marked === undefined &&
      after === undefined &&
      MONTHS[name] === undefined &&
      /^(?:十|二十)/.test(day) &&
      `${number}${day}` !== '8十五';
    return isPlain ? nearer(time, number, frame) : time;
  },
};

/** 农历10月初8, 农历8.15: figures after the word. */
/** 十月十六, said on the twelfth of October, lacks its 日: whichever of both calendars has it sooner. */
function nearer(time: DayTime, month: number, frame: Frame): DayTime {
  if (time.pattern.every !== 'lunar') return time;
  const pattern = { every: 'year', month, day: time.pattern.day, clip: false } as const;
  const [day, lunarNext] = [nextDay(pattern, frame.today), nextDay(time.pattern, frame.today)];
  return day !== null && (lunarNext === null || day < lunarNext)
    ? { kind: 'day', form: 'date', pattern, fixed: false, certain: false }
    : time;
}

export const lunarFigures: Recogniser = {
  id: 'atom/lunar-figures',
  hint: '历',
  pattern: /(?:农历|阴历|旧历)(?<month>\d{1,2})(?:月|\.)初?(?<day>\d{1,2})[日号]?/g,
  read({ month = '', day = '' }) {
    const [number, dayNumber] = [Number(month), Number(day)];
    return number < 1 || number > 12 || dayNumber < 1 || dayNumber > 30 ? null : lunar(number, dayNumber);
  },
};

export const newYearsEve: Recogniser = {
  id: 'atom/new-years-eve',
  hint: '除年七',
  also: '夕三半',
  pattern: /除夕夜?|大年三十|年三十儿?|年三十|(?<ghost>七月半)/g,
  read({ ghost }) {
    return ghost === undefined ? lunar(12, 30) : lunar(7, 15);
  },
};

/** 初八: of the next lunar month that has it ahead. */
export const lunarDayOnly: Recogniser = {
  id: 'atom/lunar-day-only',
  hint: '初',
  pattern:
    /(?<![之年当最起月国高])(?:大年)?(?<day>初[一二三四五六七八九十])(?=前|之前|以前|上班|上午|下午|早|晚|开工|那天|交|报|收假|到岗|一早)/g,
  read({ day = '' }, frame) {
    return nextLunarDay(readNumber(day.slice(1)) ?? 0, frame);
  },
};

function lunar(month: number, day: number): DayTime {
  return { kind: 'day', form: 'lunar', pattern: { every: 'lunar', month, day }, fixed: false, certain: true };
}

function nextLunarDay(day: number, frame: Frame): DayTime | null {
  const year = lunarYear(frame.today);
  for (let index = 0; index < 24; index++) {
    const found = lunarDay(year + Math.floor(index / 12), (index % 12) + 1, day);
    if (found !== null && found >= frame.today) return fixedDay('lunar', addDays(found, 0));
  }
  return null;
}
