import { describe, expect, it, vi } from 'vitest';
import { groupKey } from '../../../src/model/message.ts';
import { ASK, said } from '../../kit/chat-builders.ts';
import { aDesk, anAdapter, type DeskUnderTest } from '../../kit/desk-builders.ts';
import { PATIENCE } from '../../kit/patience.ts';

async function heard(): Promise<DeskUnderTest> {
  const desk = await aDesk();
  await desk.hear(
    said('m1', 'a-bo', '2026-11-16 09:00', ASK),
    said('m2', 'a-mei', '2026-11-16 09:05', '今天食堂的红烧肉真不错呀', { group: 'g2' }),
  );
  return desk;
}

describe('漏了', () => {
  it('finds the message by its words, says what it was judged to be, and tells the admins without its words', async () => {
    const desk = await heard();
    const answer = await desk.tell('a-mei', '漏了 食堂的红烧肉');
    expect(answer).toMatch(/西村群\n“今天食堂的红烧肉真不错呀”\n当时判为：/u);
    const [notice, ...more] = await desk.sent();
    expect([notice?.person, more]).toEqual(['guan', []]);
    expect(notice?.blocks[0]).toMatch(/^梅英说漏了一条：西村群 09:05/u);
    expect(notice?.blocks[0]).not.toContain('红烧肉');
  });

  it('finds what is forwarded, and names the item that it is', async () => {
    const desk = await heard();
    expect(await desk.tell('a-lin', '漏了', { forwardedFrom: { group: 'g1', id: 'm1' } })).toContain('它在台账里');
  });

  it('looks in no group that the person is not in', async () => {
    const desk = await heard();
    expect(await desk.tell('a-lin', '漏了 食堂的红烧肉')).toContain('没有找到');
    expect(await desk.tell('a-lin', '漏了', { forwardedFrom: { group: 'g2', id: 'm2' } })).toContain('没有找到');
    expect(await desk.tell('a-lin', '漏了')).toContain('漏了哪一条');
  });
});

describe('an admin', () => {
  it('makes a message a directive that was overlooked, by its words', async () => {
    const desk = await heard();
    expect(await desk.tell('a-guan', '漏报 食堂的红烧肉真不错')).toContain('已改判为“要求”');
    expect(await desk.tell('a-guan', '漏报 食堂的红烧肉真不错')).not.toContain('红烧肉真不错呀');
    expect((await desk.store.corrections()).slice(0, 1).map(({ id, label, by }) => [id, label, by])).toEqual([['m2', 'directive', 'guan']]);
    expect(await desk.tell('a-lin', '漏报 红烧肉真不错')).toContain('只有管理员能用');
  });

  it('enrols a group and leaves it, alone and in the group', async () => {
    const desk = await aDesk({ adapters: [anAdapter({ membersAmong: async () => ['a-lin'] })] });
    expect(await desk.tell('a-guan', '入群 g9 防汛群')).toContain('“防汛群”，花名册里的成员已认出 1 人');
    expect((await desk.store.enrolledGroups()).map(({ id, name, members, by }) => [id, name, members, by])).toEqual([
      ['g9', '防汛群', ['lin'], 'guan'],
    ]);
    expect(await desk.tell('a-guan', '入群 防汛群')).toContain('哪个群');
    expect(await desk.groupSays(said('x1', 'a-guan', '2026-11-16 12:00', '@群要 退群', { group: 'g9' }))).toBe(true);
    expect(await desk.store.enrolledGroups()).toEqual([]);
    expect(await desk.groupSays(said('x2', 'a-guan', '2026-11-16 12:00', '/入群', { group: 'g9' }))).toBe(true);
    expect(await desk.groupSays(said('x2', 'a-guan', '2026-11-16 12:00', '/入群', { group: 'g9' }))).toBe(true);
    expect((await desk.store.enrolledGroups()).map(({ id }) => id)).toEqual(['g9']);
    expect((await desk.store.outgoing('answer wechat g9 x2'))?.to).toEqual({ platform: 'wechat', target: 'group', id: 'g9' });
  });

  it('is obeyed by account, and only where nothing else is said', async () => {
    const desk = await aDesk();
    for (const [sender, text] of [
      ['a-lin', '入群'],
      ['guan', '入群'],
      ['a-guan', '入群须知请大家看一下'],
      ['a-guan', '收到'],
    ] as const)
      expect(await desk.groupSays(said('x1', sender, '2026-11-16 12:00', text, { group: 'g9' }))).toBe(false);
    expect(await desk.store.enrolledGroups()).toEqual([]);
    expect(await desk.tell('a-lin', '入群 g9')).toContain('只有管理员能用');
  });

  it('gives one-time codes', async () => {
    const desk = await aDesk();
    expect(await desk.tell('a-guan', '绑定码 南山')).toContain('12345678');
    expect(await desk.tell('a-nan', '绑定 12345678')).toContain('您是南山');
    expect(await desk.tell('a-guan', '绑定码 无名')).toContain('没有“无名”');
    expect(await desk.tell('a-bo', '绑定码 南山')).toContain('只有管理员能用');
  });

  it('sees how the service fares', async () => {
    const desk = await aDesk({
      gaps: () => [{ group: { platform: 'wechat', id: 'g2', name: '西村群', department: '', members: [] }, gap: 'left' }],
    });
    const answer = await desk.tell('a-guan', '状态');
    expect(answer).toContain('main（wechat）：在线');
    expect(answer).toContain('西村群：已被移出群');
    expect(answer).toContain('待发 0 条，结果不明 0 条，一天内没发成 0 条');
  });

  it('sees what muting a rule would do before it is muted', async () => {
    const desk = await heard();
    const [rule] = desk.settings.shipped.rules;
    const id = rule?.id ?? '';
    expect(await desk.tell('a-guan', '规则')).toContain(id);
    expect(await desk.tell('a-guan', '规则 停用 no.such')).toContain('没有叫“no.such”的规则');
    expect(await desk.tell('a-guan', `试跑 ${id}`)).toContain('试跑');
    expect(await desk.tell('a-guan', '确认')).toContain('没有等您确认的事');
    expect(await desk.tell('a-guan', `规则 停用 ${id}`)).toContain('回复“确认”停用');
    expect(await desk.store.ruleVersions()).toEqual([]);
    expect(await desk.tell('a-guan', '确认')).toContain(`已停用 ${id}`);
    expect((await desk.store.ruleVersions()).map(({ overlay, by }) => [overlay.muted, by])).toEqual([[[id], 'guan']]);
  });
});

describe('误报', () => {
  it('takes an item out of the ledger by its number', async () => {
    const desk = await aDesk({}, ['bo']);
    await desk.hear(said('m1', 'a-lin', '2026-11-16 09:00', '请柏镇长明天上午10点前审定东村的秸秆台账'));
    desk.setClock('2026-11-16 18:00');
    await desk.deliver('bo', 'd1');
    desk.setClock('2026-11-16 18:30');
    expect(await desk.tell('a-bo', '误报 1')).toContain('已改判为“其他”');
    expect([...(await desk.ledger()).directives.values()]).toEqual([]);
  });
});

describe('who binds an account', () => {
  it('is a member of the enrolled groups that they sit in, before they say a word there', async () => {
    const desk = await aDesk({ adapters: [anAdapter({ membersAmong: async (group) => (group === 'g9' ? ['a-nan'] : []) })] });
    await desk.store.saveGroups([{ platform: 'wechat', id: 'g9', name: '防汛群' }]);
    await desk.groupSays(said('x1', 'a-guan', '2026-11-16 12:00', '入群', { group: 'g9' }));
    expect((await desk.store.enrolledGroups()).find(({ id }) => id === 'g9')).toMatchObject({ name: '防汛群' });
    await desk.tell('a-guan', '绑定码 南山');
    await desk.tell('a-nan', '绑定 12345678');
    await vi.waitFor(
      () => expect(desk.settings.organisation().membersByGroup.get(groupKey({ platform: 'wechat', group: 'g9' }))).toContain('nan'),
      PATIENCE,
    );
  });
});
