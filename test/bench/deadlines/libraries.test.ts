/** The libraries are treated kindly: what they find is taken as well as it can be, before it is counted. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isoAt } from '../../../src/model/instant.ts';
import { chronoMentions } from './chrono.ts';
import { ahead, deadlinesOf, type Keep, marked } from './found.ts';
import { recognizersMentions } from './recognizers.ts';

/** A Wednesday. */
const SENT = Date.parse('2026-11-04T09:00:00+08:00');

beforeAll(() => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
});

function shown(mentions: typeof chronoMentions, text: string, keep: Keep): readonly string[] {
  const found = deadlinesOf(mentions(text, SENT), text, SENT, keep);
  return found.map(({ day, at }) => (at === null ? day : isoAt(at, 'Asia/Shanghai').slice(0, 16)));
}

function byBoth(text: string, keep: Keep = marked): readonly (readonly string[])[] {
  return [shown(chronoMentions, text, keep), shown(recognizersMentions, text, keep)];
}

describe('the kind treatment of the libraries', () => {
  it.each([
    ['请于11月20日前报送', '2026-11-20'],
    ['明天下午3点之前交', '2026-11-05T15:00'],
    ['11月18日（星期三）17：00前交', '2026-11-18T17:00'],
    ['两小时内报', '2026-11-04T11:00'],
    ['明天下班前交', '2026-11-05'],
    ['截止到12月1日', '2026-12-01'],
    ['报名时间延长至11月9日', '2026-11-09'],
  ])('%s', (text, value) => {
    expect(byBoth(text)).toEqual([[value], [value]]);
  });

  it('takes the end of a range, and the last day of a week', () => {
    expect(byBoth('11月9日至11月13日报名', ahead)).toEqual([['2026-11-13'], ['2026-11-13']]);
    expect(shown(recognizersMentions, '本周内完成', marked)).toEqual(['2026-11-08']);
  });

  it('finds the first occurrence of what is left unresolved, and 24:00 at the end of its day', () => {
    expect(shown(recognizersMentions, '每天17点前报', marked)).toEqual(['2026-11-04T17:00']);
    expect(shown(recognizersMentions, '每周五报', ahead)).toEqual(['2026-11-06']);
    expect(shown(recognizersMentions, '24:00前交', marked)).toEqual(['2026-11-05T00:00']);
  });

  it('takes an event for a deadline only where all times ahead count, and what is past never', () => {
    expect(byBoth('明天上午9点开会')).toEqual([[], []]);
    expect(byBoth('明天上午9点开会', ahead)).toEqual([['2026-11-05T09:00'], ['2026-11-05T09:00']]);
    expect(byBoth('昨天已报', ahead)).toEqual([[], []]);
  });
});
