import { describe, expect, it } from 'vitest';
import { groupKey } from '../../src/model/message.ts';
import { personOf, readers, senderOf } from '../../src/model/organisation.ts';
import { said } from '../kit/chat-builders.ts';
import { anOrganisation, aPerson } from '../kit/digest-builders.ts';

const people = [
  aPerson({ id: 'gu-yan', accounts: { telegram: '1001', wechat: 'wxid_guyan' } }),
  aPerson({ id: '1001', name: '别人', roles: ['admin'] }),
  aPerson({ id: 'bo', name: '柏松', roles: ['leader', 'admin'] }),
  aPerson({ id: 'nobody', name: '编外', roles: [] }),
];
const org = anOrganisation({ people });

describe('a sender', () => {
  it('is known by account, else by id, never by name', () => {
    expect(personOf(org, 'telegram', '1001')?.id).toBe('gu-yan');
    expect(personOf(org, 'wechat', '1001')?.id).toBe('1001');
    expect(personOf(org, 'wechat', 'wxid_guyan')?.id).toBe('gu-yan');
    expect(personOf(org, 'qq', 'wxid_guyan')).toBeUndefined();
    expect(personOf(org, 'qq', 'gu-yan')?.id).toBe('gu-yan');
    expect(personOf(org, 'wechat', '顾燕')).toBeUndefined();
    expect(senderOf(org, said('m1', 'stranger', '2026-11-16 09:00', '', { sender: { id: 'stranger', name: '顾燕' } }))).toBeUndefined();
  });
});

describe('readers', () => {
  it('are cadres and leaders, in the order of the roster', () => {
    expect(readers(org).map(({ id }) => id)).toEqual(['gu-yan', 'bo']);
  });
});

describe('groups', () => {
  it('are told apart by platform and id', () => {
    const twins = anOrganisation({
      groups: [
        { platform: 'wechat', id: 'g', name: '一', department: '', members: ['gu-yan'] },
        { platform: 'qq', id: 'g', name: '二', department: '', members: [] },
      ],
    });
    expect(twins.groupByKey.get(groupKey({ platform: 'qq', group: 'g' }))?.name).toBe('二');
    expect(twins.membersByGroup.get(groupKey({ platform: 'wechat', group: 'g' }))?.has('gu-yan')).toBe(true);
    expect(twins.membersByGroup.get(groupKey({ platform: 'qq', group: 'g' }))?.has('gu-yan')).toBe(false);
  });
});

describe('names', () => {
  it('are those of people and areas, the longest first, with and without the kind of area', () => {
    expect(org.names).toEqual(expect.arrayContaining(['顾燕', '南渡村', '南渡', '柏松']));
    const lengths = org.names.map((name) => name.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  });

  it('are nothing without a roster', () => {
    expect(anOrganisation({ people: [] }).names).toEqual([]);
  });
});
