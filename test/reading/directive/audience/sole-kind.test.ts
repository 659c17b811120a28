import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/model/message.ts';
import { organisation, type Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { COUNTY, message } from '../../../kit/audience-builders.ts';

const NOBODY: Person = { id: '', name: '', title: '', roles: ['cadre'], areas: [], duties: [], aliases: [], accounts: {}, digestAt: null };
const PEOPLE: readonly Person[] = [
  { ...NOBODY, id: 'clerk', name: '宁小雨', title: '党政办主任' },
  { ...NOBODY, id: 'vice', name: '魏东来', title: '副镇长', roles: ['leader', 'cadre'] },
  { ...NOBODY, id: 'roads', name: '高振川', title: '村镇建设办主任' },
  { ...NOBODY, id: 'fields', name: '赵敏芝', title: '农业中心主任' },
  { ...NOBODY, id: 'border', name: '哈振军', title: '边境派出所所长' },
  { ...NOBODY, id: 'forest', name: '葛长林', title: '黑石林场场长', areas: ['黑石林场'] },
  { ...NOBODY, id: 'east', name: '林芳华', title: '东沟村党支部书记', areas: ['东沟村'] },
  { ...NOBODY, id: 'west', name: '梅英子', title: '西河口党支部书记', areas: ['西河口'] },
  { ...NOBODY, id: 'town', name: '樊丽云', title: '木业社区书记', areas: ['木业社区'] },
];
const TOWN = organisation({
  ...COUNTY,
  people: PEOPLE,
  groups: [
    { platform: 'wechat', id: 'all', name: '黑石镇干部群', department: '', members: PEOPLE.map(({ id }) => id) },
    { platform: 'wechat', id: 'places', name: '书记群', department: '', members: ['clerk', 'fields', 'east', 'west', 'town'] },
  ],
});

function asked(text: string, given: Partial<Envelope> = {}): string {
  const { people, unclear } = audienceOf(text, message(text, { group: 'all', ...given }), TOWN);
  return people.join(' ') + (unclear ? ' ?' : '');
}

describe('the only place of its kind', () => {
  it.each([
    ['各卡点:东沟、西河口、林场三个卡点的排班表今天报我', 'east forest west'],
    ['同步各位书记:东沟、西河口、林场三处卡点的车一台不落登记', 'east forest west'],
    ['各村、林场把水枪数报给我,今天下班前', 'east forest west'],
    ['林场出20人 东沟出10人 半小时之内在沟口集合', 'east forest'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

it('asks no place by teams that are made up on the spot', () => {
  expect(asked('没找到不许单人进沟,30人分三组,每组带一个本地的')).toMatch(/\?$/u);
});

describe('kinds of places', () => {
  it.each([
    ['各村今天报数', 'east town west'],
    ['各村、社区把家什报一下', 'east town west'],
    ['各支部今天把记录本交来', 'east forest town west'],
    ['请沿线的村各来一位干部,派出所来人讲法', 'border east town west'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

describe('offices as a whole', () => {
  it.each([
    ['各办公室把台账盒收拾好,下班前摆到会议室', 'border fields roads'],
    ['反馈会明天17点,班子成员加三办主任,一个别缺', 'border fields roads vice'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));

  it('are those of the house where the group has none but one', () => {
    expect(asked('各办公室三季度工作一页纸,明天放我桌上', { group: 'places' })).toBe('border fields roads');
  });
});
