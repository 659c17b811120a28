import { describe, expect, it } from 'vitest';
import { handsOn } from '../../../src/reading/directive/handed-on.ts';

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
