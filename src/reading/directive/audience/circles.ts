/** Readers of whole circles: all units of a kind, as many as are counted, some of them. */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOf } from './address.ts';
import { headsNamed, listedWhereAsked, placesListed } from './areas-listed.ts';
import { areasIn } from './areas-spoken.ts';
import { STARTS_WITH_ALL } from './called.ts';
import { countedUnits, leftOut, placesBesideCount } from './counted.ts';
import {
  ALL_HERE,
  belowLeaders,
  broughtAlong,
  cadresOf,
  circlesNamed,
  hailsTwice,
  inChargeOfTowns,
  meansAllCadres,
  officesBeside,
  schoolsBeside,
  staffIn,
  titlesCalledEach,
} from './everybody.ts';
import { withoutExcepted } from './excepted.ts';
import { numberOf } from './numbers.ts';
import { countedList } from './office-lists.ts';
import { bodiesBeside } from './other-bodies.ts';
import { restAsked, restOfPeople } from './rest.ts';
import { namedIn, officesIn, type Scene } from './scene.ts';
import { NUMBER } from './speech.ts';
import { everyUnit, someUnits } from './units.ts';
import { bodyOfGroup } from './whole-group.ts';

/** As many as were counted, and who is named beside them. */
export function counted(scene: Scene): readonly Person[] | null {
  const { text, members, people, mentioned: called } = scene;
  if (called.length > 0 && !STARTS_WITH_ALL.test(text)) return null;
  const persons = countedPersons(scene) ?? surnamesCounted(scene) ?? restAsked(text, members, people) ?? restOfPeople(text, members);
  if (persons !== null) return persons;
  if (bodyOfGroup(scene) !== null) return null;
  const offices = officesOfCountedList(scene) ?? officesPointedAt(scene);
  if (offices !== null) return withoutExcepted([...offices, ...called], text);
  const ofPlaces = countedUnits(text, scene.before, members, people);
  if (ofPlaces === null) return null;
  const found = ofTeams(text, ofPlaces);
  // "各乡镇、两家合作社注意了", "各站:…。远顺、捷安两家也在7点前报": those of one kind beside all of another.
  const units = ALL_AND_COUNTED.test(text) ? [...(everyUnit(text, members, people) ?? []), ...found] : found;
  const more = [
    ...placesListed(text, members, people),
    ...placesBesideCount(text, members, people),
    ...inChargeOfTowns(text, members),
    ...officesIn(scene),
    ...titlesCalledEach(text, members),
  ];
  return withoutExcepted([...units, ...called, ...namedIn(scene, text), ...more], text);
}

/** "各队长:…六个队都要做": of the people of a place those who head a team there, where there are as many of them as are counted. */
function ofTeams(text: string, found: readonly Person[]): readonly Person[] {
  const count = numberOf(TEAMS_COUNTED.exec(text)?.groups?.['count']);
  const heads = found.filter(({ title }) => title.includes('队长'));
  return count > 1 && heads.length === count ? heads : found;
}

const TEAMS_COUNTED = new RegExp(`${NUMBER}个(?:工作)?队(?![伍员])`, 'u');

/** "工作小结,社会事务办、草原站、…五家" and then "公车封存,上述五家把钥匙交我": as many as were listed before. */
function officesPointedAt(scene: Scene): readonly Person[] | null {
  const { count } = POINTS_AT_OFFICES.exec(scene.text)?.groups ?? {};
  if (count === undefined) return null;
  const lines = scene.before.split('\n').toReversed();
  const found = lines.map((text) => [...new Set(officesIn({ ...scene, text }))]).find((people) => people.length === numberOf(count));
  return found ?? null;
}

const POINTS_AT_OFFICES = /(?:上述|以上|前述|上面|前面)(?<count>[两三四五六七八九十])(?:家|个(?:部门|单位|办所|站所|科室))/u;

/** "各位主任,…社会事务、城建、应急、网格四家各列一张": each word of it has its own, and nobody is asked beside them. */
function officesOfCountedList(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  const list = countedList(text);
  if (list === null) return null;
  const rest = text.replace(list.said, '').replace(HAIL, '');
  if (BESIDE_LIST.test(rest) || areasIn(rest, members, people).length > 0) return null;
  const found = new Set(officesIn({ ...scene, text: list.said }));
  const isNobody = (word: string): boolean => new Set(officesIn({ ...scene, text: list.said.replace(word, '') })).size === found.size;
  return found.size >= list.count && !list.said.split('、').slice(0, -1).some(isNobody) ? [...found] : null;
}

const HAIL = /^(?:@?所有人|\s)*各位[^,。:!]{0,8}[,:。!]/u;
const BESIDE_LIST =
  /各(?!自|[一出报派带交填列写])[\u4e00-\u9fff]|[两二三四五六七八九]个?(?:村|社区|镇|乡|街道|标)|书记们|要来(?:查|检|看)|(?:都|全)(?:要|得|来|到)/u;
const ALL_AND_COUNTED =
  /各[\u4e00-\u9fff]{0,2}(?:乡镇|镇街?|街道|村|社区)[^。;]{0,24}?(?:[、,和及上同][两二三四五六七八九十]家|[、和及上同][两二三四五六七八九十][个座所]|,[两二三四五六七八九十]个网格)|:各[\u4e00-\u9fff]{1,8}[,、][^。;]{0,60}[\u4e00-\u9fff]、[\u4e00-\u9fff]{2,4}[两二三四五六七八九十]家|^\s*各[\u4e00-\u9fff]{1,8}:[\s\S]{4,160}[。;][^。;]{0,40}[两二三四五六七八九十]家[^。;]{0,20}也/u;

/** "薛、宓两位提前到今天交", "许、叶两位股长和福利中心鲍主任": by surnames that one person each has here, and who is named beside them. */
function surnamesCounted(scene: Scene): readonly Person[] | null {
  const { list = '', count, beside = '' } = SURNAMES.exec(scene.text)?.groups ?? {};
  const called = list.split(/[、和]/u).map((surname) => scene.members.filter(({ name }) => name.length > 1 && name.startsWith(surname)));
  const areTold = called.length === numberOf(count) && called.every((alike) => alike.length === 1);
  return areTold ? [...called.flat(), ...namedIn(scene, `${beside},`)] : null;
}

const SURNAMES =
  /(?<![\u4e00-\u9fff])(?<list>[\u4e00-\u9fff](?:[、和][\u4e00-\u9fff]){1,4})(?<count>[二两三四五])位(?:[\u4e00-\u9fff]{0,4}[和及与](?<beside>[\u4e00-\u9fff]{2,12}))?/u;

/** "各乡镇注意,…雷鸣、蔡勇、老余你们三个明天报我": of a circle those who are named, and as many as are counted. */
function countedPersons(scene: Scene): readonly Person[] | null {
  for (const { groups } of matchesOf(NAMED_AND_COUNTED, scene.text)) {
    const { names = '', count, number = count } = groups ?? {};
    const named = namedIn(scene, `${names},`);
    const isList = named.some((person) => [...formsOf(person)].some((form) => names.endsWith(form)));
    // Beside whole circles two people at the scales are only told of.
    if (isList && named.length === numberOf(number) && (count !== undefined || !CIRCLES.test(scene.text))) return named;
  }
  return CIRCLES.test(scene.text) ? null : pointedAt(scene);
}

/** "高部长 史场长 上坳路口…明早八点前你两家叫人扫干净": as many as were named before, and nobody of the place. */
function pointedAt(scene: Scene): readonly Person[] | null {
  for (const { index, groups } of matchesOf(YOU_COUNTED, scene.text)) {
    const named = namedIn(scene, scene.text.slice(0, index));
    if (named.length > 1 && named.length === numberOf(groups?.['count'])) return named;
  }
  return null;
}

const YOU_COUNTED = new RegExp(`[你恁]们?${NUMBER}(?:家|位|个)(?![村镇乡社])`, 'gu');

const CIRCLES = /[各每]|全体|所有/u;
const NAMED_AND_COUNTED = new RegExp(
  `(?<names>[^,。;:!?\n]{4,40}?)(?:,?你们${NUMBER}(?:个|位|家)(?!也?(?:一样|同样|照样|一并|一起)|也)|(?<number>[两俩二三四五六七八九十])(?:个人|位同志))`,
  'gu',
);

export function everyOne(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  const units = everyUnit(text, members, people);
  if (units === null) return null;
  const out = leftOut(text, members, people);
  const left = units.filter(({ areas }) => !areas.some((area) => out.includes(area)));
  const bodies = bodiesBeside(scene);
  const all = [left, units, bodies].find((people) => people.length > 0) ?? belowLeaders(cadresOf(members));
  const listed = listedWhereAsked(text, members, people).filter((person) => all.includes(person));
  const own = listed.length > 1 ? listed : all;
  if (meansAllCadres(text) || ALL_HERE.test(text) || (scene.mentionsAll && staffIn(text, members).length > 0))
    return withoutExcepted([...cadresOf(members), ...own], text);
  // Who rings everybody and hails two circles leaves nobody out.
  if (scene.mentionsAll && hailsTwice(text)) return withoutExcepted([...belowLeaders(cadresOf(members)), ...own], text);
  const more = [
    ...scene.mentioned,
    ...namedIn(scene, text),
    ...(scene.mentionsAll ? broughtAlong(text, members) : []),
    ...headsNamed(text, members, people),
    ...placesListed(text, members, people),
    ...officesIn(scene),
    ...officesBeside(text, members),
    ...bodies,
    ...schoolsBeside(text, members),
    ...circlesNamed(text, members),
  ];
  return withoutExcepted([...own, ...more], text);
}

/** Whose phone rings is meant, whatever is counted. */
export function some({ text, members, people, mentionsAll }: Scene): readonly Person[] | null {
  return mentionsAll ? null : someUnits(text, members, people);
}
