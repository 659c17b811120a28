/** By how much, and which way, a time is said to be moved: "往后推一周", "提前半小时", "顺延三天". */
import { DAY, HOUR, MINUTE } from '../../model/instant.ts';
import type { Change } from '../../model/reading.ts';
import { readNumber, SMALL } from '../deadline/atoms/numerals.ts';

/** What may stand between 往后 and the amount: 往后再推, 往后挪. */
const MOVE = '(?:(?![半一两二三四五六七八九十])[\\u4e00-\\u9fff]){0,2}';
const SHIFT = new RegExp(
  `(?<verb>提前|往前${MOVE}|早|推[迟后]|[往向]后${MOVE}|顺延|延后|延长|延期|后延|宽限|再[放缓宽拖推留给]|[缓宽拖]|晚)(?:了|大家|各村|你们)?(?<count>半|${SMALL})(?<half>个半)?个?(?<unit>周|星期|礼拜|天|日|小时|钟头|刻钟|钟|分钟)(?!调试|试线|上线|候|就座|坐|进入|准备|到场|到达|到会|签到|入场|进场|通知|假|[内前])`,
  'u',
);
const UNITS: Readonly<Record<string, number>> = {
  周: 7 * DAY,
  星期: 7 * DAY,
  礼拜: 7 * DAY,
  天: DAY,
  日: DAY,
  小时: HOUR,
  钟头: HOUR,
  刻钟: 15 * MINUTE,
  分钟: MINUTE,
};

/** In milliseconds, back where negative; null where nothing is said to be moved by so much. */
export function shiftIn(bare: string): number | null {
  const match = SHIFT.exec(bare);
  if (match === null || isTakenBack(bare, match)) return null;
  const { verb = '', count = '', half, unit = '' } = match.groups ?? {};
  const size = UNITS[unit];
  if (size === undefined) return null;
  const many = (count === '半' ? 0.5 : (readNumber(count) ?? 0)) + (half === undefined ? 0 : 0.5);
  const shift = many * size;
  if (size >= DAY && !Number.isInteger(shift / DAY)) return null;
  return /^(?:提前|往前|早)/u.test(verb) ? -shift : shift;
}

/** 昨天说的“缓一天”作废, 不能再宽一天: what is void, or refused, moves nothing. */
function isTakenBack(bare: string, { 0: words, index }: RegExpExecArray): boolean {
  return VOID.test(bare.slice(index + words.length)) || REFUSED.test(bare.slice(0, index));
}

const VOID = /^[^,。;!?]{0,6}(?:作废|不算|不作数|取消|收回|撤销|不(?:行|可能|存在)(?![^,。;!?]))/u;
const REFUSED = /(?:不(?:能|会|准|许|可以?|得|予|再|给)|没法|无法|别想|甭想)[^,。;!?]{0,3}$/u;

const SOONER = /(?<![不没])提前(?!取消|作废)|[往朝向]前|赶早|早[到于]|等不[到及]|别等|卡得紧/u;
const LATER = /(?<![不没])推[迟后]|[延拖缓]|顺延|[往朝向]后|宽[限到至]|放宽|多给|晚[到于]|续[报到至]/u;

/** Whether something comes sooner or later than it was to; nothing where both is said, or neither. */
export function towardsIn(bare: string, shift: number | null): Pick<Change, 'towards'> {
  const sooner = (shift !== null && shift < 0) || SOONER.test(bare);
  const later = (shift !== null && shift > 0) || LATER.test(bare);
  return sooner === later ? {} : { towards: sooner ? 'sooner' : 'later' };
}
