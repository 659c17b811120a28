/** "监测站、大队两位负责人", "三家卫生院的院长": where heads are called, their deputies and staff aren't, unless by name. */
import type { Person } from '../../../model/organisation.ts';
import { formsOf } from './address.ts';
import { namesArea } from './areas.ts';
import { officesOf } from './office-names.ts';

/** Not whoever is to sign, not the one of whom particulars are handed in, and not those whom the ones who are asked look after. */
const HEADS_CALLED =
  /(?<!法定代表|关务|检修|项目|安全|信息|工作|分管|现场|施工|(?:施工|用人|经营|产权|建设|监理)单位|工地|带队|带班|值班|片区?|网格|小组|(?<!各)(?:企业|物业)|点位|[殖林农]场|小区|楼栋|商户|店铺)(?:主要)?(?:负责人|负责同志|领导(?<=主要领导)|一把手)(?![签盖审把关同意确变电手姓名信联号在已对:(])|(?:[几各两三四五六七八九]位|家[\u4e00-\u9fff]{0,5}的|^)(?:院长|校长|园长|场长|站长|所长)(?![签盖助])|(?<=[。;\n])(?:院长|校长|园长)、(?:院长|校长|园长)/u;
const HEAD =
  '(?:(?<!班|妇女|治保|教导|车间)主任|[大中支总]?队长|[站所股科局处院校园场厂镇乡县区市]长|主席|党?总?支?部?书记|支书|护士长|经理|负责人|董事长)';
const HEADS = new RegExp(`(?<!副|常务)${HEAD}$`, 'u');
/** Right behind the name of what they head or help to head. */
const HEADS_ALL = new RegExp(`^[村镇乡]?(?:社区|街道)?(?:党总?支部?|党组|党委|政府|村委会?|居委会?)?(?<deputy>(?:常务)?副)?${HEAD}$`, 'u');
/** How far up somebody stands in a place or an office. */
const RANKS = { none: 0, headsPart: 1, deputy: 2, heads: 3 };

export function headsWhereCalled(found: readonly Person[], text: string): readonly Person[] {
  if (!HEADS_CALLED.test(text)) return found;
  return found.filter(
    (person) =>
      isNamed(person, text) || isOfCircle(person, text) || !found.some((other) => other !== person && isBelow(person, other, text)),
  );
}

/** "驻村第一书记", "村会计", "分管领导", "班子成员" are circles of their own. */
function isOfCircle({ title }: Person, text: string): boolean {
  if (/分管|班子/u.test(text) && /副/u.test(title)) return true;
  return (title.match(CIRCLES) ?? []).some((word) => text.includes(word));
}

/** What somebody is called who heads nothing. */
const CIRCLES = /第一书记|(?:网格|联络|信息|统计|管理|护林|保健|协管|报账)员|(?:包村|驻村)干部|干事|科员|会计|文书|专干|村医|医生|护士/gu;

/** Both are of one place or office, in which the other stands higher. */
function isBelow(person: Person, other: Person, text: string): boolean {
  const areas = person.areas.filter((area) => other.areas.includes(area));
  if (areas.length > 0) return rankIn(other, areas) > rankIn(person, areas);
  const office = person.areas.length > 0 ? undefined : officesOf(person).at(-1);
  if (office === undefined || !officesOf(other).includes(office)) return false;
  const [above, own] = [rankIn(other, [office]), rankIn(person, [office])];
  // "各股室负责人": of the bureau those who head a section, and not who is second in the whole.
  const areSections = SECTIONS.test(text) && Math.min(above, own) === RANKS.headsPart && Math.max(above, own) === RANKS.deputy;
  return areSections ? own > above : above > own;
}

const SECTIONS = /[股科处]室/u;

/** 石桥镇卫生院院长, 石桥镇卫生院副院长, 石桥镇卫生院公卫科科长, 石桥镇卫生院护士. */
function rankIn({ title }: Person, names: readonly string[]): number {
  const ranks = title
    .replaceAll(/[(（][^()（）]*[)）]/gu, '')
    .split(/[、,，兼]/u)
    .map((part, place) => rankOf(part, place, names));
  return Math.max(RANKS.none, ...ranks);
}

function rankOf(part: string, place: number, names: readonly string[]): number {
  const named = names.find((name) => part.startsWith(name)) ?? names.find((name) => namesArea(part, name));
  if (named === undefined) return place === 0 && HEADS.test(part) ? RANKS.heads : RANKS.none;
  if (!part.startsWith(named)) return HEADS.test(part) ? RANKS.heads : RANKS.none;
  const all = HEADS_ALL.exec(part.slice(named.length));
  if (all !== null) return all.groups?.['deputy'] === undefined ? RANKS.heads : RANKS.deputy;
  return HEADS.test(part) ? RANKS.headsPart : RANKS.none;
}

function isNamed(person: Person, text: string): boolean {
  return [...formsOf(person)].some((form) => text.includes(form));
}
