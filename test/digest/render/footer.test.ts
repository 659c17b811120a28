import { describe, expect, it } from 'vitest';
import { aDigest } from '../../kit/digest-builders.ts';
import { shown } from '../../kit/shown-digest.ts';

function footer(given: Parameters<typeof aDigest>[1], items: Parameters<typeof aDigest>[0] = []): readonly string[] {
  return shown(aDigest(items, given)).split('\n——\n')[1]?.trimEnd().split('\n') ?? [];
}

describe('the footer', () => {
  it('counts what was skipped, the most frequent first, and says when there was more', () => {
    expect(footer({ filtered: { total: 9, byLabel: { redpacket: 2, ack: 7 } } })[0]).toBe('略过 9：收到 7 · 红包 2  未覆盖：无');
    expect(footer({ filtered: { total: 15, byLabel: { ack: 1, flattery: 2, greeting: 3, share: 4, other: 5 } } })[0]).toBe(
      '略过 15：其他 5 · 分享 4 · 问候 3 · 点赞 2 …  未覆盖：无',
    );
    expect(footer({ filtered: { total: 0, byLabel: {} } })[0]).toBe('略过 0  未覆盖：无');
  });

  it('names what was not covered: groups by name, anything else as given', () => {
    expect(footer({ coverage: { groups: 14, notCovered: ['g02', 'dingtalk/g04', 'qq 连接断了'] } })[0]).toMatch(
      /未覆盖：村级群、镇领导小群、qq 连接断了$/u,
    );
  });

  it('admits what does not add up', () => {
    expect(footer({ unaccounted: 3 })[1]).toBe('有 3 条没有对上账，请告诉管理员');
    expect(footer({})).toHaveLength(2);
  });

  it('shows how to answer with the number of something one can do', () => {
    expect(footer({}, [{ section: 'changed' }, { section: 'new' }]).at(-1)).toBe('回复“2”看原文 · “完成 2” · “不是我的 2” · “漏了 …”');
    expect(footer({}, [{ section: 'hazards' }]).at(-1)).toMatch(/^回复“1”看原文/u);
    expect(footer({}).at(-1)).toBe('有漏的，回复“漏了 …”');
  });
});
