import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../../src/reading/directive/audience/people.ts';
import { handsOn, onBehalfOf } from '../../../src/reading/directive/handed-on.ts';
import { COUNTY } from '../../kit/audience-builders.ts';

it.each([
  ['柏镇长让我转:四季度谁家欠账,每家一页纸', 'boss'],
  ['各位主任,柏镇长早上交代:清单周三交', 'boss'],
  ['受魏副镇长委托说一声,约谈会取消', 'vice'],
  ['按柏镇长要求,台账周五前交', 'boss'],
  ['柏镇长明天下午来看,各村准备一下', ''],
  ['高主任要求各村今天报', ''],
  ['没按柏镇长要求整改的村补报', ''],
  ['别等柏镇长安排,各村先动', ''],
  ['柏镇长要求在周三下班前把台账报齐', 'boss'],
  ['柏镇长强调高温天气注意防暑', 'boss'],
  ['柏镇长让我收一下物资表', 'boss'],
  ['柏镇长要求高,大家仔细填', ''],
  ['柏镇长叫我去县里开会了', ''],
  ['柏镇长叫我跟大家说一声,表周五交', 'boss'],
])('“%s” passes on the word of a leader', (text, leaders) => {
  expect(onBehalfOf(text, peopleOf(COUNTY), undefined).join(' ')).toBe(leaders);
});

describe('a text', () => {
  it.each([
    '转县林业局:各乡镇要报巡山情况',
    '替老周说一声,名册要交了',
    '镇长交代的,路口那段要扫干净',
    '县里刚通知,报表提前',
    '名册的事群里说了,大家上点心',
  ])('speaks for another: “%s”', (text) => {
    expect(handsOn(text)).toBe(true);
  });

  it.each(['各村明天下班前把名册报我', '请大家按时参加', '会议室在二楼'])('speaks for itself: “%s”', (text) => {
    expect(handsOn(text)).toBe(false);
  });
});
