import { describe, expect, it } from 'vitest';
import { layoutDigest } from '../../../src/digest/render/layout.ts';
import type { Section } from '../../../src/model/digest.ts';
import { aDigest, anOrganisation, aPerson, at, aWorkingDay } from '../../kit/digest-builders.ts';
import { aView, shown } from '../../kit/shown-digest.ts';

const sent: Readonly<Record<string, string>> = { m0020: '2026-11-17 11:20', m0030: '2026-11-16 22:15', m0040: '2026-11-17 09:12' };

describe('layoutDigest', () => {
  it('lays out a working day as the sample does', () => {
    const sentAt = ({ id }: { id: string }) => (sent[id] === undefined ? undefined : at(sent[id]));
    expect(shown(aWorkingDay(), { sentAt })).toBe(`群要 · 11月17日 周二 · 顾燕（南渡村）
14 个群 312 条，与你有关 7 件

【有变更】
1. 防汛清淤调度会（赵敏）
   ⏰ 原 “9:00” → 周三 18日 15:00 开始  农机工作群
2. ✗ 11:20 取消：农机现场演示（赵敏）  农机工作群
【明天 18:00 前要办】
3. 报农机购置补贴核验表（赵敏）
   ⏰ 周三 18日 17:30〔推定：下班前〕  农机工作群、村级群 2处，另有 1 群
【隐患与诉求】
4. 南渡闸口围栏缺了两根,孩子常去玩（渡口老马 昨 22:15）〔群外人员〕  村级群
【拿不准，请看一眼】
5. 何书记的语音 34″（09:12）  党建群
【流量打卡】6. 给“最美渡口”投票（至 22日） · 7. 转发农机推文
——
略过 297：收到 141 · 图片 88 · 点赞 37 · 问候 20 …  未覆盖：无
回复“3”看原文 · “完成 3” · “不是我的 3” · “漏了 …”
`);
  });

  it('puts sections in the order of the format, hazards and appeals under one heading', () => {
    const sections: readonly Section[] = ['traffic', 'unsure', 'notices', 'appeals', 'hazards', 'upcoming', 'new', 'due', 'changed'];
    const layout = layoutDigest(aDigest(sections.map((section) => ({ section }))), aView());
    expect(layout.sections.map((section) => section.id)).toEqual([
      'changed',
      'due',
      'new',
      'upcoming',
      'troubles',
      'notices',
      'unsure',
      'traffic',
    ]);
    expect(layout.sections.find((section) => section.id === 'troubles')?.items.map((item) => item.number)).toEqual([4, 5]);
  });

  it('names in the heading when the next digest really comes', () => {
    const due = (view: Parameters<typeof shown>[1]) => /【(.*)前要办】/u.exec(shown(aDigest([{ section: 'due' }]), view))?.[1];
    expect(due({})).toBe('明天 18:00 ');
    expect(due({ person: aPerson({ digestAt: 450 }) })).toBe('明天 07:30 ');
    expect(due({ next: at('2026-11-23 18:00') })).toBe('周一 23日 18:00 ');
  });

  it('skips the weekend where digests come on workdays only', () => {
    const friday = aDigest([{ section: 'due' }], { date: '2026-11-20', sentAt: at('2026-11-20 18:00') });
    expect(shown(friday, { org: anOrganisation({ workdaysOnly: true }) })).toContain('【周一 23日 18:00 前要办】');
  });

  it('says whose digest it is by area, else by title, else by name alone', () => {
    const reader = (person: Parameters<typeof aPerson>[0]) => shown(aDigest(), { person: aPerson(person) }).split('\n')[0];
    expect(reader({ areas: ['南渡村', '北寨村'] })).toBe('群要 · 11月17日 周二 · 顾燕（南渡村、北寨村）');
    expect(reader({ areas: [] })).toBe('群要 · 11月17日 周二 · 顾燕（南渡村党支部书记）');
    expect(reader({ areas: [], title: '' })).toBe('群要 · 11月17日 周二 · 顾燕');
  });
});

describe('an empty day', () => {
  const accounted = { evidence: 0, filtered: 0, talk: 0, forOthers: 0, closed: 0 };
  const nothing = { accounted, filtered: { total: 0, byLabel: {} } };
  const line = (given: Parameters<typeof aDigest>[1]) => shown(aDigest([], given)).split('\n')[1];

  it('is one honest line, with what was skipped', () => {
    expect(shown(aDigest())).toBe(`群要 · 11月17日 周二 · 顾燕（南渡村）
14 个群 312 条，没有与你有关的事
——
略过 297：收到 141 · 图片 88 · 点赞 37 · 问候 20 …  未覆盖：无
有漏的，回复“漏了 …”
`);
  });

  it('tells silence from nothing to do', () => {
    expect(line(nothing)).toBe('14 个群都没有新消息，没有与你有关的事');
  });

  it('never hides a failure', () => {
    expect(line({ coverage: { groups: 14, notCovered: ['g02'] } })).toBe('14 个群 312 条，没有与你有关的事；但有 1 个群没读到');
    expect(line({ ...nothing, coverage: { groups: 1, notCovered: ['g02'] } })).toBe('一个群也没读到：不等于今天没有事');
    expect(line({ ...nothing, coverage: { groups: 0, notCovered: [] } })).toBe('一个群也没读到：不等于今天没有事');
  });
});
