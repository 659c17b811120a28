/** Festivals and holidays by their names, and 节前, 年前, which mean the next of them. */
import { addDays } from '../../../model/instant.ts';
import { type FestivalId, festivalDay, type HolidayBlock } from '../calendar/index.ts';
import { nextDay } from '../day-pattern.ts';
import { type Frame, workdaysBefore } from '../frame.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';
import { HOLIDAY_NAMES } from './holiday-names.ts';
import { readNumber, SMALL } from './numerals.ts';
import { YEAR, yearOf } from './sources.ts';
import { alternatives, whichOf } from './which.ts';

/** Two-numeral names need a look around: 五一 inside 二十五一 is none, and 八一路 is a street. */
const NUMERAL_BEFORE = '(?<![一二三四五六七八九十零百点周期第\\d月])';
const NAMES: readonly (readonly [festival: FestivalId, source: string])[] = [
  ['newYear', '元旦节?|新年(?=前|之前|假)'],
  ['lantern', '元宵节?|正月十五|闹元宵'],
  ['spring', '春节|过年(?=前|之前|后)|大年初一|新春(?=前|之前)'],
  ['qingming', '清明节?'],
  ['labour', `${NUMERAL_BEFORE}五[·.]?一(?![二三四五六七八九十点个月年日号百千万米])(?:国际)?(?:劳动)?节?|劳动节`],
  ['dragonBoat', '端午节?'],
  ['midAutumn', '中秋节?'],
  ['national', `国庆节?|${NUMERAL_BEFORE}十[·.]?一(?=["”]?(?:之?前|以前)|假|长假|放假|期间|节|黄金)`],
  ['laba', '腊八节?'],
  ['littleNewYear', '小年(?!轻|纪)夜?'],
  ['dragonHead', '二月二'],
  ['qixi', '七夕'],
  ['ghost', '中元节?'],
  ['doubleNinth', '重阳节?'],
  ['womensDay', `${NUMERAL_BEFORE}三八(?=妇女|国际|节|前|之前)(?:国际)?(?:劳动)?(?:妇女)?节?|妇女节`],
  ['arborDay', '植树节'],
  ['consumersDay', `(?<![\\d.])3[·.]15(?=前|之前)|三一五(?=前|之前)`],
  ['youthDay', `${NUMERAL_BEFORE}五[·.]?四(?=青年|节|前|之前)(?:青年)?节?|青年节`],
  ['childrensDay', `${NUMERAL_BEFORE}六[·.]?一(?=国际|儿童|节|前|之前)(?:国际)?(?:儿童)?节?|儿童节`],
  ['partyDay', `${NUMERAL_BEFORE}七[·.]?一(?![二三四五六七八九十点个月年日号百千万米])(?:建党节)?|建党节`],
  ['armyDay', `${NUMERAL_BEFORE}八[·.]?一(?![二三四五六七八九十点个月年日号百千万米])(?:建军节)?|建军节`],
  ['teachersDay', '教师节'],
  ['constitutionDay', '国家宪法日|宪法日'],
  ['springBegins', '立春'],
  ['grainRain', '谷雨'],
  ['summerBegins', '立夏'],
  ['summerSolstice', '夏至'],
  ['autumnBegins', '立秋'],
  ['frost', '霜降'],
  ['winterBegins', '立冬'],
  ['lesserSnow', '小雪(?=前|之前)'],
  ['greaterSnow', '大雪(?=前节气|节气)'],
  ['winterSolstice', '冬至'],
];

const PLACE = '(?!路|街|大道|小学|中学|学校|广场|村|社区|桥|水库|农场|镇|乡|公园|新村|渠|商场|超市|饭店|[勋红]章|奖)';

/** The capture of the first name; the year stands before it. */
const FIRST_NAME = 2;

export const festivalName: Recogniser = {
  id: 'atom/festival',
  hint: '旦新宵正春过初清五劳端秋庆十腊小二夕元阳八妇植·3三四青六童七建师宪立谷夏霜雪冬',
  also: '旦年宵正春清一劳端秋庆腊二夕元阳八妇植5四童建师宪立谷夏霜雪冬',
  pattern: new RegExp(`${YEAR}(?:${alternatives(NAMES)})${PLACE}(?:假期|长假|小长假|假日)?(?=.|$)`, 'g'),
  read(groups, frame, match) {
    const festival = whichOf(NAMES, match, FIRST_NAME);
    if (festival === null) return null;
    const year = yearOf(groups['year'], frame);
    const day = year === null ? null : festivalDay(festival, year);
    if (day !== null) return { ...fixedDay('festival', day), pattern: { every: 'festival', festival } };
    return { kind: 'day', form: 'festival', pattern: { every: 'festival', festival }, fixed: false, certain: true };
  },
};

/** The last working day before the next holiday that begins after today: 节前, 放假前, 假期前, 双节前. */
export const beforeHoliday: Recogniser = {
  id: 'atom/before-holiday',
  hint: '节假元春清五劳端中国十',
  also: '前',
  pattern:
    /(?:(?:元旦|春节|中秋|国庆|清明|五一|端午)节?[、和与]?){0,2}(?:(?<![一-龥]节|[春元清中端重教关环季时过调细])(?:双|两)?节(?:日)?|(?:长|放|休|小长)假|假期|节假日|假日|(?:元旦|春节|清明|五一|劳动节|端午|中秋|国庆|十一)(?=前的?(?:最后一个工作日|倒数第[二三]个?工作日)))(?:来临|开始)?(?:之前|以前|前(?!后|夕|[\d一二两三四五六七八九]{1,2}[天日](?:共|累计|接待|全|已|平均|日均|,)))(?:的?(?:一天|最后一天|最后一个工作日|一个工作日|倒数第(?<back>[二三])个?工作日))?/g,
  read({ back }, frame, match) {
    const named = HOLIDAY_NAMES.find(([name]) => match[0].startsWith(name))?.[1];
    const last = named === undefined ? lastWorkdayBeforeHoliday(frame) : lastWorkdayBefore(named, frame);
    if (last === null) return null;
    const day = workdaysBefore(last, (readNumber(back ?? '一') ?? 1) - 1, frame);
    return { ...fixedDay('workday', day), closed: true, certain: isPublished(day, frame) };
  },
};

/** 年前, 除夕之前: before the Spring Festival; said from autumn on. */
export const beforeSpring: Recogniser = {
  id: 'atom/before-spring',
  hint: '年除',
  also: '前',
  pattern:
    /(?<![\d一二两三四五六七八九十百千几多些半数去今明后前往历当同全上下0-9成老青少])年(?:之)?前(?!后|年|两|三|几)|(?:除夕|大年三十|年三十)(?:之前|以前|前)(?!后|夕|[一两二三几])/g,
  read(_groups, frame): DayTime | null {
    const block = [frame.year, frame.year + 1]
      .map((year) => frame.calendar.holidayBlock('spring', year))
      .find((each) => each !== null && each.first > frame.today);
    if (block === null || block === undefined) return null;
    const day = frame.calendar.workdayBefore(block.first);
    return { ...fixedDay('workday', day), closed: true, certain: isPublished(day, frame) };
  },
};

/** 中秋假期最后一天. */
export const edgeOfHoliday: Recogniser = {
  id: 'atom/edge-of-holiday',
  hint: '假',
  also: '最第首',
  pattern: new RegExp(
    `(?<name>${HOLIDAY_NAMES.map(([name]) => name).join('|')})?节?(?:假期|长假|小长假)的?(?:(?<last>最后一天)|(?:第一天|首日))`,
    'g',
  ),
  read({ name, last }, frame) {
    const block = name === undefined ? frame.calendar.nextHoliday(frame.today) : nextBlock(name, frame);
    return block === null
      ? null
      : { ...fixedDay('date', last === undefined ? block.first : block.last), certain: isPublished(block.first, frame) };
  },
};

function nextBlock(name: string, frame: Frame): HolidayBlock | null {
  const festival = HOLIDAY_NAMES.find(([each]) => each === name)?.[1];
  if (festival === undefined) return null;
  const blocks = [frame.year, frame.year + 1].map((year) => frame.calendar.holidayBlock(festival, year));
  return blocks.find((block) => block !== null && block.last >= frame.today) ?? null;
}

/** Festivals without a day off that people count back from. */
const COUNTED_BACK: readonly (readonly [string, FestivalId])[] = [
  ...HOLIDAY_NAMES,
  ['七一', 'partyDay'],
  ['八一', 'armyDay'],
  ['六一', 'childrensDay'],
  ['教师节', 'teachersDay'],
  ['重阳', 'doubleNinth'],
  ['元宵', 'lantern'],
  ['腊八', 'laba'],
  ['小年', 'littleNewYear'],
];

/** 春节前一周, 元旦前三天, 国庆节前两个工作日: counted back from the day. */
export const daysBeforeHoliday: Recogniser = {
  id: 'atom/days-before-holiday',
  hint: '前',
  also: '元春清五劳端中国十七八六教重腊小',
  pattern: new RegExp(
    `(?<name>${COUNTED_BACK.map(([name]) => name).join('|')})节?[”"]?(?:之前|以前|前)的?(?<amount>${SMALL})(?<unit>天|日|周|个?星期|个?工作日)(?!内|之内|以内)`,
    'g',
  ),
  read({ name = '', amount = '', unit = '' }, frame) {
    const festival = COUNTED_BACK.find(([each]) => each === name)?.[1];
    const number = readNumber(amount) ?? 0;
    const day = festival === undefined ? null : nextDay({ every: 'festival', festival }, frame.today);
    if (day === null || number === 0) return null;
    if (unit.endsWith('工作日'))
      return { ...fixedDay('workday', workdaysBefore(day, number, frame)), closed: true, certain: isPublished(day, frame) };
    return { ...fixedDay('workday', addDays(day, -number * (/[天日]/.test(unit) ? 1 : 7))), closed: true };
  },
};

/** The last working day before one public holiday, this year's or the next. */
function lastWorkdayBefore(festival: FestivalId, frame: Frame): string | null {
  const days = [frame.year, frame.year + 1]
    .map((year) => frame.calendar.holidayBlock(festival, year))
    .map((block) => (block === null ? '' : frame.calendar.workdayBefore(block.first)));
  return days.find((day) => day >= frame.today) ?? null;
}

function lastWorkdayBeforeHoliday(frame: Frame): string | null {
  for (let from = frame.today, tries = 0; tries < 4; tries++) {
    const block = frame.calendar.nextHoliday(from);
    if (block === null) return null;
    const day = frame.calendar.workdayBefore(block.first);
    if (day >= frame.today) return day;
    from = addDays(block.last, 1);
  }
  return null;
}

function isPublished(day: string, frame: Frame): boolean {
  return frame.calendar.isPublished(Number(addDays(day, 1).slice(0, 4)));
}
