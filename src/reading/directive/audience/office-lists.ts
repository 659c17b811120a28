/** Offices that stand in lists: by their stems and abbreviations ("工程、安质、征迁、财审四家"). */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { numberOf } from './numbers.ts';
import { callsOf, officesOf, otherStemsOf, SUFFIX, shortCallsOf, withoutSeat } from './office-names.ts';

const LIST = /[\u4e00-\u9fff]{2,12}(?:[、和][\u4e00-\u9fff]{2,12}){1,9}/gu;
const TAIL =
  /(?:你们)?(?:[二两三四五六七八九十\d]个?(?:[股科]室?|[办所站局])|[二两三四五六七八九十\d]?(?:家|个?条线|个口子|个[办所站]{1,3}的?|个部门|个单位|单位|部门)|各|主要|负责人|负责同志|主任|[站所股科局院校队部]长|经理|分管|副|[来出派]人|来[一两]|各[来出派])[^、]*$/u;

/**
 * A list counts when at least two of its words are offices of the group, or one is beside places that are told to come.
 * @param places what the places of the group are called
 */
export function inLists(
  text: string,
  heads: readonly Person[],
  everybody: readonly Person[] = heads,
  leaders: readonly Person[] = [],
  places: readonly string[] = [],
): readonly Person[] {
  return matchesOf(LIST, text).flatMap(([list]) => {
    const [first = '', ...others] = list.split(/[、和]/u).map((word) => word.replace(TAIL, ''));
    // "办所就是党政、农业、应急三家": nobody can tell where a list begins.
    // "财政所、派出所第三季度台账": nor where it ends.
    const last = others.at(-1)?.replace(THEN, '');
    const words = [first, first.slice(-2), ...others.slice(0, -1), ...(last === undefined ? [] : [last])];
    const found = words.flatMap((word, place) => {
      const before = words[place - 1];
      const isCalled = (call: string): boolean => call === word || (beginsWith(word, call) && (word === last || isOffice(before, heads)));
      // 综合办 is no 综合行政执法队 where there is one.
      const exact = headsCalled(isCalled, heads);
      if (exact.length > 0) return exact;
      const meant = withoutOverseers(
        heads.filter((person) => meansOffice(word, person)),
        word,
      );
      return meant.length > 0 ? meant : onlyOfKind(word === last ? (FIRST_OFFICE.exec(word)?.[0] ?? word) : word, heads);
    });
    const isList = new Set(found).size >= 2 || (COME.test(list) && words.some((word) => places.includes(word)));
    return isList
      ? [...found, ...beyond(words, found, everybody), ...headsElsewhere(last, found, everybody), ...ledBodies(words, leaders)]
      : [];
  });
}

/** "派出所、卫生院、林业每周五报一次": when, behind the last of them. */
const THEN = /(?<=^[\u4e00-\u9fff]{2,4})(?:每[天日周月]|今[天晚日]|明[天早日]|周[一二三四五六日]|[本下]周|统一|分别).*$/u;

/** "交通、水利、渡头、荷塘嘴都来人". */
const COME = /(?:都|均|各|一起)(?:要|得)?(?:来|派|出|到(?:场|会|位)|参加|列席)[\u4e00-\u9fff]{0,4}$/u;

/** "一中、湖滨、县医院,交通也算上": one more, by no more than what it is about. */
export function addedToList(text: string, heads: readonly Person[]): readonly Person[] {
  return matchesOf(ADDED, text).flatMap(({ groups: { stem = '' } = {} }) => {
    const meant = heads.filter((person) => meansOffice(stem, person));
    return meant.length === 1 ? meant : [];
  });
}

const ADDED = /(?<=[,、。;:])(?<stem>[\u4e00-\u9fff]{2,4})(?:那边|那头|这边)?也(?:算(?:上|进来|一家|一个)|一样|要?[报交来派出参])/gu;

/** "城管办、平安办自查屋里的小太阳、电暖气": what is asked of the last of them may be a list itself; what stands by an office is none. */
function beginsWith(word: string, call: string): boolean {
  return word.startsWith(call) && !BY_OFFICE.test(word.slice(call.length));
}

const BY_OFFICE = /^(?:[老小阿][\u4e00-\u9fff]|的|门[口前]|院|楼|旁|边|对面|附近|背?后|前面|里|外)/u;

function isOffice(word: string | undefined, heads: readonly Person[]): boolean {
  return word !== undefined && headsCalled((call) => call === word, heads).length > 0;
}

/** By a whole name of their office, or a short one that fits no other. */
function headsCalled(isCalled: (call: string) => boolean, heads: readonly Person[]): readonly Person[] {
  return heads.filter((person) => callsOf(person).some(isCalled) || shortCallsOf(person, heads).some(isCalled));
}

/** Offices of the list that sit in another group, by their whole names. */
function beyond(words: readonly string[], found: readonly Person[], everybody: readonly Person[]): readonly Person[] {
  return everybody.filter(
    (person) =>
      !found.includes(person) &&
      callsOf(person).some((call) => call.length >= SHORTEST_CONTRACTED && words.some((word) => word.startsWith(call))) &&
      !found.some((other) => callsOf(other).some((call) => callsOf(person).includes(call))),
  );
}

/** "应急、渔业、城建、民政、宣传站站长", where nobody of the group heads that last one: who alone does elsewhere. */
function headsElsewhere(word: string | undefined, found: readonly Person[], everybody: readonly Person[]): readonly Person[] {
  if (word === undefined || found.length < LONG_LIST || !SUFFIX.test(word) || found.some((person) => meansOffice(word, person))) return [];
  const meant = everybody.filter((person) => person.roles.includes('cadre') && isCalledBy(stemOf(word), person));
  return meant.length === 1 ? meant : [];
}

/** So many others show that it is one of offices. */
const LONG_LIST = 3;

/** "应急站、妇联四家": a body that a leader heads beside, by its whole name. */
function ledBodies(words: readonly string[], leaders: readonly Person[]): readonly Person[] {
  return leaders.filter(({ title }) => words.some((word) => LED_BODY.test(word) && title.includes(`${word}主席`)));
}

const LED_BODY = /^(?:妇联|工会|残联|科协|文联|工商联|总工会)$/u;

/** 小学 for 中心小学, 船工会 for 摇橹船联合工会, where there is no other. */
function onlyOfKind(word: string, heads: readonly Person[]): readonly Person[] {
  const alike = word.length < 2 ? [] : heads.filter((person) => officesOf(person).some((office) => office.endsWith(word)));
  if (alike.length > 0 || word.length < SHORTEST_CONTRACTED) return alike.length === 1 ? alike : [];
  const kind = SUFFIX.exec(word)?.[0] ?? '';
  const contracted = heads.filter((person) =>
    officesOf(person).some((office) => kind !== '' && office.endsWith(kind) && isAbbreviation(word, office)),
  );
  return contracted.length === 1 ? contracted : [];
}

const SHORTEST_CONTRACTED = 3;
/** Nobody can tell where the last word of a list ends, but by what an office's name ends in. */
const FIRST_OFFICE = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{1,6}?${SUFFIX.source.replace('$', '')}|(?:服务|景)区|(?:物流|产业|工业|科技|创业)园)`,
  'u',
);

/** "应急、农办、文旅、社事四家": whoever is hailed before, it is as many as are listed. */
export function isCountedList(text: string, found: number): boolean {
  return found > 2 && matchesOf(COUNTED_LIST, text).some(({ groups }) => numberOf(groups?.['count']) === found);
}

export interface CountedList {
  readonly said: string;
  readonly count: number;
}

/** Null where none is, or as many aren't listed as are counted. */
export function countedList(text: string): CountedList | null {
  for (const { 0: said, groups } of matchesOf(COUNTED_LIST, text)) {
    const count = numberOf(groups?.['count']);
    // "各乡镇和种植业、农机、植保三家": nobody can tell where such a list begins.
    if (count === said.split('、').length && !/^各|^[^、]*[和及与]/u.test(said)) return { said, count };
  }
  return null;
}

const COUNTED_LIST =
  /(?:[\u4e00-\u9fff]{2,8}、){1,8}[\u4e00-\u9fff]{2,8}?(?<count>[三四五六七八九十])家(?=[,。;:\s各都请把要今明周按]|$)/gu;

/** "工业、投资、普查三个股室": who heads it, and not the leader who oversees it among other things. */
function withoutOverseers(people: readonly Person[], word: string): readonly Person[] {
  const others = people.filter((person) => !person.roles.includes('leader') || isCalledBy(stemOf(word), person));
  return others.length > 0 ? others : people;
}

/** 财审 for 财务审计部, 城建 for 城建环卫办, 民政 for who has 民政 as a duty. */
function meansOffice(word: string, person: Person): boolean {
  const stem = stemOf(word);
  return stem.length >= 2 && (person.duties.includes(stem) || isCalledBy(stem, person));
}

function stemOf(word: string): string {
  return word.replace(SUFFIX, '').replace(/^[省市县区镇乡旗局](?=[\u4e00-\u9fff]{2})/u, '');
}

/** By the title, or by an office in it. */
function isCalledBy(stem: string, person: Person): boolean {
  if (person.title.startsWith(stem) && !PLACE.test(stem) && !PLACE.test(person.title.slice(0, stem.length + 1))) return true;
  return (
    officesOf(person).some(
      (office) => isMeant(stem, office) || isMeant(stem, withoutSeat(office)) || otherStemsOf(withoutSeat(office)).includes(stem),
    ) || person.title.includes(`(${stem})`)
  );
}

/** 石浦镇民政助理 isn't 石浦镇. */
const PLACE = /[镇乡村街区]$|街道$|社区$/u;

function isMeant(stem: string, office: string): boolean {
  // 公卫股 for 基层卫生与公卫股.
  if (
    office
      .replace(SUFFIX, '')
      .split(/[与和及]/u)
      .slice(1)
      .includes(stem)
  )
    return true;
  // 执法 for 综合行政执法队, 路政 for 高速路政四中队.
  if (office.replace(SUFFIX, '').replace(ORDINAL, '').endsWith(stem)) return true;
  return office[0] === stem[0] && isAbbreviation(stem, office);
}

const ORDINAL = /第?[一二三四五六七八九十]{1,2}$/u;

/** Of its characters, in their order. */
export function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
