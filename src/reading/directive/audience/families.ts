/** What kind of place an area is, and what kind a word for units means: a group may hold villages, schools and contractors' sections. */
import type { Person } from '../../../model/organisation.ts';
import { BODY_END, STATE_BODY } from '../../../model/seats.ts';
import { once } from '../../once.ts';
import { bodyOf, TOWN, ZONE } from './areas.ts';
import type { People } from './people.ts';
import { isFirm } from './trades.ts';

/** What kind of place; a group may hold villages and contractors' sections. */
export type Family = 'village' | 'hall' | 'town' | 'zone' | 'team' | 'school' | 'body' | 'section' | 'grid' | 'farm' | 'site';

/** By roster: what its places are doesn't change. */
const families = new WeakMap<People, Map<string, Family>>();

export function familyOf(area: string, people: People): Family {
  let known = families.get(people);
  if (known === undefined) {
    known = new Map();
    families.set(people, known);
  }
  let family = known.get(area);
  if (family === undefined) {
    family = readFamily(area, people);
    known.set(area, family);
  }
  return family;
}

export function familiesOf(areas: readonly string[], people: People): ReadonlySet<Family> {
  return new Set(areas.map((area) => familyOf(area, people)));
}

function readFamily(area: string, people: People): Family {
  const words = `${area} ${people
    .ownersOf(area)
    .map((owner) => owner.title)
    .join(' ')}`;
  if (PROPERTY.test(area) || PARK.test(area)) return 'site';
  if (/标段?(?:$|\s|项)|(?<!物业(?:公司|服务)?)项目经理|工地(?:$|\s)/u.test(words)) return 'section';
  if (/组$/u.test(area)) return 'team';
  if (/[林农牧渔茶]场$/u.test(area)) return 'farm';
  // Below a community, not beside it.
  if (/网格|小区|楼栋|[花家]园$/u.test(area) && !/社区|村|居委/u.test(area)) return 'grid';
  if (TOWN.test(area)) return 'town';
  if (BODY.test(bodyOf(area) ?? '') || OF_STATE.test(area)) return 'body';
  // 东韭园 is a village where its owners are of one.
  const isSchool =
    (SCHOOL.test(area) &&
      !(OF_FIRM.test(words) && !HEADS_SCHOOL.test(words)) &&
      !(area.endsWith('园') && VILLAGE_HEAD.test(words) && !HEADS_SCHOOL.test(words))) ||
    (!/村|社区|居委/u.test(area) && HEADS_SCHOOL.test(words));
  if (isSchool) return 'school';
  if (ZONE.test(area)) return 'zone';
  if (/馆$/u.test(area)) return 'hall';
  if (OFFICE.test(area) && !VILLAGE_HEAD.test(words) && hasVillages(people)) return 'body';
  const isSite = SITE.test(area) || isFirm(area) || people.ownersOf(area).some(worksForFirm);
  return isSite && !VILLAGE_HEAD.test(words) ? 'site' : 'village';
}

/** 县兽医站, 畜牧科: beside villages, and none. */
const OFFICE = /(?:[科股局]|站|中心|大队)$/u;

const hasVillages = once(({ everybody }: People): boolean =>
  everybody.some(({ areas }) => areas.some((area) => /[村屯]$|社区$|嘎查$/u.test(area))),
);

/** 海产加工园, 盐化工集中区: where firms sit, and no kindergarten. */
const PARK =
  /(?:产业|工业|加工|科技|物流|创业|冷链|孵化|化工|食品|电商|软件|双创|经开)园(?:区)?$|(?:集中|开发|工业|产业|高新|保税|经开)区$/u;

/** By a name that says so, or as 园 that is no kindergarten. */
export function isPark(area: string): boolean {
  return PARK.test(area) || /(?<!幼儿|公|花|果|茶)园$/u.test(area);
}

/** A firm that looks after houses. */
const PROPERTY = /物业/u;

/** 北股流作业区, 桦岔林场场部: beside villages, and none. */
const SITE =
  /(?:作业区|工区|库区|场部|总部|车间|码头|渡口|大厦|基地|公司|集团|[粮油冷药仓水]库|粮站|灌区|冷链|物流|加工厂|(?<!老)厂|市场|商场|超市|酒店|宾馆|园区|(?:科技|产业|工业|物流|创业|冷链|孵化)园|合作社)$/u;
/** 恒砺码头安全联络员, 顺砣物流经理. */
const OF_FIRM = /厂(?!街|沟)|公司|集团|联络员|经理|厂长|店长|安全员|老板|董事|总监|主管|安环|EHS|HSE/u;
/** 博苇农化安环部长, or whoever has 企业安全 among his duties for a place of his own. */
function worksForFirm({ title, duties }: Person): boolean {
  return OF_FIRM.test(title) || duties.some((duty) => duty.startsWith('企业'));
}

const VILLAGE_HEAD = /村|社区|居委|支书|嘎查|屯|组长/u;

/** 榆园 is a quarter. */
const SCHOOL = /(?:[学校]|教育中心|幼儿园|教学点|校区|[一二三四五六七八九十实初高职][小中幼]|[^公花果桑林竹梅桃榆槐茶庄家田菜]园)$/u;
/** 云台派出所. */
const OF_STATE = new RegExp(`(?:${STATE_BODY}|[卫医]生?院)$`, 'u');
const BODY = new RegExp(`${BODY_END}$`, 'u');
const HEADS_SCHOOL = /校长|园长|教导|教务/u;

/** Whatever they are called: where firms are the places, 各厂 are all of them. */
export const FIRM = /^(?:企业|公司|厂家?|商户)$/u;

/** The family that a word for units means. */
function familyNamed(word: string): Family {
  if (/标|项目部|工地/u.test(word)) return 'section';
  if (/组$/u.test(word)) return 'team';
  if (/场$/u.test(word)) return 'farm';
  if (/网格|小区|物业/u.test(word)) return 'grid';
  if (TOWN.test(word)) return 'town';
  if (ZONE.test(word)) return 'zone';
  if (/馆$/u.test(word)) return 'hall';
  if (BODY.test(word)) return 'body';
  if (SITE.test(word) || FIRM.test(word)) return 'site';
  return /[校园]|[小中]学/u.test(word) ? 'school' : 'village';
}

/** What a word means among places of these families: a county without villages of its own says 各村 of its towns, and the other way round. */
export function familyAmong(families: ReadonlySet<Family>, named: Family): Family {
  if ((named === 'body' || named === 'zone' || named === 'site' || named === 'hall') && !families.has(named))
    return familyAmong(families, 'village');
  if (named === 'village' && !families.has('village')) return families.has('town') ? 'town' : families.has('zone') ? 'zone' : named;
  return named === 'town' && !families.has('town') && families.has('village') ? 'village' : named;
}

/** The families that a word for units means: 各院 of a county of clinics are its towns, where the clinic is what answers for them. */
export function familiesMeant(word: string, areas: readonly string[], people: People): ReadonlySet<Family> {
  if (PROPERTY.test(word) && areas.some((area) => PROPERTY.test(area))) return new Set<Family>(['site']);
  const kinds = familiesOf(areas, people);
  const named = familyNamed(word);
  const isUnknown = named === 'village' && !OF_VILLAGES.test(word);
  const seats =
    isUnknown || (named === 'body' && !kinds.has('body')) ? areas.filter((area) => people.speech.unitsOf.get(area)?.includes(word)) : [];
  return seats.length > 0 ? familiesOf(seats, people) : new Set([familyAmong(kinds, named)]);
}

/** What says 村 says all of a township; any other kind says those that are called so. */
const OF_VILLAGES = /[村圩屯寨庄居社]|嘎查|社区|支部|网格|单位/u;

export function placesMeant(word: string, areas: readonly string[], people: People): readonly string[] {
  const families = familiesMeant(word, areas, people);
  return areas.filter(
    (area) => families.has(familyOf(area, people)) && (!PROPERTY.test(word) || !families.has('site') || PROPERTY.test(area)),
  );
}

/** Where only one place is called a village, 嘎查 is said for all. */
function hasVillagesBeside({ everybody }: People): boolean {
  return new Set(everybody.flatMap(({ areas }) => areas.filter((area) => area.endsWith('村')))).size > 1;
}

export function isOfKind(area: string, kind: string, people: People): boolean {
  const words = `${area}${people
    .ownersOf(area)
    .map((owner) => owner.title)
    .join(' ')}`;
  if (kind === '嘎查' && !area.endsWith('嘎查') && hasVillagesBeside(people)) return false;
  if (kind === '村' || kind === '嘎查') return !/社区|居委/u.test(words);
  if (kind === '网格') return words.includes(kind);
  if (kind === '园区') return isPark(area);
  if (kind === '社区' || kind === '居委') return /社区|居委/u.test(words);
  if (/^(?:中小学|学校)$/u.test(kind) && /幼儿园|[一二三四五六七八九十]幼/u.test(area)) return false;
  if (/^(?:幼儿园|园)$/u.test(kind)) return !/[小中]学|学校$/u.test(area);
  return /^(?:小学|中学|初中)$/u.test(kind) ? area.includes(kind) || !/[小中]学|幼儿园/u.test(area) : true;
}
