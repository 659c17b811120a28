import { describe, expect, it } from 'vitest';
import { asksOf } from '../../../src/reading/directive/asks.ts';
import { changeBesideAsk } from '../../../src/reading/directive/changes.ts';
import { offBesideAsk } from '../../../src/reading/directive/off-beside-ask.ts';
import { seenAs } from '../../kit/change-builders.ts';

const BOTH = '各位书记,余额结转那张登记表不要填了,系统自己结。另外慰问的票据明天上午10点前交给我。';

describe('what a message calls off beside what it asks', () => {
  it('is a sentence, or an item of its list', () => {
    const off = (text: string) => {
      const [view] = seenAs(text, 'directive');
      const span = offBesideAsk(view);
      return span === null ? null : view.normal.text.slice(...span);
    };
    expect(off(BOTH)).toMatch(/余额结转/u);
    expect(off('①差旅单、会议单,明天下班前送到我桌上,票不贴齐不收;\n②盘点表12月31日12:00前交')).toBeNull();
    expect(off('一、值班表。领导写真名,16:00前不接受“待定”,明天16:00前报我。\n二、小结。6月22日12:00前发我')).toBeNull();
    expect(off('两件:\n1、摊位租金台账不用报了;\n2、合同名单明天上午10点前发我')).toMatch(/租金台账/u);
    expect(off('余额结转那张登记表不要填了,系统自己结。')).toBeNull();
    expect(off('已经交过台账的不用报了。其余的明天上午10点前交给我。')).toBeNull();
    expect(off('请各村明天10点前报人数。秸秆统计表里面合计栏不用填,系统自动算')).toBeNull();
    expect(off('没有任务的村统计表不用报了。复核名单明天10点前报我')).toBeNull();
    expect(off('那个链接不要点,是诈骗。周三下班前把宣传台账报我')).toBeNull();
    expect(off('旧的那张表不要填了,改填新版的。明天上午10点前交给我。')).toBeNull();
  });

  it('is a change of its own, of which nothing stands in the stead, and no part of what is asked', () => {
    const [view, verdict] = seenAs(BOTH, 'directive');
    const [change] = changeBesideAsk(view, verdict);
    expect(change).toMatchObject({ change: 'cancel', besides: true });
    expect(change?.topics).toContain('结转');
    const asks = asksOf(view, verdict);
    expect(asks).toHaveLength(1);
    expect(asks[0]?.topics).not.toContain('结转');
  });
});
