/** Second look: a time that is put off or brought forward by days (原定8月10日交的总结,顺延三天) gives a new one; it is the old. */
import { addDays } from '../../../model/instant.ts';
import { readNumber, SMALL } from '../atoms/numerals.ts';
import { endOf } from '../compose/duration.ts';
import { onDay } from '../compose/resolve.ts';
import type { Frame } from '../frame.ts';
import { firstVerb } from '../verbs.ts';
import type { Told } from './tell.ts';

const SHIFT = new RegExp(
  `^[^。!?;\\n]{0,24}?(?:(?<later>顺延|[推延]迟|[推延]后|延期|延长|宽限|放宽|后延|缓|往后[推延挪])|(?<earlier>提前|提早|往前[提挪]))(?:了)?(?<amount>${SMALL})(?<unit>个?工作日|[天日]|周|个?星期|个?礼拜)(?![以之]?[内前后])(?<named>[,]?(?:即|也?就是|到|至))?`,
);
/** What is put off is something to hand in or to finish. */
const HANDED_IN = /原|说好|本来|本该|[交报]|截止|期限|时限|提交|填|完成|材料|表|台账/;
/** 21号的会往后推一天,材料还是20号交. */
const OCCASION = /^的(?:[一-龥]{0,6}会(?!计)|培训|活动|演练|考试|检查|比赛)/;
/** Right before the time, with no other between. */
const BROUGHT_FORWARD = /(?:提前|提早|往前[提挪])(?:到|至)?[,]?$/;
const PUT_OFF = /(?:顺延|[推延]迟|[推延]后|延期|延长|后延|往后[推延挪])(?:到|至)?[,]?$/;
/** A text without any of these moves nothing by days. */
const GATE = /[延迟推缓晚宽提前后]/;

export function shiftByDays(told: readonly Told[], text: string, frame: Frame): readonly Told[] {
  return GATE.test(text) ? told.map((each, index) => shifted(each, told[index - 1], nextStart(told, index, text), text, frame)) : told;
}

/** Where the next time begins; 提前一天 is the shift itself. */
function nextStart(told: readonly Told[], index: number, text: string): number {
  return told.slice(index + 1).find(({ phrase }) => phrase.slots.relative === null)?.phrase.start ?? text.length;
}

function shifted(each: Told, before: Told | undefined, end: number, text: string, frame: Frame): Told {
  const { phrase, role, resolved } = each;
  if (resolved === null || phrase.slots.day === null || phrase.slots.repeat !== null || phrase.slots.duration !== null) return each;
  if (role !== 'deadline' && role !== 'old' && role !== 'other') return each;
  // 截止8月29日,较原定8月31日提前两天: the new one is told.
  if (role === 'old' && before?.rule === 'role/corrected') return each;
  const after = text.slice(phrase.end, Math.min(end, phrase.end + 40));
  const { later, amount, unit = '', named } = SHIFT.exec(after)?.groups ?? {};
  if (
    amount === undefined ||
    firstVerb(after) === 'happening' ||
    OCCASION.test(after) ||
    !HANDED_IN.test(text.slice(Math.max(0, phrase.start - 16), phrase.start) + after)
  )
    return each;
  // "提前,17日下班前交,提前一天": what it comes to was told before by how much.
  if ((later === undefined ? BROUGHT_FORWARD : PUT_OFF).test(text.slice(Math.max(0, phrase.start - 16), phrase.start))) return each;
  if (named !== undefined) return role === 'deadline' ? { ...each, role: 'old', rule: 'role/superseded' } : each;
  const count = (readNumber(amount) ?? 0) * (later === undefined ? -1 : 1);
  const { day } = resolved.value;
  if (unit.endsWith('工作日') && count < 0) return each;
  const moved = unit.endsWith('工作日')
    ? frame.calendar.workdayAfter(day, count)
    : addDays(day, /周|星期|礼拜/.test(unit) ? 7 * count : count);
  const isWhole = resolved.value.basis === 'assumed' && resolved.value.anchor === null;
  const value = isWhole ? { value: endOf(moved, frame), steps: [] } : onDay(phrase, moved, frame);
  return {
    ...each,
    role: 'deadline',
    rule: 'role/moved-by-days',
    resolved: { certain: resolved.certain, value: value.value, steps: [...resolved.steps, ...value.steps] },
  };
}
