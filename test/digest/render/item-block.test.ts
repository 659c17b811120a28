import { describe, expect, it } from 'vitest';
import { itemBlock } from '../../../src/digest/render/item-block.ts';
import { aDeadline, aDigest, anItem, at, evidence } from '../../kit/digest-builders.ts';
import { aView, itemLines, shown } from '../../kit/shown-digest.ts';

const own = { platform: 'wechat', group: 'g01', id: 'm0012' };
const foreign = { platform: 'dingtalk', group: 'g04', id: 'm0099' };

describe('an item', () => {
  it('stands in one line where there is no time to tell', () => {
    expect(itemLines({})).toEqual(['报农机购置补贴核验表（赵敏）  农机工作群']);
  });

  it('says cancelled, done and restored before its title', () => {
    const status = (from: string, to: string) => [{ field: 'status' as const, from, to, message: own }];
    expect(itemLines({ status: 'cancelled', changes: status('open', 'cancelled') })[0]).toMatch(/^✗ 取消：报农机/u);
    expect(itemLines({ status: 'done', changes: status('open', 'done') })[0]).toMatch(/^✓ 办结：报农机/u);
    expect(itemLines({ status: 'done' })[0]).toMatch(/^✓ 办结：报农机/u);
    expect(itemLines({ status: 'changed', changes: status('cancelled', 'open') })[0]).toMatch(/^↺ 恢复：报农机/u);
  });

  it('gives the time of a change with the change, not with the issuer', () => {
    const changes = [{ field: 'status' as const, from: 'open', to: 'cancelled', message: own }];
    const sentAt = () => at('2026-11-17 11:20');
    expect(itemLines({ section: 'changed', status: 'cancelled', changes }, { sentAt })[0]).toBe(
      '✗ 11:20 取消：报农机购置补贴核验表（赵敏）  农机工作群',
    );
  });

  it('marks what is unclear about it', () => {
    const marked = itemLines({ audienceUnclear: true, outsider: true, condition: '遇大雨' })[0];
    expect(marked).toContain('（赵敏）〔群外人员〕〔对象不明〕〔条件：遇大雨〕');
    expect(itemLines({ audienceUnclear: true, perhaps: true, section: 'unsure' })[0]).toContain('〔未必是您的〕');
  });

  it('stays within a screen, however long somebody or something is called', () => {
    const long = '长'.repeat(3000);
    const [line = ''] = itemLines({ title: long, issuer: { id: 'x', name: '名'.repeat(3000) }, condition: long });
    expect([...line].length).toBeLessThan(200);
    expect(line).toMatch(/长…（名+…）.*〔条件：长+…〕/u);
  });

  it('says where it is named for the last time', () => {
    expect(itemLines({ letGo: true, section: 'due', status: 'overdue' })[0]).toContain('此后不再列出');
    expect(shown(aDigest([{ letGo: true, section: 'upcoming' }]))).toContain('此后不再列出');
  });

  it('says also in half a line that it need not be the reader’s', () => {
    const many = Array.from({ length: 40 }, (_, place) => ({ id: `d-${place}`, perhaps: true as const, section: 'unsure' as const }));
    const halves = shown(aDigest(many)).split('另：')[1] ?? '';
    expect(halves).toContain('〔未必是您的〕');
  });

  it('names in half a line who tells a notice, and no issuer of a task shown before', () => {
    expect(shown(aDigest([{ kind: 'notice', section: 'notices' }]))).toContain('1. 报农机购置补贴核验表（赵敏）');
    expect(shown(aDigest([{ section: 'upcoming' }]))).not.toContain('（赵敏）');
  });

  it('points at what is near, by number', () => {
    const text = shown(aDigest([{ similarTo: ['d-2', 'd-gone'] }, { similarTo: ['d-gone'] }]));
    expect(text).toContain('1. 报农机购置补贴核验表（赵敏）〔与第 2 件相近，不是一件〕');
    expect(text.match(/相近/gu)).toHaveLength(1);
    const off = shown(aDigest([{}, { section: 'unsure', status: 'cancelled', similarTo: ['d-1'] }]));
    expect(off).toContain('〔说的可能是第 1 件〕');
  });

  it('says what is shown with it as one, by its title', () => {
    const together = [{ id: 'd-9', title: '农机补贴表再催' }];
    expect(itemLines({ together })[0]).toContain('〔并入“农机补贴表再催”，精修认作一件〕');
    expect(shown(aDigest([{ together, section: 'upcoming' }]))).toContain('并入“农机补贴表再催”');
  });

  it('does not name the issuer twice', () => {
    expect(itemLines({ kind: 'opaque', section: 'unsure', title: '赵敏的语音 34″' })[0]).toBe('赵敏的语音 34″  农机工作群');
  });

  it('says a traffic task in half a line, with its last day', () => {
    const traffic = { section: 'traffic', kind: 'traffic' } as const;
    const deadline = aDeadline({ at: at('2026-11-23 00:00'), day: '2026-11-22', anchor: null, precision: 'day' });
    const line = shown(
      aDigest([
        { ...traffic, title: '投票', deadline },
        { ...traffic, title: '转发', deadline: aDeadline() },
        { ...traffic, title: '签到', deadline, status: 'overdue' },
      ]),
    );
    expect(line).toContain('【流量打卡】1. 投票（至 22日） · 2. 转发（至 18日 17:30）〔推定〕 · 3. 签到 已过期\n');
  });
});

describe('sources', () => {
  const sources = (...groups: readonly string[]) =>
    itemLines({ evidence: groups.map((group, index) => evidence(group, `m${index}`)) })[0]?.split('  ')[1];

  it('names two groups, counts the rest, and a group once', () => {
    expect(sources('g01')).toBe('农机工作群');
    expect(sources('g01', 'g02', 'g01')).toBe('农机工作群、村级群 2处');
    expect(sources('g01', 'g02', 'g03')).toBe('农机工作群、村级群等 3处');
  });

  it('only counts groups that the reader is not in', () => {
    expect(sources('g01', 'g04')).toBe('农机工作群，另有 1 群');
    expect(sources('g04')).toBe('另有 1 群');
  });
});

describe('the walls between groups', () => {
  const words = '领导小群里的原话';

  it('lets no words of a foreign group through, even if the digest carries them', () => {
    const item = anItem({ evidence: [evidence('g04', 'm0099', words), evidence('g01', 'm0012', '请报核验表')] });
    const block = itemBlock(item, aDigest([item]), aView());
    expect(block.quotes).toEqual([{ from: '农机工作群', text: '请报核验表' }]);
  });

  it('quotes an amendment only from an own group', () => {
    const amended = (message: typeof own, to: string | null) =>
      itemLines({ status: 'changed', changes: [{ field: 'content', from: null, to, message }] })[1];
    expect(amended(own, '改报电子版')).toBe('✎ 内容有变：“改报电子版”');
    expect(amended(own, null)).toBe('✎ 内容有变');
    expect(amended(foreign, words)).toBe('✎ 内容有变');
  });

  it('cuts a long amendment to an excerpt', () => {
    const changes = [{ field: 'content' as const, from: null, to: '长'.repeat(500), message: own }];
    expect(itemLines({ changes })[1]).toBe(`✎ 内容有变：“${'长'.repeat(35)}…”`);
  });
});
