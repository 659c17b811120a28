import { expect, it } from 'vitest';
import type { Roster } from '../../../src/model/organisation.ts';
import { aPerson } from '../../kit/digest-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const ROSTER: Roster = {
  org: '东岭镇',
  timezone: 'Asia/Shanghai',
  workday: { start: 510, end: 1050 },
  digestAt: 1080,
  workdaysOnly: false,
  quietHours: { from: 1290, to: 450 },
  alertCap: null,
  people: [aPerson({ accounts: { telegram: '1001' }, aliases: ['南渡-燕子'], digestAt: 450 })],
  groups: [{ platform: 'wechat', id: 'g01', name: '东岭镇农机工作群', department: '农服中心', members: ['gu-yan'] }],
};

export function organisationSpec(store: CurrentStore): void {
  it('keeps one roster, the last', async () => {
    expect(await store().loadRoster()).toBeNull();
    await store().saveRoster({ ...ROSTER, org: '旧的' });
    await store().saveRoster(ROSTER);
    expect(await store().loadRoster()).toEqual(ROSTER);
  });

  it('keeps the groups that imports name, each with its newest name', async () => {
    await store().saveGroups([
      { platform: 'wechat', id: 'g02', name: '党建群' },
      { platform: 'qq', id: 'g02', name: '村级群' },
    ]);
    await store().saveGroups([{ platform: 'wechat', id: 'g02', name: '党建工作群' }]);
    expect(await store().loadGroups()).toEqual([
      { platform: 'qq', id: 'g02', name: '村级群' },
      { platform: 'wechat', id: 'g02', name: '党建工作群' },
    ]);
  });
}
