import { expect, it } from 'vitest';
import type { ConcernModel } from '../../../../src/model/concern-model.ts';
import type { Envelope } from '../../../../src/model/message.ts';
import { organisation, type Person } from '../../../../src/model/organisation.ts';
import { concernedBy } from '../../../../src/reading/directive/audience/concerned.ts';
import { COUNTY, message, someone } from '../../../kit/audience-builders.ts';

/** Nobody but whom the rules find. */
const RULES_ALONE: ConcernModel = { bias: Number.NEGATIVE_INFINITY, weights: {} };

function told(text: string, given: Partial<Envelope> = {}, model = RULES_ALONE): string {
  return concernedBy(text, message(text, given), COUNTY, 'hazard', model).people.join(' ');
}

const BY_VILLAGE: Partial<Envelope> = { sender: { id: 'north', name: '北渡' } };
const ALL: Partial<Envelope> = { group: 'all' };

it.each([
  ['all who are spoken to', '各点位都停一下手,娃娃走丢了', BY_VILLAGE, 'clerk east east-clerk safety street vice west'],
  ['whose place and whose duty it is, and leaders', '西坪村口柴垛着火了', BY_VILLAGE, 'safety vice west'],
  ['the offices where it is nobody’s duty', '西坪有个摊子塌了个角', { sender: { id: 'north', name: '' } }, 'safety vice west'],
  ['everybody of a small group', '门口摊子占道', { group: 'neighbours', sender: { id: 'x-1', name: '' } }, 'boss safety street'],
  [
    'whose duty alone it is, in whatever group it is told, and who sees to emergencies',
    '村口农机叫人弄坏了',
    BY_VILLAGE,
    'farm safety vice',
  ],
  [
    'those who answer for a group without offices',
    '摊子歪了',
    { group: 'heads', sender: { id: 'x-1', name: '' } },
    'boss east east-clerk first north one safety second street two west',
  ],
  [
    'those of the place of who tells it, where none is named',
    '栏杆缺了一截',
    { ...ALL, sender: { id: 'east-clerk', name: '' } },
    'boss east safety vice',
  ],
  [
    'no others of that place where another is named',
    '西坪村栏杆缺了一截',
    { ...ALL, sender: { id: 'east-clerk', name: '' } },
    'boss safety vice west',
  ],
  ['the office whose matter it names', '社长收了20块农机跑腿费', { ...ALL, ...BY_VILLAGE }, 'boss clerk farm vice'],
  ['nobody it is about', '听说西坪村干部收了好处费', BY_VILLAGE, 'boss clerk vice'],
  ['those whom a work order charges', '【工单】内容:摊子歪了。承办:西坪村;协办:农服中心', ALL, 'boss farm vice west'],
  ['those who are to help', '【工单】内容:摊子歪了。承办:西坪村;配合:农服中心', ALL, 'boss farm vice west'],
  ['those who are asked to settle it', '来电反映摊子歪了,请西坪村梅英子、农服中心赵敏芝核实处置', ALL, 'boss farm vice west'],
  ['those who are asked to find it out', '来电反映摊子歪了,请西坪村梅英子、农服中心赵敏芝查清是谁摆的', ALL, 'boss farm vice west'],
  ['those who are to answer, though it be about money', '【工单】来电称东沟村里有人收了好处费。请西坪村梅英子答复', ALL, 'boss vice west'],
  [
    'only the one whom it is given to, and leaders',
    '叫他停!梅英子你现在折回去拦住',
    { ...ALL, sender: { id: 'farm', name: '' } },
    'boss vice west',
  ],
  ['the one who is spoken to', '林书记在不在,隔壁村里有人虚报面积', { sender: { id: 'x-1', name: '' } }, 'boss clerk east vice'],
])('a danger reaches %s', (_, text, given, people) => expect(told(text, given)).toBe(people));

/** Who tells it, where it is in a place of theirs; and who has 农机 to see to, where a 桥 is broken. */
const LEARNED: ConcernModel = { bias: -9, weights: { 'owns tells true': 9, 'nowhere tells true': 9, '桥断 农机': 9 } };

it.each([
  ['who tells it of their own place', '东沟村栏杆缺了一截', 'east-clerk', 'boss east east-clerk safety vice'],
  ['who tells it where no place is named', '栏杆缺了一截', 'east-clerk', 'boss east east-clerk safety vice'],
  ['not who tells it of another place', '西坪村栏杆缺了一截', 'east-clerk', 'boss safety vice west'],
  ['whose duty goes with what is told', '西坪桥断了', 'first', 'boss farm safety vice west'],
  ['nobody else where it is given to somebody', '【工单】内容:西坪桥断了。承办:应急办高振', 'first', 'boss safety vice west'],
  ['whose duty goes with a clue', '听说西坪村干部收了桥断头路的好处费', 'first', 'boss clerk farm safety vice'],
])('a danger reaches by what was learned %s', (_, text, id, people) =>
  expect(told(text, { ...ALL, sender: { id, name: '' } }, LEARNED)).toBe(people),
);

it('keeps a clue about a place from who answers for it, not from who was sent to watch over it', () => {
  const watcher = {
    ...COUNTY.people.filter(({ id }) => id === 'west')[0],
    id: 'sent',
    name: '俞青',
    title: '驻西坪村第一书记',
    duties: ['监督村务'],
  };
  const org = organisation({ ...COUNTY, people: [...COUNTY.people, watcher as Person] });
  expect(concernedBy('听说西坪村干部收了好处费', message('x', BY_VILLAGE), org, 'hazard', RULES_ALONE).people).toEqual([
    'boss',
    'clerk',
    'sent',
    'vice',
  ]);
});

it('leaves alone the leaders and offices of places with which nobody of the group sits in any group', () => {
  const leader = { ...(COUNTY.people.find(({ id }) => id === 'vice') as Person), id: 'far-vice', name: '鲍远' };
  const office = { ...(COUNTY.people.find(({ id }) => id === 'safety') as Person), id: 'far-safety', name: '费明' };
  const village = { ...(COUNTY.people.find(({ id }) => id === 'west') as Person), id: 'far-village', name: '付春', areas: ['远坪村'] };
  const people = [...COUNTY.people, leader, office, village];
  const away = { platform: 'wechat', id: 'away', name: '远坪', department: '', members: ['far-vice', 'far-safety', 'far-village'] };
  const org = organisation({ ...COUNTY, people, groups: [...COUNTY.groups, away] });
  const reached = concernedBy(
    '北渡村口柴垛着火了',
    message('x', { group: 'heads', sender: { id: 'x-1', name: '' } }),
    org,
    'hazard',
  ).people;
  expect(reached).toEqual(expect.arrayContaining(['vice', 'safety', 'north']));
  expect(reached.filter((id) => id.startsWith('far-'))).toEqual([]);
});

it('reaches leaders and offices of the whole organisation where none of them sits with those who read it', () => {
  const group = (id: string, members: readonly string[]) => ({ platform: 'wechat', id, name: id, department: '', members });
  const groups = [group('v', ['west', 'north']), group('offices', ['boss', 'vice', 'clerk', 'safety'])];
  const org = organisation({ ...COUNTY, groups });
  const of = (text: string): readonly string[] =>
    concernedBy(text, message(text, { group: 'v', sender: { id: 'north', name: '' } }), org, 'hazard', RULES_ALONE).people;
  expect(of('听说西坪村干部收了好处费')).toEqual(['boss', 'clerk', 'vice']);
  expect(of('西坪村口柴垛着火了')).toEqual(['safety', 'vice', 'west']);
});

it('reaches those who answer for the place of the group, and the one of the whole organisation whose duty it is', () => {
  const group = (id: string, members: readonly string[], name = id) => ({ platform: 'wechat', id, name, department: '', members });
  const groups = [group('v', ['farm', 'vice'], '东沟村大家庭'), group('offices', ['boss', 'clerk', 'safety', 'east'])];
  const org = organisation({ ...COUNTY, groups });
  const of = (text: string, kind: 'hazard' | 'appeal' = 'hazard'): readonly string[] =>
    concernedBy(text, message(text, { group: 'v', sender: { id: 'x-1', name: '' } }), org, kind).people;
  expect(of('堤脚渗水了')).toEqual(['east', 'east-clerk', 'farm', 'safety', 'vice']);
  expect(of('那堆东西要倒了')).toEqual(['east', 'east-clerk', 'farm', 'safety', 'vice']);
  expect(of('那堆东西要倒了', 'appeal')).toEqual(['farm', 'vice']);
});

it('a clue reaches no office by a word that any duty has', () => {
  const people = COUNTY.people.map((one) => (one.id === 'farm' ? { ...one, duties: ['日常工作'] } : one));
  const org = organisation({ ...COUNTY, people });
  const text = '社长收了好处费,工作都不干';
  expect(concernedBy(text, message(text, { ...ALL, ...BY_VILLAGE }), org, 'hazard', RULES_ALONE).people).not.toContain('farm');
});

it.each([
  ['who holds the post that it names, though no place is named', '村文书代领了死人的低保', 'east', 'all', ['east-clerk', 'east']],
  ['whoever heads the place', '社区书记收了好处费', 'grid', 'community', ['street', 'grid']],
  ['who tells it', '书记收了贫困户两千块好处费', 'north', 'all', ['north']],
  ['those of a place that is named', '听说西坪村干部收了好处费', 'east', 'all', ['west']],
])('a clue is not for %s', (_what, text, id, group, others) => {
  const { people } = concernedBy(text, message(text, { group, sender: { id, name: '' } }), COUNTY, 'hazard');
  expect(people).toContain('vice');
  expect(people.filter((person) => others.includes(person))).toEqual([]);
});

it('where no place is named, who looks after that of the teller from outside has to know, and who heads the place around it', () => {
  const people = [
    ...COUNTY.people,
    someone('after', '马渊', '副乡长', [], { roles: ['leader', 'cadre'], duties: ['包松林寨村、双河口村'] }),
    someone('tower', '潘悦', '云顶国际2座楼栋长', ['云顶国际2座']),
    someone('sky', '康东', '云顶社区党委书记', ['云顶社区']),
    someone('pine', '杜华', '松林寨村党支部书记', ['松林寨村']),
  ];
  const group = { platform: 'wechat', id: 'mixed', name: '服务群', department: '', members: people.map(({ id }) => id) };
  const org = organisation({ ...COUNTY, people, groups: [group] });
  const by = (id: string): readonly string[] =>
    concernedBy('栏杆缺了一截', message('x', { group: 'mixed', sender: { id, name: '' } }), org, 'hazard', RULES_ALONE).people;
  expect(by('pine')).toContain('after');
  expect(by('tower')).toContain('sky');
  expect(by('tower')).not.toContain('pine');
});
