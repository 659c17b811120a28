import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { kindsOf } from '../../../../src/reading/directive/audience/kinds.ts';
import { inOneGroup, message } from '../../../kit/audience-builders.ts';

const NOBODY: Person = { id: '', name: '', title: '', roles: ['cadre'], areas: [], duties: [], aliases: [], accounts: {}, digestAt: null };
const CLINICS: readonly Person[] = [
  { ...NOBODY, id: 'clerk', name: '宁小雨', title: '基层股干事' },
  { ...NOBODY, id: 'a', name: '孟庆和', title: '柳塘镇卫生院院长', areas: ['柳塘镇'] },
  { ...NOBODY, id: 'a2', name: '葛小满', title: '柳塘镇卫生院公卫科长', areas: ['柳塘镇'] },
  { ...NOBODY, id: 'b', name: '丛林', title: '石门镇卫生院院长', areas: ['石门镇'] },
];
const STEPPE: readonly Person[] = [
  { ...NOBODY, id: 'a', name: '苏德', title: '乌兰嘎查党支部书记', areas: ['乌兰嘎查'] },
  { ...NOBODY, id: 'b', name: '那顺', title: '查干嘎查党支部书记', areas: ['查干嘎查'] },
  { ...NOBODY, id: 'c', name: '吴双喜', title: '七里村党支部书记', areas: ['七里村'] },
];

describe('what a roster calls its units', () => {
  it('are the endings that areas share, and the bodies of their heads', () => {
    expect(kindsOf(STEPPE)).toMatchObject({ units: ['嘎查'], heads: ['书记'] });
    expect(kindsOf(CLINICS)).toMatchObject({ units: ['卫生院', '乡镇', '镇乡', '镇', '院'], heads: ['院长'] });
  });
});

it('firms are all who sit there for one, whatever they are called, and none where nobody does', () => {
  const firms = ['恒砺码头', '顺砣物流'].map((area, index) => ({
    ...NOBODY,
    id: `f${index}`,
    name: `甲${index}`,
    title: `${area}安全联络员`,
    areas: [area],
  }));
  const asked = (text: string, people: readonly Person[]) => audienceOf(text, message(text), inOneGroup(people)).people.join(' ');
  const text = '各企业安全联络员:12月23日17:00前把自查表传到本群';
  expect(asked(text, [...STEPPE, ...firms])).toBe('f0 f1');
  expect(asked('三个嘎查村书记、两家企业联络员参加', [...STEPPE, ...firms])).toBe('a b c f0 f1');
  expect(audienceOf(text, message(text), inOneGroup(STEPPE)).says).not.toBe('各村各单位');
});

it('where villages stand beside them only gachas are called so', () => {
  const more = [...STEPPE, { ...NOBODY, id: 'd', name: '王根柱', title: '四支渠村党支部书记', areas: ['四支渠村'] }];
  const asked = (text: string) => audienceOf(text, message(text), inOneGroup(more)).people.join(' ');
  expect([asked('各嘎查今天把接羔数报上来'), asked('各嘎查村今天把接羔数报上来')]).toEqual(['a b', 'a b c d']);
});

describe('units as a whole', () => {
  const asked = (people: readonly Person[], text: string): string => {
    return audienceOf(text, message(text), inOneGroup(people)).people.join(' ');
  };

  it.each([
    ['各乡镇卫生院周五前报冷链台账', 'a a2 b'],
    ['各院把发热门诊登记表发我', 'a a2 b'],
    ['院长们明天下午来开会', 'a b'],
  ])('%s', (text, people) => {
    expect(asked(CLINICS, text)).toBe(people);
  });

  it.each(['各嘎查村今天把接羔数报上来', '每个嘎查出两个人'])('%s', (text) => {
    expect(asked(STEPPE, text)).toBe('a b c');
  });
});

describe('offices beside them', () => {
  const people: readonly Person[] = [
    ...CLINICS,
    { ...NOBODY, id: 'cdc', name: '颜劲', title: '县疾控中心主任' },
    { ...NOBODY, id: 'vaccines', name: '梅真真', title: '县疾控中心免疫科科长' },
    { ...NOBODY, id: 'emergency', name: '龚学', title: '县医院副院长、急诊科主任', duties: ['发热门诊'] },
    { ...NOBODY, id: 'public', name: '柯文', title: '基层卫生与公卫股股长' },
    { ...NOBODY, id: 'medicine', name: '卓丽莉', title: '医政医管股股长' },
  ];
  const asked = (text: string): string => {
    return audienceOf(text, message(text), inOneGroup(people)).people.join(' ');
  };

  it.each([
    ['每天16点前由各卫生院、县医院发热门诊报三个数', 'a a2 b emergency'],
    ['参会:各卫生院主要负责人、县医院分管副院长、疾控中心主任,局公卫股、医政股股长', 'a a2 b cdc emergency medicine public'],
    ['各卫生院、疾控中心:花名册今天回传', 'a a2 b cdc'],
    ['各医疗机构今天把月报报完', 'a a2 b cdc emergency medicine public vaccines'],
  ])('%s', (text, who) => expect(asked(text)).toBe(who));
});

it('of a duty that every place has, those who answer for the places without a holder of it', () => {
  const people: readonly Person[] = [
    { ...NOBODY, id: 'a', name: '孟庆和', title: '柳塘镇卫生院公卫科长', areas: ['柳塘镇'], duties: ['接种门诊'] },
    { ...NOBODY, id: 'a2', name: '葛小满', title: '柳塘镇卫生院院长', areas: ['柳塘镇'] },
    { ...NOBODY, id: 'b', name: '丛林', title: '石门镇卫生院公卫科长', areas: ['石门镇'], duties: ['接种门诊'] },
    { ...NOBODY, id: 'c', name: '鲁青', title: '沙河镇卫生院院长', areas: ['沙河镇'] },
  ];
  const text = '明天下午例会,各门诊负责人参加';
  expect(audienceOf(text, message(text), inOneGroup(people)).people).toEqual(['a', 'b', 'c']);
});
