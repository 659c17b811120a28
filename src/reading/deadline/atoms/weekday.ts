/** Days of the week: 周三, 本周五, 下下周一, 礼拜天, 周5, 周末. */
import { addDays, weekday } from '../../../model/instant.ts';
import type { Frame } from '../frame.ts';
import { type DayTime, fixedDay, type Recogniser } from './atom.ts';

const NUMBERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 7, 七: 7 };

export const weekdayName: Recogniser = {
  id: 'atom/weekday',
  hint: '周星礼',
  pattern:
    /(?:(?<week>上上个?|上个?|(?<![脚课文样书抄剧台账版正副底成基读绘])本|这个?|下下个?|下个?)(?:周的?|星[期其]|礼拜)|(?<!(?<![表组村片批班队线标期科段周]|星期|礼拜)[两二三四五六七八九十几\d])周|星[期其]|礼拜)(?:六日|(?<typo>[武伍舞](?=之?前|以前|下班|[上下]午|中午|[交报])|[无吾](?=之前|以前|前(?!科|例|提|景|途)|下班前))|(?:[一二三四五六](?:、|和))+(?<last>[二三四五六日天])(?=[两三四]天)|(?<day>[一二三四五六日天末]|[1-7](?![\d.次天个岁年月号日:点时-])))/g,
  read({ week, typo, last, day = typo === undefined ? (last ?? '日') : '五' }, frame, match) {
    if ((day === '一' && isOncePerWeek(match)) || isTimesPerWeek(match)) return null;
    const number = NUMBERS[day] ?? Number(day);
    const found = week === undefined ? weekly(number) : fixedDay('weekday', dayOfWeek(frame, weekShift(week), number));
    return typo === undefined ? found : { ...found, certain: false };
  },
};

/** 下周头一天, 本周首日: Monday. */
export const firstOfWeek: Recogniser = {
  id: 'atom/first-of-week',
  hint: '周星礼',
  also: '头第首',
  pattern: /(?<week>本|这个?|下下个?|下个?)(?:周|星期|礼拜)的?(?:[头第]一天(?!上班)|首日)/g,
  read: ({ week = '' }, frame) => fixedDay('weekday', dayOfWeek(frame, weekShift(week), 1)),
};

/** 每周二四六, 周一三五, 周一、三、五: the days after the first. */
export const weekdayRow: Recogniser = {
  id: 'atom/weekday-row',
  hint: '周星礼',
  pattern:
    /[二三四五六日](?<=(?:每(?:周|星期|礼拜)[一二三四五六]{1,5}|(?:周|星期|礼拜)(?:[一二三四五六]{2,5}|(?:[一二三四五六][、和]){1,5}|[一二三四五六](?=.[三四五六日]))).)(?![楼点时个号组班小年级人次月分十百]|中(?!午))/g,
  read(_groups, _frame, { 0: day, index, input }) {
    const before = NUMBERS[input[index - 1] ?? ''] ?? NUMBERS[input[index - 2] ?? ''] ?? 7;
    const number = NUMBERS[day] ?? 0;
    return number > before ? weekly(number) : null;
  },
};

/** 每周一次, 一周一报: not a Monday. */
function isOncePerWeek(match: RegExpExecArray): boolean {
  const before = match.input[match.index - 1] ?? '';
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 2);
  return (
    after.startsWith('次') ||
    (/[每一]/.test(before) && /^(?:报(?![送告备到表])|更(?!新)|例会|小结|总结|汇总|通报|清|研判|调度|检)/.test(after))
  );
}

/** 每周三次: not a Wednesday. */
function isTimesPerWeek({ 0: { length }, index, input }: RegExpExecArray): boolean {
  return input[index - 1] === '每' && /^[次回趟]/.test(input.slice(index + length));
}

function weekly(number: number): DayTime {
  return { kind: 'day', form: 'weekday', pattern: { every: 'week', weekday: number }, fixed: false, certain: true };
}

export function weekShift(text: string): number {
  if (text.startsWith('上上')) return -2;
  if (text.startsWith('下下')) return 2;
  if (text.startsWith('上')) return -1;
  return text.startsWith('下') ? 1 : 0;
}

/** Weeks run from Monday to Sunday. */
export function dayOfWeek(frame: Frame, shift: number, number: number): string {
  return addDays(frame.today, 1 - weekday(frame.today) + 7 * shift + number - 1);
}
