/**
 * "驰原、汇锦、川陆通三家": a firm is called by its own name, which stands in the title of who answers for it (驰原物流安全经理) and not in the
 * roster's name of the place (东区仓库). There the place's name is put in, by which everything else finds it; the person's where no place is given.
 */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { areaStem, formsOfArea } from './areas.ts';
import { areasOf } from './areas-spoken.ts';
import { isFirm, TRADES } from './trades.ts';
import { type Call, callOf, putWhole } from './whole-names.ts';

const ROLE =
  /(?:项目|区域|片区|安全|运营|行政|生产|值班|大堂|常务|副|总|部门?){0,3}(?:经理|总监|主管|厂长|店长|老板|董事长|安全员|联络员|管理员|负责人)$/u;
/** 安邻物业区域经理(柏荫、江望项目). */
const BESIDE_TITLE = /[(（][^()（）]*[)）]$/u;
/** A body of the state has offices, and is called by them. */
const OFFICIAL = /[局办处科股委]|政府|街道|社区|[镇乡村]|中心$|大队|学校|[小中]学|医院/u;
/** 陇山农村客运公司 is no body of a village, nor 疾翎快递分拨中心 one of the state. */
const FOR_WHOM = /农村|[镇乡]村|城乡|(?:分拨|分拣|配送|转运|物流|仓储|购物|商贸|采购|加工|维修|租赁)中心$/gu;
/** What it does, and not what it is called. */
const ANY_FIRM =
  /^(?:渔港|港口|码头|车站|客运|货运|物业|公交|供水|供电|燃气|电力|自来|旅游|景区|农机|养殖|种植|合作|农民|建设|施工|环卫|保洁|保安|食堂|水产|茶叶|粮油|超市|市场|酒店|宾馆|餐饮|快递|物流|仓库|仓储|冷库|冷链|企业|公司|工业|商会|项目|工程|安全|运营|工地|一标|二标|三标|总包|监理|车间)/u;
/** Behind two or three characters of its own a firm's name says what it is. */
const OWN_NAME = 3;
const SHORTEST = 2;
const LONGEST = 10;

/** Of a roster. */
export const firmsOf = once((people: readonly Person[]): readonly Call[] => {
  const bodies = people.flatMap((person) => {
    const title = person.title.replace(BESIDE_TITLE, '');
    const body = ROLE.test(title) ? title.replace(ROLE, '') : '';
    return body.length >= SHORTEST && body.length <= LONGEST && !OFFICIAL.test(body.replace(FOR_WHOM, '')) ? [{ person, body }] : [];
  });
  const areas = areasOf(people);
  const known = new Set([...people.map(({ name }) => name), ...areas.flatMap(formsOfArea)]);
  const isItsOwn = (name: string): boolean => name.length >= SHORTEST && !known.has(name) && !ANY_FIRM.test(name);
  const companies = areas.flatMap((area) => {
    const name = area.replace(COMPANY, '');
    if (name === area && !isFirm(area)) return [];
    // Two firms of one place don't go by its name, unless one answers for both.
    const others = areas.filter((other) => other !== area && !haveOneOwner(area, other, people)).map((other) => other.replace(COMPANY, ''));
    const isOnly = (short: string): boolean => others.every((other) => !other.startsWith(short) && !shortsOf(other).includes(short));
    const trade = name.slice(LONGEST_PLACE);
    const names = [
      ...shortsOf(name).filter((short) => isItsOwn(short) && isOnly(short)),
      ...(isOnlyTrade(trade, people) ? [trade, `${trade}公司`, `${trade.replace(/业$/u, '')}厂`] : []),
    ];
    return names.length === 0 ? [] : [callOf(names, area)];
  });
  const firms = bodies.flatMap(({ person, body }) => {
    const names = [body, areaStem(body), ...(body.length > OWN_NAME ? stemsOf(body) : []), ...kindsOf(body)].filter(isItsOwn);
    const isOnly = bodies.every(
      ({ person: other, body: its }) => other === person || !names.some((name) => its.startsWith(name) || its.endsWith(name)),
    );
    const [area, ...more] = person.areas;
    if (names.length === 0 || !isOnly || more.length > 0) return [];
    return [callOf(names, area ?? person.name)];
  });
  return [...companies, ...firms];
});

function haveOneOwner(area: string, other: string, people: readonly Person[]): boolean {
  return people.every(({ areas }) => areas.includes(area) === areas.includes(other));
}

function shortsOf(name: string): readonly string[] {
  return [name, ...stemsOf(name), ...contractionsOf(name)];
}

/** 枫渡供水 is called 供水 where nobody else has to do with it. */
function isOnlyTrade(trade: string, people: readonly Person[]): boolean {
  if (trade.length !== LONGEST_PLACE) return false;
  return people.filter(({ title, duties }) => title.includes(trade) || duties.some((duty) => duty.includes(trade))).length === 1;
}

/** 汇锦仓储 is called 汇锦, and 川陆通物流 川陆通. */
function stemsOf(name: string): readonly string[] {
  const own = name.replace(TRADE, '');
  return [name.slice(0, 3), name.slice(0, 2), ...(own.length === OWN_BEHIND_PLACE ? [own.slice(2)] : [])];
}

/** 枫渡城市建设投资 is called 城投: by the first characters of the last of its words and of another. */
function contractionsOf(name: string): readonly string[] {
  const words = name.slice(LONGEST_PLACE).match(/../gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || name.length % 2 === 1 || words.length < 2) return [];
  return words.slice(0, -1).map((word) => `${word[0]}${last[0]}`);
}

/** 潮市海鲜批发市场 is called 海鲜市场. */
function kindsOf(body: string): readonly string[] {
  const kind = IS_PLACE.test(body) && body.length > LONGEST_PLACE + 2 ? body.slice(LONGEST_PLACE) : '';
  return kind === '' ? [] : [kind, kind.replace(/批发|综合|专业/u, '')].filter((name) => name.length > OWN_NAME);
}

const IS_PLACE = /(?:市场|商场|码头|冷库|渔港|车站|景区)$/u;
const LONGEST_PLACE = 2;

/** 锦城恒泽物业服务 is called 恒泽, too. */
const TRADE = new RegExp(`(?:${TRADES}|管理|服务|\\([^()]*\\))+$`, 'u');
const OWN_BEHIND_PLACE = 4;

/** 宏坤水泥有限责任公司 is called 宏坤. */
const COMPANY = /(?:股份)?(?:有限)?(?:责任)?公司$|集团$|(?:农民)?(?:专业)?合作社$/u;

export function withFirms(text: string, people: readonly Person[]): string {
  return putWhole(text, firmsOf(people));
}
