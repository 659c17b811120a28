import { expect, it } from 'vitest';
import type { EnrolledGroup } from '../../../src/ports/live-store.ts';
import { anOutgoing } from '../../kit/outgoing-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const GROUP: EnrolledGroup = {
  platform: 'one',
  id: 'g1',
  name: '村级群',
  department: '党政办',
  members: ['gu-yan'],
  by: 'wang-fang',
  at: 500,
};
const ACCOUNT = { platform: 'one', account: '7001' };

export function enrolmentSpec(store: CurrentStore): void {
  it('knows the groups that are enrolled, as they were enrolled last', async () => {
    await store().enrol(GROUP);
    await store().enrol({ ...GROUP, name: '村级工作群', members: [] });
    expect(await store().enrolledGroups()).toEqual([{ ...GROUP, name: '村级工作群', members: [] }]);
    expect([await store().leave('one', 'g1'), await store().leave('one', 'g1')]).toEqual([true, false]);
    expect(await store().enrolledGroups()).toEqual([]);
  });

  it('takes the enrolment of a group to its new id, and what waits to be sent there', async () => {
    await store().enrol(GROUP);
    await store().saveGroups([{ platform: 'one', id: 'g1', name: '村级群' }]);
    const place = { platform: 'one', target: 'group', id: 'g1' } as const;
    await store().putOutgoing([anOutgoing({ person: null, to: place })]);
    await store().cutOutgoing('alert 1', { ...place, channel: 'main' }, ['一']);
    await store().renameGroup('one', 'g1', 'g9');
    expect(await store().enrolledGroups()).toEqual([
      { ...GROUP, movedTo: 'g9' },
      { ...GROUP, id: 'g9' },
    ]);
    expect((await store().loadGroups()).map(({ id }) => id)).toEqual(['g1', 'g9']);
    const moved = await store().outgoing('alert 1');
    expect([moved?.to?.id, moved?.parts[0]?.id]).toEqual(['g9', 'g9']);
  });

  it('binds an account to the person of a code, once and in time', async () => {
    await store().addBindCode('old', 'gu-yan', 1000);
    await store().addBindCode('hash', 'gu-yan', 1000);
    expect(await store().useBindCode('old', ACCOUNT, 10)).toBeNull();
    expect(await store().useBindCode('hash', ACCOUNT, 1000)).toBeNull();
    expect(await store().useBindCode('hash', ACCOUNT, 999)).toBe('gu-yan');
    expect(await store().useBindCode('hash', ACCOUNT, 999)).toBeNull();
    expect(await store().bindings()).toEqual([{ ...ACCOUNT, person: 'gu-yan', at: 999 }]);
  });

  it('has one person on an account', async () => {
    await store().addBindCode('one', 'gu-yan', 1000);
    await store().addBindCode('two', 'zhao-min', 1000);
    await store().useBindCode('one', ACCOUNT, 1);
    await store().useBindCode('two', ACCOUNT, 2);
    expect(await store().bindings()).toEqual([{ ...ACCOUNT, person: 'zhao-min', at: 2 }]);
    expect([await store().unbind('one', '7001'), await store().unbind('one', '7001')]).toEqual([true, false]);
  });

  it('remembers small values by name', async () => {
    expect(await store().recall('offset')).toBeNull();
    await store().remember('offset', '1');
    await store().remember('offset', '2');
    expect(await store().recall('offset')).toBe('2');
  });
}
