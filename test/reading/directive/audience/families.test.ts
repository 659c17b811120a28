import { expect, it } from 'vitest';
import { organisation } from '../../../../src/model/organisation.ts';
import { familyAmong, familyOf } from '../../../../src/reading/directive/audience/families.ts';
import { peopleOf } from '../../../../src/reading/directive/audience/people.ts';
import { COUNTY } from '../../../kit/audience-builders.ts';

function familyWith(area: string, title: string): string {
  const owner = { ...(COUNTY.people[0] as (typeof COUNTY.people)[number]), id: 'owner', title, areas: [area] };
  return familyOf(area, peopleOf(organisation({ ...COUNTY, people: [...COUNTY.people, owner] })));
}

it.each([
  ['南渡小学', '校长', 'school'],
  ['二小', '校长', 'school'],
  ['金苗幼儿园', '园长', 'school'],
  ['东片', '中心校校长', 'school'],
  ['榆园街', '榆园街房管站站长', 'village'],
  ['桃园', '桃园村民组负责人', 'village'],
  ['东韭园', '东韭园村党支部书记', 'village'],
  ['南渡村', '南渡村支书、村小学校长', 'village'],
  ['一标', '一标项目经理', 'section'],
  ['荷堰镇', '荷堰镇镇长', 'town'],
  ['荷堰镇卫生院', '荷堰镇卫生院院长', 'body'],
  ['荷堰镇中心校', '荷堰镇中心校校长', 'school'],
  ['北洼管区', '北洼管区书记', 'zone'],
  ['石头河作业区', '石头河作业区主任', 'site'],
  ['顺砣物流', '顺砣物流安全联络员', 'site'],
  ['恒润新材料', '恒润新材料安全环保部部长', 'site'],
  ['二轴承', '第二轴承厂综合管理部部长', 'site'],
  ['纺机留守处', '纺织机械公司留守处主任', 'site'],
  ['金草原养殖专业合作社', '金草原养殖专业合作社理事长', 'site'],
  ['县兽医站', '县兽医站站长', 'body'],
  ['实验初中', '实验初中校长', 'school'],
  ['县一中', '县一中校长', 'school'],
  ['石头河作业区', '石头河村党支部书记', 'village'],
])('%s under its %s is a %s', (area, title, family) => expect(familyWith(area, title)).toBe(family));

it('a word for villages means towns where there are no villages, and the other way round', () => {
  expect(familyAmong(new Set(['town', 'school']), 'village')).toBe('town');
  expect(familyAmong(new Set(['village']), 'town')).toBe('village');
  expect(familyAmong(new Set(['town', 'village']), 'village')).toBe('village');
  expect(familyAmong(new Set(['zone', 'village']), 'village')).toBe('village');
  expect(familyAmong(new Set(['zone']), 'village')).toBe('zone');
  expect(familyAmong(new Set(['town']), 'zone')).toBe('town');
});
