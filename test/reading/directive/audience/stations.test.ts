import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/model/message.ts';
import { organisation, type Person } from '../../../../src/model/organisation.ts';
import { audienceOf } from '../../../../src/reading/directive/audience/index.ts';
import { COUNTY, inOneGroup, message } from '../../../kit/audience-builders.ts';

const NOBODY: Person = { id: '', name: '', title: '', roles: ['cadre'], areas: [], duties: [], aliases: [], accounts: {}, digestAt: null };
const PEOPLE: readonly Person[] = [
  { ...NOBODY, id: 'roads', name: '段学礼', title: '县公路养护中心主任' },
  { ...NOBODY, id: 'law', name: '麻志刚', title: '综合执法队队长' },
  { ...NOBODY, id: 'lawAide', name: '单小楼', title: '综合执法队干事' },
  { ...NOBODY, id: 'pass', name: '巫长顺', title: '青垭养护站站长', areas: ['青垭养护站'] },
  { ...NOBODY, id: 'ford', name: '柏有田', title: '石渡养护站站长', areas: ['石渡养护站'] },
  { ...NOBODY, id: 'passTown', name: '冉秀琴', title: '青垭乡安监站站长', areas: ['青垭乡'] },
  { ...NOBODY, id: 'woods', name: '茅长林', title: '云顶国有林场场长' },
  { ...NOBODY, id: 'dye', name: '卞大川', title: '博岩染化安环部长', areas: ['博岩'], duties: ['企业安全'] },
  { ...NOBODY, id: 'resin', name: '卢田生', title: '聚禾树脂安全科长', areas: ['聚禾'], duties: ['企业安全', '企业环保'] },
  { ...NOBODY, id: 'tax', name: '尤建国', title: '柳河税务分局局长', areas: ['柳河分局'] },
  { ...NOBODY, id: 'taxTown', name: '门春燕', title: '柳河镇财政所所长', areas: ['柳河镇'] },
  { ...NOBODY, id: 'bus', name: '皮德旺', title: '远顺农村客运公司经理', areas: ['远顺农客'] },
  { ...NOBODY, id: 'city', name: '铁小军', title: '捷安城乡公交公司经理', areas: ['捷安公交'] },
];
const ORG = organisation({
  ...COUNTY,
  people: PEOPLE,
  groups: [
    { platform: 'wechat', id: 'all', name: '交通群', department: '', members: PEOPLE.map(({ id }) => id) },
    { platform: 'wechat', id: 'levy', name: '征管群', department: '', members: ['tax', 'law', 'roads'] },
  ],
});

function asked(text: string, given: Partial<Envelope> = {}): string {
  const { people, unclear } = audienceOf(text, message(text, { group: 'all', ...given }), ORG);
  return [...people].toSorted().join(' ') + (unclear ? ' ?' : '');
}

describe('stations that share their name with a town', () => {
  it.each([
    ['青垭、石渡养护站各出铲雪车1台,站长带队', 'ford pass'],
    ['请青垭和石渡养护站今晚12点前报融雪剂库存', 'ford pass'],
    ['青垭今天派人来领资料', 'passTown'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));

  it('are meant where only they have somebody in the group', () => {
    expect(asked('柳河两户加油站比对异常,20日前把应对报告传上来', { group: 'levy' })).toBe('tax');
    expect(asked('柳河分局20日前把应对报告传上来')).toBe('tax');
    expect(asked('柳河20日前把花名册报上来')).toBe('taxTown');
  });
});

it.each([
  ['远顺、捷安:春运运力表5号前报我', 'bus city'],
  ['远顺、捷安两家31日前做完车辆例检', 'bus city'],
  ['请养护中心、捷安主要负责人参加明天的会', 'city roads'],
])('firms that serve villages are called by their own names: %s', (text, people) => expect(asked(text)).toBe(people));

it.each([
  ['执法队报值班表', 'law'],
  ['养护中心报完成投资额', 'roads'],
  ['执法队12月30日中午12点前报值班表', 'law'],
  ['执法队报的值班表看过了', 'bus city dye ford pass passTown resin tax taxTown woods ?'],
  ['执法队12点报了值班表', 'bus city dye ford pass passTown resin tax taxTown woods ?'],
])('an office is told what to report: %s', (text, people) => {
  const told = asked(text);
  expect(people.endsWith('?') ? told.endsWith('?') : told === people, told).toBe(true);
});

it.each([
  ['亲爱的乡镇同志们,慰问物资需求表1月5日前发我邮箱', 'passTown taxTown'],
  ['乡镇的弟兄们,花名册今天下班前报我', 'passTown taxTown'],
])('all of a kind of places are called by a plural: %s', (text, people) => expect(asked(text)).toBe(people));

describe('beside those who are counted', () => {
  it.each([
    ['各养护站:每天早上7点半前报路况,没雪也要报。远顺、捷安两家停班的,也在7点半前报', 'bus city ford pass'],
    ['两个养护站加柳河分局,值班表今天下班前报我', 'ford pass tax'],
    ['参会:两个养护站站长,青垭乡站长,执法队,15点到', 'ford law pass passTown'],
  ])('%s', (text, people) => expect(asked(text)).toBe(people));
});

it.each([
  ['林场、两个养护站:水泵几台报我', 'ford pass woods'],
  ['两个养护站、云顶林场,每天17点前报火情', 'ford pass woods'],
  ['林场和两个养护站把车牌今天发我', 'ford pass woods'],
])('a farm without a place in the roster is whoever heads it: %s', (text, people) => expect(asked(text)).toBe(people));

it('how many each has counts nobody', () => {
  expect(asked('初检对象青垭3个、石渡2个、柳河1个,麻烦三位负责人通知到本人').split(' ')).toHaveLength(3);
});

describe('nobody is asked', () => {
  it.each([
    ['for a road at a farm', '云顶林场路口堵车,执法队今天派人', 'woods'],
    ['where more is done on a place', '青垭、石渡两个养护站加强柳河方向的巡查', 'taxTown'],
    ['where an office has done it by then', '执法队5点前接到电话,各养护站今晚值守', 'law'],
    ['where it was told by an office', '把养护中心6月10日前要的数报给我,各养护站今天填完', 'roads'],
    ['with whom others speak', '青垭、石渡两个养护站今天派人,联系柳河镇站长,把路清了', 'taxTown'],
  ])('%s: %s', (_, text, nobody) => expect(asked(text).split(' ')).not.toContain(nobody));
});

it('whoever sees to safety for a firm is of a firm, whatever its name tells', () => {
  expect(asked('各企业今天17点前报特殊作业清单').split(' ')).toEqual(expect.arrayContaining(['dye', 'resin']));
});

it('aides are asked where they are called beside their heads', () => {
  expect(asked('各科室、各队负责人及干事:承诺书本人手签,今天交来').split(' ')).toEqual(expect.arrayContaining(['law', 'lawAide']));
  expect(asked('各科室、各队负责人:承诺书本人手签,今天交来').split(' ')).not.toContain('lawAide');
});

describe('places of one kind are called by the last character of their names', () => {
  const people: readonly Person[] = [
    { ...NOBODY, id: 'chief', name: '冷建国', title: '经济科科长' },
    { ...NOBODY, id: 'centre', name: '邢兰', title: '退休人员服务中心主任' },
    ...['重机', '轴承', '纺机'].map((mill) => ({
      ...NOBODY,
      id: mill,
      name: `郎${mill}`,
      title: `${mill}宿舍退管站站长`,
      areas: [`${mill}退管站`],
    })),
    { ...NOBODY, id: 'gear', name: '佘小伟', title: '齿轮公司总经理助理', areas: ['齿轮公司'] },
    { ...NOBODY, id: 'bearing', name: '甄芬', title: '第二轴承厂综合管理部部长', areas: ['二轴承'] },
    { ...NOBODY, id: 'steel', name: '鲁勇', title: '铸钢厂副厂长', areas: ['铸钢厂'] },
    { ...NOBODY, id: 'press', name: '屠长顺', title: '重型机床厂厂办主任', areas: ['机床厂'] },
  ];
  const own = inOneGroup(people);
  const whom = (text: string) => audienceOf(text, message(text, { sender: { id: 'centre', name: '' } }), own).people.join(' ');

  it.each([
    ['各站把困难退休职工名单报上来', '纺机 轴承 重机'],
    ['各企业17:00前报安全零报告', 'bearing gear press steel'],
    ['各厂注意一下,有序用电的通知下来了,停着的今天也填0', 'bearing gear press steel'],
  ])('%s', (text, people) => expect(whom(text)).toBe(people));
});

describe('who is named beside a circle', () => {
  const people: readonly Person[] = [
    { ...NOBODY, id: 'town', name: '胡永', title: '枫岭镇卫生院院长', areas: ['枫岭镇'] },
    { ...NOBODY, id: 'city', name: '舒琴', title: '双港镇卫生院院长', areas: ['双港镇'] },
    { ...NOBODY, id: 'county', name: '温静', title: '县人民医院医务科长' },
    { ...NOBODY, id: 'mothers', name: '廖梅', title: '县妇幼保健院院长' },
    { ...NOBODY, id: 'vice', name: '谭素萍', title: '副局长', roles: ['leader', 'cadre'] },
    { ...NOBODY, id: 'blue', name: '韦强', title: '望岚物业项目经理' },
    { ...NOBODY, id: 'white', name: '邬丽', title: '学翰府物业项目经理' },
  ];
  const own = inOneGroup(people);
  const whom = (text: string) => audienceOf(text, message(text, { sender: { id: 'x-1', name: '' } }), own).people.join(' ');

  it.each([
    ['每天16:30前,各院在本群报三个数。县医院温静、妇幼院廖院长你们两家一样报', 'city county mothers town'],
    ['素萍跑双港,明天上午到树底下去看', 'vice'],
    ['各位经理,消火栓做个清单,30日17:00前发我', 'blue white'],
    ['各办公室下班前把插座拔了,钥匙交传达室登记', 'blue city county mothers town vice white'],
  ])('%s', (text, people) => expect(whom(text)).toBe(people));
});

it('of villages of a kind a community is none', () => {
  const people: readonly Person[] = ['橹头村', '后岙村', '长礁村', '灯台社区'].map((area, place) => ({
    ...NOBODY,
    id: `p${place}`,
    name: `盛海${place}`,
    title: `${area}党支部书记`,
    areas: [area],
  }));
  const own = inOneGroup(people);
  const whom = (text: string) => audienceOf(text, message(text, { sender: { id: 'x-1', name: '' } }), own).people.join(' ');
  expect(whom('各渔业村今天下午4点前报在港船数')).toBe('p0 p1 p2');
  expect(whom('各村今天下午4点前报在家人数')).toBe('p0 p1 p2 p3');
});
