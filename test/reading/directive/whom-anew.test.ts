import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../src/reading/directive/changes.ts';
import { mayBeChange } from '../../../src/reading/directive/latent-changes.ts';
import { whomAnew } from '../../../src/reading/directive/whom-anew.ts';
import { seenAs } from '../../kit/change-builders.ts';

function whom(text: string): unknown {
  const read = whomAnew(seenAs(text, 'update')[0]);
  return read === null ? null : { off: read.off, on: read.on };
}

describe('a word on whom something known asks', () => {
  it.each([
    ['西村也来', { off: [], on: ['mei'] }],
    ['刚才说的会,西村也要参加', { off: [], on: ['mei'] }],
    ['东村不用报了,村里在换届', { off: ['lin'], on: [] }],
    ['那张表东村先不报', { off: ['lin'], on: [] }],
    ['东村、西村都不用来了', { off: ['lin', 'mei'], on: [] }],
    ['林芳不用去了,让梅英去', { off: ['lin'], on: ['mei'] }],
    ['东村不搞了 换西村顶上', { off: ['lin'], on: ['mei'] }],
    ['东村除外', { off: ['lin'], on: [] }],
  ])('says who joins and who is let off: %s', (text, read) => expect(whom(text)).toEqual(read));

  it.each([
    '东村不用报了吗',
    '取消了,东村不用报了',
    '视察改去别的街道,东村那边不用准备了',
    '明早的试闸不搞了!东村别去了',
    '大家都不用报了',
    '西村明天上午9点也来',
    '那份表不用报了',
    '让梅英去',
    '梅英一起上门把人找回来,路上慢一点,带好登记表和照片,回来一起讲怎么办',
  ])('is nothing that is for all, is asked, or asks anew: %s', (text) => expect(whom(text)).toBeNull());

  it('says what needn’t be done', () => {
    expect(whomAnew(seenAs('东村不用报了', 'update')[0])?.deed).toBe('hand-in');
    expect(whomAnew(seenAs('东村不用来了', 'update')[0])?.deed).toBe('come');
    expect(whomAnew(seenAs('东村除外', 'update')[0])?.deed).toBeNull();
  });

  it('is a change of its own where the message was judged an ask', () => {
    const [view, verdict] = seenAs('西村也来', 'directive');
    expect(mayBeChange({ view, verdict })).toBe(true);
    expect(changesOf(view, verdict).map(({ change, asks, fallback }) => [change, asks, fallback !== null])).toEqual([['whom', true, true]]);
    expect(mayBeChange({ view, verdict: { ...verdict, label: 'chitchat' } })).toBe(false);
  });
});
