/** Whom a county asks: towns by those who sit where it is said and whose line is called, schools and clinics by their heads. */
import { expect, it } from 'vitest';
import type { Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { inOneGroup, message, someone as named } from '../../../kit/audience-builders.ts';

const someone = (id: string, title: string, areas: readonly string[] = [], roles: Person['roles'] = ['cadre']): Person =>
  named(id, `甲${id}`, title, areas, { roles });

const PEOPLE: readonly Person[] = [
  someone('clerk', '县防办干事', [], ['cadre', 'admin']),
  someone('upper-vice', '上川镇副镇长', ['上川镇']),
  someone('upper-farm', '上川镇农办主任', ['上川镇']),
  someone('upper-water', '上川镇水利站站长', ['上川镇']),
  someone('lower-vice', '下川乡副乡长', ['下川乡']),
  someone('lower-both', '下川乡农业水利综合站站长', ['下川乡']),
  someone('upper-school', '上川镇中心校校长'),
  someone('lower-school', '下川乡中心校校长'),
  someone('upper-clinic', '上川镇卫生院院长'),
  someone('lower-clinic', '下川乡卫生院院长'),
  someone('village', '上川镇柳湾村党支部书记', ['柳湾村']),
];

const HERE = { org: '渌川县' };

function asked(text: string, org = inOneGroup(PEOPLE, HERE)): string {
  return audienceOf(text, message(text), org).people.join(' ');
}

it.each([
  ['各乡镇明天报排涝机械数', 'lower-both lower-vice upper-farm upper-vice upper-water'],
  ['各乡镇分管领导明天下午3点参会', 'lower-vice upper-vice'],
  ['各乡镇明天报排查表,分管负责同志签字后扫描', 'lower-both lower-vice upper-farm upper-vice upper-water'],
  ['参会:各乡镇分管负责同志、水利站(综合站)站长', 'lower-both lower-vice upper-vice upper-water'],
  ['各中心校今天把自查表交来', 'lower-school upper-school'],
  ['各卫生院今天报库存', 'lower-clinic upper-clinic'],
  ['两所中心校校长、两所卫生院院长明天参加培训', 'lower-clinic lower-school upper-clinic upper-school'],
  ['参会:各乡镇分管副镇长,中心校校长、卫生院院长', 'lower-clinic lower-school lower-vice upper-clinic upper-school upper-vice'],
  ['各村今天报巡堤人数', 'village'],
])('%s', (text, people) => expect(asked(text)).toBe(people));

it('of a town’s people asks those who sit there', () => {
  const org = inOneGroup(PEOPLE, { ...HERE, members: ['clerk', 'upper-farm', 'lower-both'] });
  expect(asked('各乡镇明天报排涝机械数', org)).toBe('lower-both upper-farm');
});

it('bureaus by their short names, at the head of an item, in a list, and beside the towns', () => {
  const bureaus = [
    someone('traffic', '县交通运输局办公室主任'),
    someone('farming', '县农业农村局办公室主任'),
    someone('count', '县统计局办公室主任'),
    someone('east-estate', '恒宜物业项目经理(东区)'),
    someone('west-estate', '悦邻物业项目经理(西区)'),
  ];
  const org = inOneGroup([...PEOPLE, ...bureaus], HERE);
  const of = (text: string): string => asked(text, org);
  expect(of('交通局把到上川镇这一路的杂物清了')).toContain('traffic');
  expect(of('农业农村局出汇报材料,三千字打住')).toBe('farming');
  expect(of('参会:统计、交通、农业农村局办公室主任')).toBe('count farming traffic');
  expect(of('两家物业每晚清一次快递箱')).toBe('east-estate west-estate');
  expect(of('恒宜、悦邻两家把维保单传上来')).toBe('east-estate west-estate');
  expect(of('请两家物业项目经理、各中心校参加')).toBe('east-estate lower-school upper-school west-estate');
  const all = of('各乡镇各部门今天报值班表').split(' ');
  for (const id of ['traffic', 'farming', 'count', 'upper-farm', 'lower-vice']) expect(all).toContain(id);
});

it('who is counted by a line where towns are no areas, beside a list of villages', () => {
  const people = [
    someone('clerk', '县防办干事', [], ['cadre', 'admin']),
    someone('upper', '上川镇党政办干事'),
    someone('lower', '下川乡农业服务中心干事'),
    someone('willow', '柳湾村党支部书记', ['柳湾村']),
    someone('elm', '榆坪村党支部书记', ['榆坪村']),
    someone('elm-clerk', '榆坪村文书', ['榆坪村']),
    someone('birch', '桦岭村党支部书记', ['桦岭村']),
    // In no group of theirs.
    someone('upper-head', '上川镇党委书记', ['上川镇'], ['leader']),
    someone('lower-head', '下川乡党委书记', ['下川乡'], ['leader']),
  ].map((person) => (/^(?:upper|lower)$/u.test(person.id) ? { ...person, duties: ['联络员'] } : person));
  const members = people.map(({ id }) => id).filter((id) => !id.endsWith('head'));
  const org = inOneGroup(people, { ...HERE, members });
  expect(asked('两个乡镇联络员、三个村支书明天上午参加', org)).toBe('birch elm lower upper willow');
  expect(asked('两个乡镇联络员明天报名单', org)).toBe('lower upper');
});

it('who is counted beside a list of another kind', () => {
  const people = [
    ...PEOPLE.filter(({ id }) => /^(?:clerk|upper-vice|lower-vice|village)$/u.test(id)),
    someone('elm', '榆坪村党支部书记', ['榆坪村']),
  ];
  expect(asked('21日下午开产销会,两个乡镇来一个人,柳湾、榆坪两位书记带样品', inOneGroup(people, HERE))).toBe(
    'elm lower-vice upper-vice village',
  );
});
