/** Second look: of days to choose from (周四或周五来签字, 8号、9号两天交) only the last binds. */
import type { Told } from './tell.ts';

const OR = /^(?:或者?|、|和)?$/;
/** Told after the last of them. */
const OPEN_DAYS = /^(?:这)?(?:[两二三]天)(?!内|之内|以内)/;
const GATE = /或|[两二三]天/;

export function dropChoices(told: readonly Told[], text: string): readonly Told[] {
  if (told.length < 2 || !GATE.test(text)) return told;
  const kept = [...told];
  let isChoice = false;
  for (let index = kept.length - 2; index >= 0; index--) {
    const [first, last] = [kept[index], kept[index + 1]];
    if (first === undefined || last === undefined) continue;
    isChoice = (isChoice || OPEN_DAYS.test(text.slice(last.phrase.end, last.phrase.end + 4))) && OR.test(gapOf(first, last, text));
    if ((isChoice || /^或者?$/.test(gapOf(first, last, text))) && isPair(first, last))
      kept[index] = { ...first, role: 'period', rule: 'role/one-of-days' };
  }
  return kept;
}

function gapOf(first: Told, last: Told, text: string): string {
  return text.slice(first.phrase.end, last.phrase.start);
}

function isPair(first: Told, { role, phrase, resolved }: Told): boolean {
  if (role !== 'deadline' || first.role !== 'deadline' || phrase.slots.repeat !== null) return false;
  return first.phrase.slots.day !== null && phrase.slots.day !== null && first.resolved !== null && resolved !== null;
}
