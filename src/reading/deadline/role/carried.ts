/**
 * Second look: a bare hour goes on with the one before it. 昨天16点发现泄漏,17点处置完毕: past like it; 奶站每天五点收奶,六点半拉走:
 * what is always so.
 */
import { ADDRESSED } from './speaker.ts';
import type { Told } from './tell.ts';

const FARTHEST = 24;
const SENTENCE_END = /[。!?;\n]/;
/** How what is told of ends. */
const ENDED = /^[^,。把请将]{0,8}(?:完毕|结束|完成|到位|恢复|扑灭|排除|解除|撤离|处置完|修好|修复|转移)[^,。]{0,4}(?:$|[,。;])/;
/** 昨天7时停的电: a story, told by what happened and not by what was asked. */
const STORY = /^(?!(?:[发下定说通布][^,。;]{0,3}|开)的|说|通知|要求)[^,。;把请将]{1,5}(?:的[^,。;]{0,6}|了[^,。;]{0,6})?(?=[,;])/;
const DONE = /[完好了的]/;
const HURRY = /抓紧|务必|赶紧|尽快|逾期|过期|错过/;
/** What is asked for, whatever was told before. */
const ASKED =
  /[把将请须]|务必|必须|得|要|交|报|(?<!批)发(?!往|车|货)|填|传|回[复话执]|给我|补|写|签|带来|拿来|送来|送到(?!了)|开会|集合|汇总|反馈/;

export function carryPast(told: readonly Told[], text: string): readonly Told[] {
  if (told.length < 2) return told;
  const carried = [...told];
  for (let index = 1; index < carried.length; index++) {
    const [before, each] = [carried[index - 1] as Told, carried[index] as Told];
    if (!isBareHour(each) || !goesOn(before, each, text)) continue;
    const after = text.slice(each.phrase.end, each.phrase.end + FARTHEST);
    if (isClockPast(before) && (ENDED.test(after) || isStory(before, each, text)))
      carried[index] = { ...each, role: 'past', rule: 'role/went-on' };
    else if (isHabit(before) && each.role === 'deadline' && !ASKED.test(clauseOf(after)))
      carried[index] = { ...each, role: 'event', rule: 'role/habit-went-on' };
  }
  return carried;
}

function isBareHour({ phrase: { edge, from, slots } }: Told): boolean {
  return edge === null && from === null && slots.day === null && slots.clock !== null && slots.repeat === null;
}

function goesOn(before: Told, each: Told, text: string): boolean {
  const gap = text.slice(before.phrase.end, each.phrase.start);
  const after = text.slice(each.phrase.end, each.phrase.end + FARTHEST);
  return gap.length <= FARTHEST && !SENTENCE_END.test(gap) && !ADDRESSED.test(gap) && !ADDRESSED.test(after);
}

function isClockPast({ role, phrase }: Told): boolean {
  return role === 'past' && phrase.slots.clock !== null;
}

function isStory(before: Told, each: Told, text: string): boolean {
  const gap = text.slice(before.phrase.end, each.phrase.start);
  const after = text.slice(each.phrase.end, each.phrase.end + FARTHEST);
  // An hour of today is gone whatever was done then: 系统早上八点开,晚上八点关.
  if (
    !STORY.test(gap) ||
    (before.phrase.slots.day === null && !DONE.test(gap) && !/[昨前]天?|\d日/.test(text.slice(0, before.phrase.start)))
  )
    return false;
  return !ASKED.test(clauseOf(after)) && !HURRY.test(after);
}

/** 奶站每天五点收奶: told of who does it, no order. */
function isHabit({ role, phrase }: Told): boolean {
  return role !== 'deadline' && role !== 'old' && phrase.slots.repeat !== null && phrase.slots.clock !== null;
}

function clauseOf(after: string): string {
  return after.split(/[,。;!?\n]/)[0] ?? '';
}
