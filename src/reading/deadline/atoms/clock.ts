/** Clock times: 17:00, 24:00, 3点半, 三点一刻, 差五分三点, 两点, 零点, 1点20, 17.30前. */
import type { Recogniser, TimeAtomValue } from './atom.ts';
import { readNumber, SMALL } from './numerals.ts';

type Clock = Extract<TimeAtomValue, { kind: 'clock' }>;

function clockOf(hour: number, minute: number, precise: boolean, literal: boolean, timetable = false): Clock | null {
  return hour > 24 || minute > 59 || (hour === 24 && minute > 0) ? null : { kind: 'clock', hour, minute, precise, literal, timetable };
}

/** 明天5:30集合, 5:30前到高铁站: so early people set out; 5:30前报 is the end of work. */
const AT_DAWN =
  /^(?:之?前)?\s?(?:[在从到][^,。;!?]{0,10}?)?(?:集合|集结|出发|动身|上车|发车|起床|上岗|到岗|下地|赶到|到(?=[高火车汽站码渡机村镇县])|送考|巡(?!察)|封[路桥]|早班)/;

/** A leading zero (06:00) is never afternoon. */
export const colonClock: Recogniser = {
  id: 'atom/clock-colon',
  hint: ':',
  pattern:
    /(?<!\d:?|\d\.|比分|比例|比)(?<hour>[01]?\d|2[0-4])\s?:\s?(?<minute>[0-5][\doO]|[oO]{2})(?::[0-5]\d)?(?!\d|:\d|的比)(?:[点时分](?!钟))?/g,
  read({ hour = '', minute = '' }, _frame, { input, index, 0: said }) {
    const timetable = Number(hour) > 5 || AT_DAWN.test(input.slice(index + said.length));
    return clockOf(Number(hour), Number(minute.replaceAll(/[oO]/g, '0')), true, hour.startsWith('0'), timetable);
  },
};

/** 三点 before these is a list of three points. */
const POINTS =
  /^(?:要求|意见|建议|说明|体会|感受|感想|希望|提示|提醒|工作|问题|共识|思考|启示|启发|措施|事项|经验|原因|位|赞|评|心得|内容|注意|认识|困惑|困难|理由|疑问|想法|收获|做法|不足|好处|变化|特点|优势|任务|承诺|心意)/;
/** 提三点, 讲两点, 有一点 … */
const POINTS_BEFORE =
  '(?<!(?:[提讲说谈有这那几第调做抓分确百千万]|(?<![所可])以)(?:下|出|了|好|明)?|(?<![周期拜统])[一二三四五六七八九十零〇])';
/** 零点一, 三点二个百分点: a decimal, unless a minute follows. */
const DECIMAL = '[一二三四五六七八九](?![十刻分点楼层号位家村组室桌排栋报次汇])';
/** 五点三十, 八点零五: minutes without 分, where nothing is counted by them. */
const WORDED = '(?:[零〇][一二三四五六七八九5]|[二三四五]?十[一二三四五六七八九]?)';
const NOTHING_COUNTED = '(?![\\d.个人名户项条%元天日号月年点余多分几份位件公亩斤吨万亿倍度]|以(?!前)|来[个人位])';
const MINUTE = `(?:(?<half>半|伴(?=之?前|以前))|[差欠](?:(?<shortQuarter>一)刻|(?<short>${SMALL})分(?!钟))|过?(?<quarter>[一三13])刻|[零〇过]?(?<minute>${SMALL}|0\\d|[0-5][oO])分(?!钟)|(?<bare>[0-5]\\d|${WORDED})${NOTHING_COUNTED})`;

export const hourClock: Recogniser = {
  id: 'atom/clock-hour',
  hint: '点时典店',
  pattern: new RegExp(
    `(?:(?=\\d)(?<!\\d:?|\\d\\.|第)|(?=[零〇一二两三四五六七八九十廿])(?<![第周期拜]))(?:${POINTS_BEFORE}|(?<=[说讲])(?=${SMALL}点(?:半|之?前|以前|钟|交|报)))(?<hour>${SMALL})(?:(?:点|[典店](?=之?前|以前|半之?前))(?!都不|也不|滴|${DECIMAL})钟?(?:${MINUTE}|整)?|时(?:${MINUTE}|整|许)?(?!间|候|段|代|速|长|不))`,
    'g',
  ),
  read(groups, _frame, match) {
    const { hour = '' } = groups;
    if (hour === '一' && !isPlainOne(match)) return null;
    if (
      POINTS.test(match.input.slice(match.index + match[0].length, match.index + match[0].length + 2)) &&
      !/[午晚早晨上天日号]$/.test(match.input.slice(0, match.index).slice(-1))
    )
      return null;
    if (/^[零〇一二两三四五六七八九]$/.test(hour) && match[0][1] === '时' && !isPlainHour(match)) return null;
    const minutes = minutesOf(groups);
    const total = (readNumber(hour) ?? 99) * 60 + (minutes ?? 0);
    // 8时19分: who writes so counts the hours of the day.
    const isOfficial = groups['minute'] !== undefined && /^\d+时/.test(match[0]);
    return clockOf(Math.floor(total / 60), total % 60, minutes !== null, isOfficial || (hour.length === 2 && hour.startsWith('0')));
  },
};

/** Minutes past the hour, less than none for 三点差五分; null where none are said. */
function minutesOf({ half, quarter, shortQuarter, short, minute, bare }: Parameters<Recogniser['read']>[0]): number | null {
  if (half !== undefined) return 30;
  if (quarter !== undefined) return quarter === '一' || quarter === '1' ? 15 : 45;
  if (shortQuarter !== undefined) return -15;
  if (short !== undefined) return -(readNumber(short) ?? 0);
  const said = minute ?? bare;
  return said === undefined ? null : (readNumber(said.replace(/^[零〇](?=.)/, '').replace(/[oO]$/, '0')) ?? 99);
}

/** 一点 is an hour only beside a day, a part of the day or an edge. */
function isPlainOne(match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 2), match.index);
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 2);
  return match[0].length > 2 || /[午晨晚上间里天]$/.test(before) || /^(?:前|之前|以前|钟|整)/.test(after);
}

/** 一时, 六时 in words are hours only beside an edge or a part of the day. */
function isPlainHour(match: RegExpExecArray): boolean {
  const after = match.input.slice(match.index + 2, match.index + 4);
  if (/^(?:前|之前|以前|许|整|起|止|至|到|截|为限|\d)/.test(after)) return true;
  return !match[0].startsWith('一') && /[午晚晨夜上]$/.test(match.input.slice(Math.max(0, match.index - 1), match.index));
}

/** 差五分三点, 差10分8点, 差一刻六点. */
export const shortOfHour: Recogniser = {
  id: 'atom/clock-short-of-hour',
  hint: '差欠',
  pattern: new RegExp(`[差欠](?:(?<short>${SMALL})分钟?|(?<quarter>[一1])刻钟?)(?:到|不到)?(?<hour>${SMALL})点`, 'g'),
  read({ short, quarter, hour = '' }) {
    const total = (readNumber(hour) ?? 0) * 60 - (quarter === undefined ? (readNumber(short ?? '') ?? 0) : 15);
    return total <= 0 ? null : clockOf(Math.floor(total / 60), total % 60, true, false);
  },
};

/** 17.30前, 下午3.30: a clock with a dot, where it can't be a date; 1630前, 0930集合: one without, which is no year (2030前). */
export const dottedClock: Recogniser = {
  id: 'atom/clock-dotted',
  hint: '0123456789',
  also: '.;前准集就',
  pattern:
    /(?<![\d.:])(?:(?<=(?:[午晚早上间里夜晨日号天]|午后)的?\s?)(?<hour>\d{1,2})|(?<late>1[3-9]|2[0-4]))[.;](?<minute>[0-5]\d)(?=之前|以前|前|截止|止|为限|开会|集合|开始|务必|必须|一定|请|[)）]?$|[,，。!])|(?<![\d.:-])(?<plain>0\d|1\d|2[1-3])(?<minutes>[0-5][05])(?=之?前(?:[,。;!\s]|$|[完到交报把将务必集发提上反回送填传收给签])|准时|集合|就位)/g,
  read({ hour, late, minute, plain, minutes }) {
    return clockOf(Number(plain ?? hour ?? late), Number(minutes ?? minute), true, plain !== undefined);
  },
};
