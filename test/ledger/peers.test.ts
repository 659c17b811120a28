import { describe, expect, it } from 'vitest';
import { circleOf, isOfLikeOffice } from '../../src/ledger/peers.ts';
import { anOrganisation, aPerson } from '../kit/digest-builders.ts';

const head = (id: string, area: string) => aPerson({ id, title: `${area}党支部书记`, areas: [area] });

describe('like offices', () => {
  it.each([
    ['places of one kind', head('a', '南渡村'), aPerson({ title: '北渡村会计', areas: ['北渡村'] }), true],
    ['titles with one end', aPerson({ title: '司法所所长', areas: [] }), aPerson({ title: '派出所所长', areas: [] }), true],
    ['another place and another title', head('a', '南渡村'), aPerson({ title: '滩头社区主任', areas: ['滩头社区'] }), false],
    ['no place and another title', aPerson({ title: '司法所所长', areas: [] }), aPerson({ title: '党政办主任', areas: [] }), false],
  ])('%s', (_what, one, other, is) => {
    expect(isOfLikeOffice(one, other)).toBe(is);
    expect(isOfLikeOffice(other, one)).toBe(is);
  });

  it('are looked for among the others of the group', () => {
    const people = [head('a', '南渡村'), head('b', '北渡村'), aPerson({ id: 'c', title: '派出所所长', areas: [] }), head('d', '沙窝村')];
    const org = anOrganisation({
      people,
      groups: [{ platform: 'wechat', id: 'g01', name: '群', department: '', members: ['a', 'b', 'c'] }],
    });
    const where = { platform: 'wechat', group: 'g01', id: 'm1' };
    expect(circleOf(org, where, 'a')).toEqual({ others: ['b', 'c'], peers: ['b'] });
    expect(circleOf(org, where, 'a')).toBe(circleOf(org, where, 'a'));
    expect(circleOf(org, { ...where, group: 'g09' }, 'a')).toEqual({ others: [], peers: [] });
  });
});
