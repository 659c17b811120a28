/** As many places as are counted: "河沿街、新民里两家" of those that are listed, "五个村" of those that the group has. */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { formsOfArea, namesArea } from './areas.ts';
import { areasIn, areasOfMembers, ownersOf } from './areas-spoken.ts';
import { bodiesListed, firmsCounted, headsCountedBy, headsOfFirms, headsOfKind, holdersCounted, holdersOf } from './counted-people.ts';
import { FIRM, familiesMeant, familyOf, isOfKind, placesMeant } from './families.ts';
import { ofLineCalled } from './lines.ts';
import { numberOf } from './numbers.ts';
import type { People } from './people.ts';
import { NUMBER } from './speech.ts';
import { holds, holdsOne, titled } from './titles.ts';
import { apartFromPlaces } from './units.ts';

const PLAIN = new RegExp(`${NUMBER}(?:家|个|位)(?:单位)?(?=[,:、都的各自统先今明周\\d\\s]|后天|书记|主任|负责人|$)`, 'gu');
/** Right behind a list it counts the list, whatever the sites are. */
const BEHIND_LIST = new RegExp(`${NUMBER}(?:个|处|座|条|家)`, 'gu');

/**
 * "河沿街、新民里两家", "桃子湾、麻柳坪三个村": as many as are listed before; "五个村": as many as the group has of them.
 * @param before what the message tells before the text
 */
export function countedUnits(text: string, before: string, members: readonly Person[], people: People): readonly Person[] | null {
  if (!people.speech.count.test(text)) return null;
  const bodies = bodiesListed(text, members);
  if (bodies !== null) return bodies;
  const named = areasIn(text, members, people);
  const listed = sentencesOf(text).flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    const found = listedAndCounted(sentence, named, people, members);
    return found === null ? [] : [...found, ...otherKindsBeside(found, sentence, members, people)];
  });
  // "恒砺、北垒、顺砣三家盖好料堆;四家企业停止动火": all of them beside some.
  if (listed.length > 0) return [...listed, ...(LISTED_AND_ALL.test(text) ? eachKindCounted(text, members, people).flat() : [])];
  return pointedBackAt(text, before, people, members) ?? headsOfNamed(text, named, people) ?? allOfKind(text, members, people);
}

const LISTED_AND_ALL = /[两三四五六七八九十]家[^;。]*[;。][^,。;]{0,4}[两三四五六七八九十](?:家|个)/u;

/** "请温主任和樟坪、石蛤、罗汾三村书记参加": heads of places that are listed and counted, beside whoever is rung. */
export function headsCounted(text: string, members: readonly Person[], people: People): readonly Person[] {
  if (!COUNTED_HEADS.test(text)) return [];
  const named = areasIn(text, members, people);
  return sentencesOf(text).flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    return COUNTED_HEADS.test(sentence) ? (listedAndCounted(sentence, named, people, members) ?? []) : [];
  });
}

const COUNTED_HEADS =
  /[两二三四五六七八九十]个?(?:村|社区|家|镇|乡)(?:党?支?部?书记|支书|主任|负责人)(?:都|也|一起)?(?:参加|到会|到场|出席|来|去)/u;

/**
 * "退回来几户:姬庄3户、史楼4户。…这两个村找着本人", "柳行8个、沙营6个…两个村下午4点前报": as many as were named before, and not all that there are.
 * @param before what the message tells before the text
 */
function pointedBackAt(text: string, before: string, people: People, members: readonly Person[]): readonly Person[] | null {
  for (const match of matchesOf(people.speech.counted, text)) {
    const count = numberOf(match.groups?.['count']);
    const told = text.slice(0, match.index);
    const isPointed = POINTS_BACK.test(told);
    if (isTold(text, match) || !(isPointed || POINTS_AT_ALL.test(text.slice(match.index + match[0].length)))) continue;
    const words = isPointed ? `${before}\n${told}` : told;
    const alike = familiesMeant(match.groups?.['kind'] ?? '', areasOfMembers(people.everybody), people);
    const named = areasIn(words, members, people).filter((area) => alike.has(familyOf(area, people)));
    if (named.length > 1 && named.length === count) return titled(text.slice(match.index), ownersOf(named, people, members), people);
  }
  return null;
}

/** They are spoken to right behind the count. */
const POINTS_AT_ALL =
  /^(?:支书|书记|村长|主任|负责人|[校院园站所]长|[都请各先]|务必|必须|今|明|后天|下周|本?周|\d|[上下]午|中午|[早晚]上|马上|立即|尽快)/u;

const POINTS_BACK = /(?:[这那]|以上|上面|上述|前面)$/u;

/** "只给旧墟和涌尾名额。两位书记请…": as many heads as places were named before. */
function headsOfNamed(text: string, named: readonly string[], people: People): readonly Person[] | null {
  for (const { index, groups } of matchesOf(people.speech.countedHeads, text)) {
    const told = text.slice(0, index);
    const list = LIST_BEFORE.exec(told)?.[0] ?? '';
    const listed = named.filter((area) => namesArea(list, area));
    const before = listed.length === numberOf(groups?.['count']) ? listed : named.filter((area) => namesArea(told, area));
    const heads = before.flatMap(people.ownersOf).filter((person) => holdsOne(person, [groups?.['title'] ?? '']));
    if (before.length > 1 && before.length === numberOf(groups?.['count']) && heads.length === before.length) return heads;
  }
  return null;
}

/** "渔市快检室观摩,北港、南礁、盐滩三位所长来": of the places before the count those that are listed right before it. */
const LIST_BEFORE = /[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8})+$/u;

function listedAndCounted(
  sentence: string,
  named: readonly string[],
  people: People,
  members: readonly Person[],
): readonly Person[] | null {
  for (const pattern of [people.speech.counted, PLAIN, BEHIND_LIST]) {
    const found: Person[] = [];
    let from = 0;
    for (const match of matchesOf(pattern, sentence)) {
      const listedBehind = listBehind(sentence.slice(match.index + match[0].length), named, numberOf(match.groups?.['count']));
      if (listedBehind !== null) {
        found.push(...titled(sentence.slice(match.index), ownersOf(listedBehind, people, members), people));
        continue;
      }
      if (named.some((area) => formsOfArea(area).includes(match[0])) || isTold(sentence, match)) continue;
      const before = sentence.slice(from, match.index);
      // "古塘3个、伞坪2个、六溪1个": how many each has.
      if (pattern !== people.speech.counted && EACH_HAS.test(before)) continue;
      if (/[和及与]$/u.test(before) || (pattern === BEHIND_LIST && !endsInList(before, named))) continue;
      const listed = named.filter((area) => namesArea(before, area));
      if (listed.length < 2 || listed.length !== numberOf(match.groups?.['count'])) continue;
      const owners = ownersOf(listed, people, members);
      found.push(...titled(sentence.slice(match.index + (pattern === PLAIN ? match[0].length : 0)), owners, people));
      // "汊口、南圩两镇和上坝、鹅洲两个村": the next list begins behind this one.
      from = match.index + match[0].length;
    }
    if (found.length > 0) return found;
  }
  return null;
}

const EACH_HAS = /[\d一二两三四五六七八九十](?:个|户|人|家|份|名)、[\u4e00-\u9fff]{2,6}$/u;

/** "四个村(前棠、孟家营、小辛庄、东韩)": they are listed behind the count. */
function listBehind(rest: string, named: readonly string[], count: number): readonly string[] | null {
  const list = /^\((?<list>[^()]{3,80})\)/u.exec(rest)?.groups?.['list'];
  const listed = list === undefined ? [] : named.filter((area) => namesArea(list, area));
  return listed.length > 1 && listed.length === count ? listed : null;
}

/** "八个站的数我都翻了": told of, not asked; "三个社区明年单独搞,这次不报": left out. */
function isTold(text: string, { index, 0: counted }: RegExpExecArray): boolean {
  const rest = text.slice(index + counted.length);
  return /^的(?:数|表|账|情况|材料|名单|进度|清单)[^,。;]{0,4}(?:我|都|已|全)/u.test(rest) || LEFT_OUT.test(rest);
}

/** "三个社区和石埠村每天…", "请楠竹湾、双河嘴和两个社区…", "三个作业区各出10人,东荒沟村、歪榆村各出8人": places that are asked beside those that are counted. */
export function placesBesideCount(text: string, members: readonly Person[], people: People): readonly Person[] {
  const named = areasIn(text, members, people);
  if (named.length === 0) return [];
  const lists = matchesOf(people.speech.counted, text).flatMap(({ index, 0: counted }) => {
    const behind = BESIDE_COUNT.exec(text.slice(index + counted.length))?.groups?.['list'];
    const before = BEFORE_COUNT.exec(text.slice(Math.max(0, index - LONGEST_LIST), index))?.groups?.['list'];
    return [behind, before].filter((list) => list !== undefined);
  });
  const each = [EACH_GIVES, TAKES, HEAD_LISTED].flatMap((gives) => matchesOf(gives, text).map(({ groups }) => groups?.['list'] ?? ''));
  return ownersOf(
    named.filter((area) => [...lists, ...each].some((list) => namesArea(list, area))),
    people,
    members,
  );
}

const NAMES = '[\\u4e00-\\u9fff]{2,6}(?:[、和][\\u4e00-\\u9fff]{2,6}){0,5}';
const BESIDE_COUNT =
  /^(?:\([^()]{1,14}\))?(?:和|及|以及|跟|与|外?加(?![强快大派紧密固急入])|连同|、|,(?=[\u4e00-\u9fff]{2,4}。))(?<list>[\u4e00-\u9fff、]{2,48}?)(?=[,。;:(\s]|[请对把将的每各须要都]|$)/u;
const BEFORE_COUNT = new RegExp(`(?<list>${NAMES})(?:和|及|以及|、)$`, 'u');
const EACH_GIVES = /(?<=[,。;])(?<list>[\u4e00-\u9fff]{2,6}(?:[、和][\u4e00-\u9fff]{2,6}){1,5}?)[\u4e00-\u9fff]{0,5}各[出派来备带]/gu;
/** "鹤汀、石闸两镇把自家段清掉,湖鲜市场把码头外头的也起上来". */
const TAKES =
  /(?<=[,。;])(?<list>[\u4e00-\u9fff]{2,12}(?:[、和][\u4e00-\u9fff]{2,8}){0,5}?)(?=把|负责|配合|同步|也(?:要|得|把|报|派|出|来))/gu;

/** "三个村书记,三队队长,石脚港社区书记,…": whoever heads a place, between two marks of a list. */
const HEAD_LISTED =
  /(?<=[,、])(?!找|联系|给|跟|由|到|问|听|把|叫|让)(?<list>[\u4e00-\u9fff]{2,8}?)(?:党?[总支]*部?书记|支书|村长|队长|站长|居委会?主任)(?=[,、])/gu;

const LEFT_OUT = /^[^。;!?\n]{0,12}(?:不(?:报|用|必|参加|搞|涉及|在内)|(?:这批|这次|这回|本次)没有|除外|免报|缓一缓|歇着)(?!的)/u;

/** The places of a kind that are counted, and said to be left out. */
export function leftOut(text: string, members: readonly Person[], people: People): readonly string[] {
  const areas = areasOfMembers(members);
  const counted = matchesOf(people.speech.counted, text).flatMap((match) => {
    if (!LEFT_OUT.test(text.slice(match.index + match[0].length))) return [];
    return alikeInNumber(areas, match.groups?.['kind'] ?? '', numberOf(match.groups?.['count']), people) ?? [];
  });
  const kinds = matchesOf(WITHOUT_KIND, text).map(({ groups }) => groups?.['kind'] ?? groups?.['out'] ?? '');
  return [...counted, ...kinds.flatMap((kind) => placesMeant(kind, areas, people).filter((area) => isOfKind(area, kind, people)))];
}

/** "各村(不含社区)". */
const WITHOUT_KIND =
  /(?:不含|不包括|除去?|除了)(?<kind>社区|村|小学|中学|幼儿园)(?=[)）,。:以外之]|$)|(?<out>社区|村|小学|中学|幼儿园)除外/gu;

const LONGEST_LIST = 60;

/** Where a list of places ends, but none of those where something is held. */
function endsInList(before: string, named: readonly string[]): boolean {
  const list = /[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)+$/u.exec(before.slice(-LONGEST_LIST))?.[0] ?? '';
  return !/^[设在到于往]/u.test(list) && named.some((area) => formsOfArea(area).some((form) => list.endsWith(form)));
}

function allOfKind(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const areas = areasOfMembers(members);
  const counted = eachKindCounted(text, members, people);
  // "三所中心校、两所卫生院": each count adds its own.
  if (counted.length > 0) return [...new Set(counted.flat())];
  const counts = matchesOf(people.speech.countedHeads, text).flatMap((match) => {
    const heads = members.filter((person) => person.areas.length > 0 && holds(person, match.groups?.['title'] ?? ''));
    return heads.length > 1 && heads.length === numberOf(match.groups?.['count']) ? heads : [];
  });
  if (counts.length > 0) return counts;
  const plain =
    areas.length > 1 &&
    matchesOf(PLAIN, text).some(
      ({ index, groups }) =>
        areas.length === numberOf(groups?.['count']) && !IN_LIST.test(text.slice(0, index)) && !isQuota(text.slice(0, index), areas),
    );
  return plain ? ownersOf(areas, people, members) : firmsCounted(text, members);
}

/** "坡厂11个、弯子7个": how many each has. */
function isQuota(before: string, areas: readonly string[]): boolean {
  return areas.some((area) => formsOfArea(area).some((form) => before.endsWith(form)));
}

/** "监测站、执法大队两位负责人": it counts what is listed, whatever places there are. */
const IN_LIST = /[\u4e00-\u9fff]、[\u4e00-\u9fff]{2,8}$/u;

/** "四个乡镇党政办来一个人,上湾、下湾、桥头三位书记带样品": who is counted beside a list of another kind. */
function otherKindsBeside(found: readonly Person[], sentence: string, members: readonly Person[], people: People): readonly Person[] {
  return eachKindCounted(sentence, members, people)
    .filter((owners) => !owners.some((owner) => found.includes(owner)))
    .flat();
}

/** "下午去两个学校门口看一圈". */
const GONE_TO = /(?:[上下]午|今天|明天|再|先)去$/u;

/** For each count that as many places of the group fit, those who answer for them. */
function eachKindCounted(text: string, members: readonly Person[], people: People): readonly (readonly Person[])[] {
  const areas = areasOfMembers(members);
  return matchesOf(people.speech.counted, text).flatMap((match) => {
    if (areas.some((area) => formsOfArea(area).includes(match[0])) || isTold(text, match)) return [];
    if (GONE_TO.test(text.slice(0, match.index))) return [];
    const [kind, count] = [match.groups?.['kind'] ?? '', numberOf(match.groups?.['count'])];
    const apart = apartFromPlaces([kind], members, people);
    const withApart = apart.length === 0 ? null : alikeInNumber(areas, kind, count - apart.length, people);
    if (withApart !== null) return [[...titled(text.slice(match.index), ownersOf(withApart, people, members), people), ...apart]];
    const firms = FIRM.test(kind) ? headsOfFirms(count, members, people) : null;
    if (firms?.every(({ areas: of }) => of.length === 0)) return [firms];
    const holders = EACH.test(text) ? null : holdersOf(text.slice(match.index).replace(COUNT, ''), count, members);
    if (holders !== null) return [holders];
    const alike = alikeInNumber(areas, kind, count, people) ?? calledSo(areasOfMembers(people.everybody), kind, count);
    if (alike === null && firms !== null) return [firms];
    const headed = alike === null && BEGINS.test(text.slice(0, match.index)) ? headsOfKind(kind, count, members) : null;
    if (headed !== null) return [headed];
    const heading = alike === null ? headsCountedBy(text.slice(match.index).replace(COUNT, ''), count, members) : null;
    if (heading !== null) return [heading];
    return alike === null
      ? holdersCounted(text.slice(match.index + match[0].length), count, members)
      : [ofLineCalled(titled(text.slice(match.index), ownersOf(alike, people, members), people), text)];
  });
}

/** Other circles are called beside them. */
const EACH = /各(?![出派来报交带备自填选抽])/u;
/** A clause, and no more of it. */
const BEGINS = /(?:^|[,。;:、!?\s])$/u;
const COUNT = new RegExp(`^${NUMBER}[个家所位名]?`, 'u');

/** The areas of a kind where the group has as many of them as were counted: of villages alone, or of villages and communities. */
function alikeInNumber(areas: readonly string[], kind: string, count: number, people: People): readonly string[] | null {
  if (count < 2) return null;
  const called = calledSo(areas, kind, count);
  if (called !== null) return called;
  const family = placesMeant(kind, areas, people);
  const exact = family.filter((area) => isOfKind(area, kind, people));
  const byName = family.filter((area) => area.endsWith(kind));
  const headed = exact.filter((area) => people.ownersOf(area).some(headsVillage));
  return [exact, family, byName, headed].find((alike) => alike.length === count) ?? null;
}

/** A place of settlers beside villages has nobody who does. */
function headsVillage({ title }: Person): boolean {
  return /书记|主任|支书|村长/u.test(title);
}

/** Cooperatives among towns: all that the word is the name of, be they in the group or not. */
function calledSo(areas: readonly string[], kind: string, count: number): readonly string[] | null {
  const called = kind.length > 1 && !VILLAGE.test(kind) ? areas.filter((area) => area.endsWith(kind)) : [];
  return called.length > 1 && called.length === count ? called : null;
}

const VILLAGE = /村|社区|居委|乡镇|街道|组$/u;
