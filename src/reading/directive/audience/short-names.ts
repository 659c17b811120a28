/**
 * "湾小和机关幼照这个样子改", "柳林院、青中各补两条": schools, clinics and hospitals are called by one character of their place and one of what
 * they are. Where no other place of the roster could be called so, and it stands where somebody is called, the whole name is put in, by which
 * everything else finds it.
 */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { formsOfArea } from './areas.ts';
import { areasOf } from './areas-spoken.ts';
import { type Call, callOf, putWhole } from './whole-names.ts';

const NAMED =
  /^(?<place>[\u4e00-\u9fff]{2,8}?)(?<town>镇|乡|街道|县|区|市)?(?<rank>(?:第[一二三四五六七八九十]|中心|初级|高级|九年一贯制|实验|希望|民族|社区){0,2})(?<kind>小学|中学|学校|完小|幼儿园|卫生院|卫生室|卫生站|医院|派出所|养老院|敬老院)$/u;
/** What each kind is called behind a place: whole, and by one character. */
const SHORT_KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['小学', ['小学', '小']],
  ['完小', ['小学', '完小', '小']],
  ['中学', ['中学', '中']],
  ['学校', ['学校', '校']],
  ['幼儿园', ['幼儿园', '幼', '园']],
  ['卫生院', ['卫生院', '院']],
  ['卫生室', ['卫生室', '室']],
  ['卫生站', ['卫生站', '站']],
  ['医院', ['医院', '院']],
  ['派出所', ['派出所', '所']],
  ['养老院', ['养老院', '院']],
  ['敬老院', ['敬老院', '院']],
]);
/** Words of every chat. */
const COMMON =
  /^(?:大小|中小|从小|[大中小]学|高中|初中|其中|集中|年中|[大小]院|医院|法院|学院|学校|上校|公园|田园|家园|校园|东站|西站|[一-十]中|教室|公所)$/u;
const WHOSE = /^(?:县|市|区|镇|乡|民办|公办|私立|[\u4e00-\u9fff]{2,3}[县市区](?=[\u4e00-\u9fff]{2}))/u;

/** Of a roster. */
export const shortNames = once((people: readonly Person[]): readonly Call[] => {
  const areas = areasOf(people);
  const taken = new Set([...areas.flatMap(formsOfArea), ...people.flatMap(({ name, aliases }) => [name, ...aliases])]);
  const byShort = new Map<string, Set<string>>();
  for (const area of areas) {
    for (const short of shortsOf(area)) byShort.set(short, (byShort.get(short) ?? new Set()).add(area));
  }
  for (const {
    title,
    areas: [area, ...more],
  } of people) {
    const body = title.replace(ROLE, '');
    if (area === undefined || more.length > 0 || !isBodyOf(body, area)) continue;
    for (const short of [body, withoutPlace(body)]) byShort.set(short, (byShort.get(short) ?? new Set()).add(area));
  }
  const own = new Map<string, string[]>();
  for (const [short, [area, ...others]] of byShort) {
    if (area === undefined || others.length > 0 || taken.has(short) || COMMON.test(short)) continue;
    own.set(area, [...(own.get(area) ?? []), short]);
  }
  return [...own].map(([whole, shorts]) => callOf(shorts, whole));
});

/** 大湾乡中心小学: 大湾小学, 大湾小, 湾小, 大小; 县机关幼儿园: 机关幼, 机幼. */
function shortsOf(area: string): readonly string[] {
  const { place = '', kind = '', town = '' } = NAMED.exec(area.replace(WHOSE, ''))?.groups ?? {};
  const stems = [place, place.slice(-1), place.slice(0, 1), ...(town === '' ? [] : [place + town])];
  return [...endsOf(area), ...stems.flatMap((stem) => (SHORT_KINDS.get(kind) ?? []).map((word) => stem + word))].filter(
    (short) => short.length > 1 && short !== area,
  );
}

/** 丝路小商品市场: 小商品市场, 商品市场, 丝路市场. */
function endsOf(area: string): readonly string[] {
  if (!HAS_ENDS.test(area) || area.length < LONG) return [];
  const ends = Array.from({ length: area.length - SHORTEST_END - 1 }, (_, index) => area.slice(index + 2)).filter(
    (end) => !ANY_END.test(end),
  );
  return [...ends, area.slice(0, 2) + area.slice(-2)];
}

const HAS_ENDS = /(?:市场|商场|厂|站|大队|矿|码头|景区|医院|市场管理办|水库|农场|林场|茶场|渔场)$/u;
const LONG = 5;
const SHORTEST_END = 3;
/** Said of any. */
const ANY_END = /^(?:管理站|服务站|工作站|管理所|污水厂|加工厂|综合市场|批发市场|养殖场)$/u;

/** 城东污水处理厂 of its 厂长, who answers for 城东厂. */
function isBodyOf(body: string, area: string): boolean {
  return body !== area && body.length > area.length && body.startsWith(area.slice(0, 2)) && HAS_ENDS.test(body) && !/[、,，兼]/u.test(body);
}

/** 乌兰渡口管理站 is called 渡口站. */
function withoutPlace(body: string): string {
  const short = body.slice(2).replace(/管理|服务|综合|工作/u, '');
  return short.length < SHORTEST_END || ANY_END.test(short) ? body : short;
}

const ROLE = /(?:党支部|党委|常务)?副?(?:[厂站场院校所队矿]长|经理|主任|书记|负责人)(?:[(（][^()（）]*[)）])?$/u;

export function withShortNames(text: string, people: readonly Person[]): string {
  return putWhole(text, shortNames(people));
}
