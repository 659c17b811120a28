import { describe, expect, it } from 'vitest';
import { askedBefore, timesAsked } from '../../../src/reading/directive/asked-before.ts';
import { readChange, seenAs } from '../../kit/change-builders.ts';
import { at } from '../../kit/digest-builders.ts';

/** Monday 2026-11-16. */
const days = (text: string): readonly string[] => timesAsked(seenAs(text, 'update')[0]).map(({ day }) => day);

describe('when the matter of a change was asked for', () => {
  it.each([
    ['昨天要的那份表,缓到18号交', ['2026-11-15']],
    ['周五布置的那张册子,给到18号', ['2026-11-13']],
    ['14日原通知“18日下班前”,现改为“17日下班前”', ['2026-11-14']],
    ['周五那个会改到下周一上午9点', []],
    ['周五要交的表改到下周一', []],
    ['周五要的那份改到下周一', []],
    ['昨天大家投的那个票别投了', ['2026-11-15']],
    ['昨天的雨太大,巡河改到明天', []],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));

  it('is a day from its beginning to its end', () => {
    expect(askedBefore(seenAs('昨天要的那份表,缓到18号交', 'update')[0])?.on).toEqual([[at('2026-11-15 00:00'), at('2026-11-16 00:00')]]);
    expect(askedBefore(seenAs('表缓到18号交', 'update')[0])).toBeNull();
  });

  it('is no time that the change names otherwise', () => {
    const change = readChange('周五布置的那张册子,给到18号下班前');
    expect(change.times).toEqual([change.deadline?.at]);
  });
});
