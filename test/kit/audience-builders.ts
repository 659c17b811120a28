/** A township with offices, villages, a community and two contractors, for tests of whom a text asks. */
import type { Envelope } from '../../src/model/message.ts';
import { type Organisation, organisation, type Person } from '../../src/model/organisation.ts';
import { at } from './digest-builders.ts';

const NOBODY: Person = { id: '', name: '', title: '', roles: ['cadre'], areas: [], duties: [], aliases: [], accounts: {}, digestAt: null };

const PEOPLE: readonly Person[] = [
  { ...NOBODY, id: 'boss', name: '柏松', title: '镇长', roles: ['leader'], duties: ['政府全面'] },
  { ...NOBODY, id: 'vice', name: '魏东来', title: '副镇长', roles: ['leader', 'cadre'], duties: ['应急', '水利'] },
  { ...NOBODY, id: 'clerk', name: '宁小雨', title: '党政办主任', duties: ['督查'] },
  { ...NOBODY, id: 'safety', name: '高振', title: '应急办主任', duties: ['防汛', '消防'] },
  { ...NOBODY, id: 'farm', name: '赵敏芝', title: '农服中心主任', duties: ['农机'] },
  { ...NOBODY, id: 'east', name: '林芳', title: '东沟村党支部书记', areas: ['东沟村'] },
  { ...NOBODY, id: 'east-clerk', name: '孙磊明', title: '东沟村文书', areas: ['东沟村'] },
  { ...NOBODY, id: 'west', name: '梅英子', title: '西坪村党支部书记', areas: ['西坪村'] },
  { ...NOBODY, id: 'north', name: '廖长海', title: '北渡村党支部书记', areas: ['北渡村'], aliases: ['老海'] },
  { ...NOBODY, id: 'street', name: '樊丽', title: '沿河社区书记', areas: ['沿河社区'] },
  { ...NOBODY, id: 'grid', name: '肖禾', title: '沿河社区二网格网格员', areas: ['沿河二网格'] },
  { ...NOBODY, id: 'first', name: '赖运才', title: '一组组长', areas: ['一组'] },
  { ...NOBODY, id: 'second', name: '钟桂花', title: '二组组长', areas: ['二组'] },
  { ...NOBODY, id: 'one', name: '尚博文', title: '一标项目经理', areas: ['一标'] },
  { ...NOBODY, id: 'two', name: '苟长林', title: '二标项目经理', areas: ['二标'] },
];

/** A cadre without a place or a duty, unless they are given. */
export function someone(
  id: string,
  name: string,
  title: string,
  areas: readonly string[] = [],
  more: Partial<Pick<Person, 'duties' | 'roles'>> = {},
): Person {
  return { ...NOBODY, id, name, title, areas, ...more };
}

const group = (id: string, members: readonly string[]) => ({ platform: 'wechat', id, name: id, department: '', members });

export const COUNTY: Organisation = organisation({
  org: '柏林镇',
  timezone: 'Asia/Shanghai',
  workday: { start: 510, end: 1050 },
  digestAt: 1080,
  workdaysOnly: false,
  quietHours: null,
  alertCap: null,
  people: PEOPLE,
  groups: [
    group(
      'all',
      PEOPLE.filter(({ id }) => id !== 'grid').map(({ id }) => id),
    ),
    group('villages', ['vice', 'clerk', 'safety', 'east', 'east-clerk', 'west', 'north', 'street']),
    group('team', ['clerk', 'east', 'east-clerk', 'first', 'second']),
    { ...group('county', ['clerk', 'safety', 'east', 'east-clerk', 'west', 'north', 'street']), name: '东部片区联络组' },
    group('heads', ['east', 'east-clerk', 'west', 'north', 'street', 'first', 'second', 'one', 'two']),
    group('community', ['clerk', 'street', 'grid']),
    group('offices', ['boss', 'vice', 'clerk', 'safety', 'farm']),
    group('neighbours', ['street', 'safety']),
  ],
});

export function message(text: string, given: Partial<Envelope> = {}): Envelope {
  const sender = { id: 'clerk', name: '办公室' };
  return { platform: 'wechat', group: 'villages', id: 'm1', sentAt: at('2026-11-16 09:00'), sender, kind: 'text', text, ...given };
}

/** Some people who sit together in the group of `message`, or those of them that are named. */
export function inOneGroup(people: readonly Person[], { org = COUNTY.org, members = people.map(({ id }) => id) } = {}): Organisation {
  return organisation({ ...COUNTY, org, people, groups: [group('villages', members)] });
}
