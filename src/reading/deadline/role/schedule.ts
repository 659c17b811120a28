/** Second look: the days of a plan that is only announced (下周安排:周一学习,周二入户,周三迎检,周四整理资料) ask for nothing. */
import type { Phrase } from '../compose/phrase.ts';
import { hasClock } from '../compose/phrase.ts';
import { ADDRESSED } from './speaker.ts';
import type { Told } from './tell.ts';

const HEADING = /(?:安排|日程|计划|议程|行程|预告|课表|排班|值班表?)(?:如下|表)?[:]/;
/** Two days may be two deadlines; three in a row under such a heading are a plan. */
const FEWEST = 3;
const DAY_AND_DEED = /^[^,。;、:]{1,10}(?:[,。;、]|$)/;
const HANDS_IN = /[交报填]|提交|上传|反馈|截止|完成/;

export function dropSchedules(told: readonly Told[], text: string): readonly Told[] {
  if (told.length < FEWEST || !told.some(({ role }) => role === 'deadline')) return told;
  const heading = HEADING.exec(text);
  if (heading === null || ADDRESSED.test(text)) return told;
  const isEntry = ({ phrase }: Told): boolean =>
    phrase.start > heading.index && isBareDay(phrase) && isEntryText(text.slice(phrase.end, phrase.end + 12));
  if (told.filter(isEntry).length < FEWEST) return told;
  return told.map((each) =>
    each.role === 'deadline' && isEntry(each) ? { ...each, role: 'event' as const, rule: 'role/schedule' } : each,
  );
}

function isBareDay({ edge, from, slots }: Phrase): boolean {
  return edge === null && from === null && slots.day !== null && slots.repeat === null && !hasClock(slots);
}

function isEntryText(after: string): boolean {
  return DAY_AND_DEED.test(after) && !HANDS_IN.test(after.split(/[,。;、]/)[0] ?? '');
}
