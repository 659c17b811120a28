/** New names for the people and places of a scenario, and for who else speaks in it, so that its copy is another township. */
import type { Person } from '../../../src/model/organisation.ts';
import { oneOf, type Random } from './random.ts';

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红玲桦鹏燕云飞雪荣爱秀珍莉凤洁梅琳素慧巧美丹彬建国志诚文博嘉瑞晨思远立新永昌宏达',
];
const PLACES = [...'东西南北上下前后大小长石青白黄红柳松杨桃李杏竹梅荷沙泉溪河湖塘桥坡岭坪湾沟坝岗洼屯店铺窑庙寺塔井渡口堡寨营集街'];
/** What stays of the name of a place. */
const KIND = /(?:中心小学|小学|中学|教学点|社区|居委会|村|标段|项目部)$/u;

/** Old name → new name. */
export type Renaming = ReadonlyMap<string, string>;

export function renaming(people: readonly Person[], others: readonly string[], random: Random): Renaming {
  const names = new Map<string, string>();
  for (const person of people) {
    const renamed = personName(random, person.name.length);
    names.set(person.name, renamed);
    if (person.name.length === 3) names.set(person.name.slice(1), renamed.slice(1));
    for (const alias of person.aliases) names.set(alias, personName(random, alias.length));
    for (const area of person.areas) addPlace(names, area, random);
  }
  for (const name of others) if (!names.has(name)) names.set(name, personName(random, 3));
  return names;
}

function personName(random: Random, length: number): string {
  return oneOf(random, SURNAMES) + Array.from({ length: Math.max(1, length - 1) }, () => oneOf(random, GIVEN)).join('');
}

function addPlace(names: Map<string, string>, area: string, random: Random): void {
  if (names.has(area)) return;
  const kind = KIND.exec(area)?.[0] ?? '';
  const stem = area.slice(0, area.length - kind.length);
  const renamed = Array.from({ length: Math.max(2, stem.length) }, () => oneOf(random, PLACES)).join('');
  names.set(area, renamed + kind);
  if (stem.length > 1) names.set(stem, renamed);
}

/** Replaces all old names in a text, long ones first. */
export function renamer(names: Renaming): (text: string) => string {
  const old = [...names.keys()].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(old.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
  return (text) => text.replaceAll(pattern, (name) => names.get(name) ?? name);
}
