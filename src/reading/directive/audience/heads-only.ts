/** "监测站、大队两位负责人", "三家卫生院的院长": where heads are called, their deputies and staff aren't, unless by name. */
import type { Person } from '../../../model/organisation.ts';
import { formsOf } from './address.ts';
import { namesArea } from './areas.ts';
import { officeOf, officesOf } from './office-names.ts';

/** Not whoever is to sign, and not the one of whom particulars are handed in. */
const HEADS_CALLED =
  /(?<!法定代表|关务|检修|项目|安全|信息|工作|分管|现场|施工|带队|带班|值班|片区?|网格|小组)(?:主要)?(?:负责人|负责同志|领导(?<=主要领导)|一把手)(?![签盖审把关同意确变电手姓名信联号在已:(])|(?:[几各两三四五六七八九]位|家[\u4e00-\u9fff]{0,5}的|^)(?:院长|校长|园长|场长|站长|所长)(?![签盖助])|(?<=[。;\n])(?:院长|校长|园长)、(?:院长|校长|园长)/u;
const HEADS = /(?<!副|常务|班)(?:主任|[大中支总]?队长|[站所股科局处院校园场厂]长|党?总?支?部?书记|支书|护士长|经理|负责人|董事长)$/u;
/** Right behind the name of the place. */
const HEADS_ALL =
  /^[村镇乡]?(?:社区|街道)?(?:党总?支部?|党组|党委|村委会?|居委会?)?(?:主任|[大中支总]?队长|[站所院校园场厂局]长|书记|支书|护士长|经理|负责人|董事长)$/u;

export function headsWhereCalled(found: readonly Person[], text: string): readonly Person[] {
  if (!HEADS_CALLED.test(text)) return found;
  return found.filter(
    (person) => isNamed(person, text) || isOfCircle(person, text) || !found.some((other) => other !== person && isBelow(person, other)),
  );
}

/** Both are of one place or office, which the other alone heads. */
function isBelow(person: Person, other: Person): boolean {
  const areas = person.areas.filter((area) => other.areas.includes(area));
  const office = officeOf(person);
  const isOneOffice = office !== undefined && officesOf(other).includes(office);
  if (areas.length === 0 && !(isOneOffice && person.areas.length === 0)) return false;
  return rankOf(other, areas) > rankOf(person, areas);
}

/** Heads a place or an office, heads a part of it, or neither: 石桥镇卫生院院长, 石桥镇卫生院公卫科科长, 石桥镇卫生院护士. */
function rankOf({ title }: Person, areas: readonly string[]): number {
  const ranks = title
    .replaceAll(/[(（][^()（）]*[)）]/gu, '')
    .split(/[、,，兼]/u)
    .map((part, place) => {
      const named = areas.find((area) => namesArea(part, area));
      if (!HEADS.test(part) || (place > 0 && named === undefined && areas.length > 0)) return 0;
      return named !== undefined && part.startsWith(named) && !HEADS_ALL.test(part.slice(named.length)) ? 1 : 2;
    });
  return Math.max(0, ...ranks);
}

/** "驻村第一书记", "包村干部", "分管领导" are circles of their own. */
function isOfCircle({ title }: Person, text: string): boolean {
  if (/分管/u.test(text) && /副/u.test(title)) return true;
  return title.split(/[、,，兼]/u).some((part) => CIRCLE.exec(part)?.some((word) => text.includes(word)) === true);
}

/** What somebody is called who heads nothing. */
const CIRCLE = /第一书记|[\u4e00-\u9fff]{2}(?:员|干部|会计|文书|专干|医生?|护士长|护士)$/u;

function isNamed(person: Person, text: string): boolean {
  return [...formsOf(person)].some((form) => text.includes(form));
}
