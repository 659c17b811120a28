import { describe, expect, it } from 'vitest';
import { mayBeChange, readsAsCancel, readsAsChange, readsAsMove, readsAsRevival } from '../../../src/reading/directive/latent-changes.ts';
import { seenAs } from '../../kit/change-builders.ts';

describe('what was judged no update', () => {
  it.each([
    ['directive', '灯会又活了,下午2点前把题给我', true],
    ['directive', '叫停的巡检接着干,旧表誊到新表上', true],
    ['directive', '吊车明早来,挪车恢复:站前里、货场18日7点前把车挪净', true],
    ['directive', '下午2点前把题给我', false],
    ['directive', '供水恢复了,把水表抄一遍报我', false],
  ] as const)('may take up again, %s: %s', (label, text, is) => expect(readsAsRevival(...seenAs(text, label))).toBe(is));

  it.each([
    ['notice', '后天的体检先停了,医生不来', true],
    ['report', '明天下午看拖拉机不去了,演示取消', true],
    ['directive', '受应急科委托,原定明天上午的防汛演练不再举行,请通知到队员', true],
    ['directive', '明天上午前把防汛演练名单报来,后天的不再举行', false],
    ['directive', '主管换阀不干了:明晚太冷。停水公告已贴的马上撕下来,没贴的别贴', true],
    ['report', '两户今天不在家,没见着人', false],
    ['answer', '他们查库要紧,那就不开了,以后再约', true],
    ['answer', '三楼会议室,带身份证', false],
    ['answer', '党员不用报了,其他人照报', false],
    ['answer', '不用交了是说复印件,原件周五前要交', false],
  ] as const)('may call off, %s: %s', (label, text, is) => expect(readsAsCancel(...seenAs(text, label))).toBe(is));

  it.each([
    ['directive', '灯会又活了,下午2点前把题给我'],
    ['directive', '下午2点前把题给我'],
    ['notice', '后天的体检先停了,医生不来'],
    ['chitchat', '后天的体检先停了,医生不来'],
  ] as const)('is known once it was told, by its own verdict, %s: %s', (label, text) => {
    const [view, verdict] = seenAs(text, label);
    const one = { view, verdict };
    const other = { view, verdict: { ...verdict, label: 'chitchat' as const } };
    expect([mayBeChange(one), mayBeChange(one)]).toEqual([readsAsChange(view, verdict), readsAsChange(view, verdict)]);
    expect(mayBeChange(other)).toBe(false);
  });

  it('may add to one', () => {
    expect(readsAsChange(...seenAs('补一句:那个数里面,有慢病的单独数出来', 'directive'))).toBe(true);
    expect(readsAsChange(...seenAs('补一句:名单下午3点前发我', 'directive'))).toBe(false);
  });

  it('may move, also where it was judged something to know', () => {
    expect(readsAsMove(...seenAs('评审会挪到明天上午9点', 'notice'))).toBe(true);
    expect(readsAsMove(...seenAs('明天上午9点停水', 'notice'))).toBe(false);
    const [view, verdict] = seenAs('同意。宁可慢半天,今天下班前报我', 'answer');
    const replying = (asks: string) => ({ ...view, reply: { asks } }) as typeof view;
    expect(readsAsMove(replying('库里要倒垛,能不能缓半天?'), verdict)).toBe(true);
    expect(readsAsMove(replying('照哪个格式填?'), verdict)).toBe(false);
    expect(readsAsMove(...seenAs('今天下班前报我', 'answer'))).toBe(false);
  });
});
