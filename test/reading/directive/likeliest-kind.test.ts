import { describe, expect, it } from 'vitest';
import { SHIPPED_CHANGES } from '../../../src/reading/directive/change-chances.ts';
import { soundsOff } from '../../../src/reading/directive/likeliest-kind.ts';
import { seenAs } from '../../kit/change-builders.ts';

describe('what was judged an ask', () => {
  it.each([
    ['那张摸底表不用报了,先别填', true],
    ['哪天预警跳到红色,书记就睡村部,不用再等我通知了', false],
    ['要是下大雨,巡查就不用报了', false],
  ])('calls off: %s', (text, is) => expect(soundsOff(...seenAs(text, 'directive'), SHIPPED_CHANGES)).toBe(is));
});
