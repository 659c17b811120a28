/**
 * What an organisation calls its units and their heads, read off the roster: the endings that its areas share (村, 嘎查, 标), the
 * bodies that their owners' titles name (卫生院, 项目部), and the last words of those titles (书记, 院长). So "各嘎查", "各卫生院" and
 * "院长们" are understood without a list of the country's offices.
 */
import type { Person } from '../../../model/organisation.ts';
import { bodyOf, formsOfArea, TOWN } from './areas.ts';

export interface Kinds {
  /** Words for the unit that each area is. */
  readonly unitsOf: ReadonlyMap<string, readonly string[]>;
  /** All of them, long ones first. */
  readonly units: readonly string[];
  /** Titles that several owners of areas hold. */
  readonly heads: readonly string[];
}

const LONGEST_ENDING = 4;
/** Behind a body's name: who somebody is in it. */
const ROLE =
  /(?:党(?:总)?支部|党委)?(?:常务)?副?(?:[中大支]队长|书记|支书|主任|文书|会计|专干|干事|[\u4e00-\u9fff](?:长|员)|经理|负责人|(?:乡村)?医生|[村乡]医|护士|教师|代表)$/u;
const BODY = /(?:[院校园所站场厂部队社局会店]|(?<!办公|会议)室|[工片管林景库]区)$/u;
/** Endings of one character that say what a place is. */
const PLACE = /[村镇乡街区旗组队连标圩寨屯坊湾场矿岛校园院所站社厂馆库]/u;
/** Whose last character says by itself what they are. */
const SHORT_KIND = /(?:[库厂矿店站所队场]|合作社)$/u;
const LONG_BODY = /(?:合作社|公司)$/u;
const HEAD = /(?:书记|主任|[院校园所站场厂部队社局组科股处楼]长|经理|负责人|嘎查达)$/u;

export function kindsOf(people: readonly Person[]): Kinds {
  const owners = people.filter((person) => person.areas.length > 0);
  const areas = [...new Set(owners.flatMap((person) => person.areas))];
  const unitsOf = new Map(areas.map((area) => [area, [...new Set([...endingsOf(area, areas), ...bodiesOf(area, owners)])]] as const));
  // Some are called 镇, some 乡; together they are 乡镇.
  const together = areas.filter((area) => TOWN.test(area)).length > 1 ? ['乡镇', '镇乡'] : [];
  const units = [...new Set([...[...unitsOf.values()].flat(), ...together])].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { unitsOf, units, heads: headsOf(owners) };
}

/** Endings that other areas have too; of those that the same areas share only the longest: 嘎查, not 查. */
function endingsOf(area: string, areas: readonly string[]): readonly string[] {
  const endings: string[] = [];
  let sharers = 1;
  // The town isn't part of the kind: 卫生院, not 镇卫生院.
  const longest = bodyOf(area)?.length ?? area.length - 1;
  for (let length = Math.min(LONGEST_ENDING, longest); length >= 1; length--) {
    const ending = area.slice(-length);
    const count = areas.filter((other) => other.length > length && other.endsWith(ending)).length;
    if (count > sharers && (length > 1 || PLACE.test(ending))) endings.push(ending);
    sharers = Math.max(sharers, count);
  }
  // 专业合作社 is longer than any ending that is looked at.
  const body = LONG_BODY.exec(area)?.[0];
  if (body !== undefined && !endings.includes(body) && areas.filter((other) => other.endsWith(body)).length > 1) endings.push(body);
  // Of two 粮库 one says "两个库", too, and of 退管站 "各站".
  const short = endings.find((ending) => ending.length > 1 && SHORT_KIND.test(ending))?.slice(-1);
  return short === undefined || endings.includes(short) ? endings : [...endings, short];
}

/** 白塔镇卫生院院长 answers for 白塔镇 from a 卫生院, which is called 院 too. */
function bodiesOf(area: string, owners: readonly Person[]): readonly string[] {
  const bodies = owners
    .filter((owner) => owner.areas.includes(area))
    .map(({ title }) =>
      formsOfArea(area)
        .reduce((rest, form) => rest.replace(form, ''), title)
        .replace(ROLE, ''),
    )
    .filter((body) => body.length >= 2 && body.length <= 5 && BODY.test(body));
  return bodies.flatMap((body) => [body, body.slice(-1)]);
}

function headsOf(owners: readonly Person[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { title } of owners) {
    const head = HEAD.exec(title)?.[0];
    if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([head]) => head);
}
