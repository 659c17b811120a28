/**
 * Whom a text asks: an ordered list of readers, of which the first that finds somebody decides. Where none does, the text
 * doesn't say it; then all whom this sender may mean see it, marked so.
 */
import type { Envelope } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { matchesOf } from '../../text/matches.ts';
import { formsOf } from './address.ts';
import { namesArea } from './areas.ts';
import { withoutTold } from './asides.ts';
import { byTask, calledByDuty } from './by-task.ts';
import { countedUnits, headsCounted, leftOut, placesBesideCount } from './counted.ts';
import {
  ALL_OF_GROUP,
  belowLeaders,
  broughtAlong,
  cadresOf,
  hailsTwice,
  isToEverybody,
  leadersIn,
  meansAllCadres,
  officesBeside,
  schoolsBeside,
  sharersIn,
  staffIn,
  titlesCalledEach,
  titlesCounted,
  withoutExcepted,
  withoutSpared,
} from './everybody.ts';
import { isCalled, isTakenAlong } from './named.ts';
import { numberOf } from './numbers.ts';
import { officesCounted } from './office-counts.ts';
import { officesNamed, withoutOwnOffice } from './offices.ts';
import { addressIn } from './opening.ts';
import { partsGiven, sentencesGiven } from './parts-given.ts';
import { restAsked } from './rest.ts';
import { calledIn, namedIn, ownersIn, type Scene, sceneOf } from './scene.ts';
import { NUMBER } from './speech.ts';
import { areasIn, everyUnit, headsNamed, listedWhereAsked, placesListed, someUnits } from './units.ts';
import { bodyOfGroup, likely, toAll } from './whole-group.ts';

interface Reader {
  /** For people: how the audience was found. */
  readonly says: string;
  /** Null or nobody: not said in this way. */
  readonly read: (scene: Scene) => readonly Person[] | null;
}

/** "@所有人 …", "各村: …": the address comes first, and a mention further down only adds to it. */
const STARTS_WITH_ALL =
  /^(?:@?(?:所有人|全体成员|全体)|【[^】]*】|\s|[①-⑳]|[\d一二三四五六七八九十]{1,2}[.、)])*(?:各|书记|全体|大家|请各)/u;

/** "各位乡亲", "65岁以上的阿公阿婆注意": those who are asked are in no list of people; who else reads it can't be told from it. */
const TO_THE_PUBLIC =
  /^(?:@?所有人|【[^】]*】|\s|各位|全体|广大|亲爱的|尊敬的|在外的?|[\d一二三四五六七八九十]+岁以上的?){0,4}(?:乡亲|村民(?!代表|小组)|居民(?!代表|小组)|业主(?!代表|委)|家长|街坊|邻居|群众(?!反映|来[电信访]|举报|投诉|诉求|说的?|提出|提的)|父老|叔伯|婶娘|阿公|阿婆|老乡|老人家)/u;

export const READERS: readonly Reader[] = [
  { says: '点了几家,数目对得上', read: counted },
  { says: '开头称呼的', read: (scene) => (scene.mentioned.length > 0 ? null : addressed(scene)) },
  { says: '@到的和点名的', read: mentioned },
  { says: '各村各单位', read: everyOne },
  { says: '这个群的班子、专班', read: bodyOfGroup },
  { says: '职务、分工', read: ({ text, members }) => calledByDuty(text, members) },
  { says: '点名、职务、科室或地名', read: particular },
  { says: '职务、分工', read: ({ text, members, mentionsAll }) => (mentionsAll ? null : byTask(text, members)) },
  { says: '几个村、几家单位,没说哪几个', read: some },
  { says: '全体', read: toAll },
];

/** "各科室、各中队:…参加人员:南玉兰副局长,市容科、停车管理中心负责同志,七个中队中队长". */
const ATTENDING = /(?:参[加会]人员|参[加会]对象|与会人员|参会范围|参会单位|参会)(?:为|是)?:[^。\n]{4,200}/u;

/** "【转】各街道:…\n——我们自己先审一道。埂头、柳叶把表填好": whom the sentence asks that comes with what is forwarded. */
const LOCAL = /^\s*[【〔[(]?转[^\n]{10,}\n+\s*[—-]{1,4}\s*(?<own>[\s\S]{8,})$/u;

/** What changes a task is first read as a change, then as a task. */
let last: { readonly text: string; readonly message: Envelope; readonly org: Organisation; readonly audience: Audience } | null = null;

/** @param text the normal text of the ask alone */
export function audienceOf(text: string, message: Envelope, org: Organisation): Audience {
  if (last?.text !== text || last.message !== message || last.org !== org)
    last = { text, message, org, audience: find(text, message, org) };
  return last.audience;
}

function find(text: string, message: Envelope, org: Organisation): Audience {
  const list = ATTENDING.exec(text)?.[0] ?? text;
  const attending = list === text ? null : find(list, message, org);
  // Whoever the notice hails: those who are to come are listed.
  if (attending !== null && !attending.unclear && attending.general !== true && attending.people.length > 1) return attending;
  const own = LOCAL.exec(text)?.groups?.['own'];
  const here = own === undefined ? null : find(own, message, org);
  if (here !== null && !here.unclear && here.general !== true) return here;
  const scene = sceneOf(text, message, org);
  if (TO_THE_PUBLIC.test(text) && scene.mentioned.length === 0) return audience(likely(scene), true, '说给群众的');
  for (const { says, read } of READERS) {
    const found = (read(scene) ?? []).filter((person) => person !== scene.sender);
    if (found.length > 0)
      return {
        ...audience(found, read === some, says),
        ...(read === toAll ? { general: true } : {}),
        ...(read === particular && found.every((person) => standsForPlace(person, text)) ? { places: true } : {}),
      };
  }
  return audience(likely(scene), true, '没有明说');
}

/** Whom a text speaks to by mention or at its start; null where it does neither. */
export function calledUpon(text: string, message: Envelope, org: Organisation): Audience | null {
  const scene = sceneOf(text, message, org);
  const called = [...scene.mentioned, ...(addressIn(scene) ?? [])].filter((person) => person !== scene.sender);
  return called.length === 0 ? null : audience(called, false, '同一段话里叫到的');
}

function audience(people: readonly Person[], unclear: boolean, says: string): Audience {
  return { people: [...new Set(people.map((person) => person.id))].toSorted(), unclear, says };
}

/** As many as were counted, and who is named beside them. */
function counted(scene: Scene): readonly Person[] | null {
  const { text, members, people, mentioned: called } = scene;
  if (called.length > 0 && !STARTS_WITH_ALL.test(text)) return null;
  const persons = countedPersons(scene) ?? surnamesCounted(scene) ?? restAsked(text, members, people);
  if (persons !== null) return persons;
  const found = countedUnits(text, scene.before, members, people);
  if (found === null) return null;
  // "各乡镇、两家合作社注意了": those of one kind beside all of another.
  const units = ALL_AND_COUNTED.test(text) ? [...(everyUnit(text, members, people) ?? []), ...found] : found;
  const more = [
    ...placesListed(text, members, people),
    ...placesBesideCount(text, members, people),
    ...officesIn(scene),
    ...titlesCalledEach(text, members),
  ];
  return withoutExcepted([...units, ...called, ...besides(scene), ...more], text);
}

const ALL_AND_COUNTED =
  /各(?:乡镇|镇街?|街道|村|社区)[^。;]{0,24}?(?:[、,和及上同][两二三四五六七八九十]家|[、和及上同][两二三四五六七八九十]个)/u;

/** "薛、宓两位提前到今天交": by surnames that one person each has here. */
function surnamesCounted({ text, members }: Scene): readonly Person[] | null {
  const { list = '', count } = SURNAMES.exec(text)?.groups ?? {};
  const called = list.split(/[、和]/u).map((surname) => members.filter(({ name }) => name.length > 1 && name.startsWith(surname)));
  return called.length === numberOf(count) && called.every((alike) => alike.length === 1) ? called.flat() : null;
}

const SURNAMES = /(?<![\u4e00-\u9fff])(?<list>[\u4e00-\u9fff](?:[、和][\u4e00-\u9fff]){1,4})(?<count>[二两三四五])位/u;

/** "各乡镇注意,…雷鸣、蔡勇、老余你们三个明天报我": of a circle those who are named, and as many as are counted. */
function countedPersons(scene: Scene): readonly Person[] | null {
  for (const { groups } of matchesOf(NAMED_AND_COUNTED, scene.text)) {
    const { names = '', count, number = count } = groups ?? {};
    const named = namedIn(scene, `${names},`);
    const isList = named.some((person) => [...formsOf(person)].some((form) => names.endsWith(form)));
    // Beside whole circles two people at the scales are only told of.
    if (isList && named.length === numberOf(number) && (count !== undefined || !CIRCLES.test(scene.text))) return named;
  }
  return null;
}

const CIRCLES = /[各每]|全体|所有/u;
const NAMED_AND_COUNTED = new RegExp(
  `(?<names>[^,。;:!?\n]{4,40}?)(?:你们${NUMBER}(?:个|位|家)|(?<number>[两俩二三四五六七八九十])(?:个人|位同志))`,
  'gu',
);

/** "孔令武,带两辆皮卡…。巴合提叫两个人跟上。": who is called first, and who begins a sentence of their own. */
function addressed(scene: Scene): readonly Person[] | null {
  const first = addressIn(scene);
  return first === null || first.length === 0 ? first : withoutSpared([...first, ...sentencesGiven(scene), ...along(scene)], scene.text);
}

/** "林芳,你跟英子把账查到底". */
function along({ text, members, people }: Scene): readonly Person[] {
  return people.spokenOf(text).filter((person) => members.includes(person) && isTakenAlong(person, text));
}

/** Of him nothing but a place of his is named. */
function standsForPlace(person: Person, text: string): boolean {
  return ![...formsOf(person)].some((form) => text.includes(form)) && person.areas.some((area) => namesArea(text, area));
}

function mentioned(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  if (scene.mentioned.length === 0 || STARTS_WITH_ALL.test(text)) return null;
  // "@所有人 第二件:各社区…@车丽 你那头出几个人?": who is rung beside everybody is asked for more.
  if (scene.mentionsAll && everyUnit(text, members, people) !== null) return null;
  return [
    ...scene.mentioned,
    ...calledIn(scene, text).filter(({ roles }) => scene.standing === 'leader' || !roles.includes('leader') || roles.includes('cadre')),
    ...headsCounted(text, members, people),
    ...withoutPlaces(sentencesGiven(scene), scene),
    ...outsideIn(scene),
  ];
}

/** Beside those who are rung a place that begins a sentence is what it is about. */
function withoutPlaces(people: readonly Person[], { text }: Scene): readonly Person[] {
  return people.filter(({ areas }) => !areas.some((area) => namesArea(text, area)));
}

/** Persons of other groups who are given something to do beside those who are mentioned. */
function outsideIn(scene: Scene): readonly Person[] {
  return namedIn(scene, scene.text).filter((person) => !scene.members.includes(person));
}

function everyOne(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  const units = everyUnit(text, members, people);
  if (units === null) return null;
  const out = leftOut(text, members, people);
  const left = units.filter(({ areas }) => !areas.some((area) => out.includes(area)));
  const all = left.length > 0 ? left : units.length > 0 ? units : belowLeaders(cadresOf(members));
  const listed = listedWhereAsked(text, members, people).filter((person) => all.includes(person));
  const own = listed.length > 1 ? listed : all;
  const staff = staffIn(text, members);
  if (meansAllCadres(text) || (scene.mentionsAll && staff.length > 0)) return withoutExcepted([...cadresOf(members), ...own], text);
  // Who rings everybody and hails two circles leaves nobody out.
  if (scene.mentionsAll && hailsTwice(text)) return withoutExcepted([...belowLeaders(cadresOf(members)), ...own], text);
  const more = [
    ...scene.mentioned,
    ...besides(scene),
    ...(scene.mentionsAll ? broughtAlong(text, members) : []),
    ...headsNamed(text, members, people),
    ...placesListed(text, members, people),
    ...officesIn(scene),
    ...officesBeside(text, members),
    ...schoolsBeside(text, members),
    ...titlesCounted(text, members),
    ...titlesCalledEach(text, members),
    ...staff,
    ...leadersIn(text, members),
    ...sharersIn(text, members),
  ];
  return withoutExcepted([...own, ...more], text);
}

/** The offices that are named; one's own is asked through oneself. */
function officesIn({ text, members, people, sender }: Scene): readonly Person[] {
  return [...withoutOwnOffice(officesNamed(text, members, people), sender), ...officesCounted(text, members)];
}

/** Persons named beside whole circles. */
function besides(scene: Scene): readonly Person[] {
  return namedIn(scene, scene.text);
}

const NOBODY: readonly Person[] = [];

/** Each of those who are named: 文博、聂峰每人三分钟. */
const EACH = /每个?人/gu;

/** Whose phone rings is meant, whatever is counted. */
function some({ text, members, people, mentionsAll }: Scene): readonly Person[] | null {
  return mentionsAll ? null : someUnits(text, members, people);
}

function calledBesideAll(scene: Scene): readonly Person[] {
  return [...calledIn(scene, scene.text), ...outsideIn(scene).filter((person) => isCalled(person, scene.text))];
}

/** "本群所有人今晚九点上线,志伟主持". */
const STARTS_WITH_EVERYBODY = /^(?:本群|咱们?群|群里)的?(?:所有人|全体)|^在座的?(?:各位|同志|都)/u;

const ALL_HERE = new RegExp(`${ALL_OF_GROUP}(?:要|得)?(?:来|去|到|参加)`, 'u');

/** First by what is asked alone, then by all that is said. */
function particular(scene: Scene): readonly Person[] | null {
  const text = withoutTold(scene.text);
  const asked = text === scene.text ? null : named({ ...scene, text });
  return asked !== null && asked.length > 0 ? asked : named(scene);
}

function named(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  // "施乡长带队,本群的都来": who leads them there doesn't come alone.
  if (ALL_HERE.test(text) || STARTS_WITH_EVERYBODY.test(text)) return null;
  const isToAll = isToEverybody(text.replaceAll(EACH, '')) || scene.mentionsAll;
  const areas = areasIn(text, members, people);
  // Who rings everybody, or speaks to all, only tells of those whom he doesn't call.
  const given = isToAll ? NOBODY : sentencesGiven(scene);
  const persons = [
    ...(isToAll ? calledBesideAll(scene) : namedIn(scene, text)),
    ...partsGiven(scene),
    // "丛亮带两台车;盛院长救护车开到北门等": each begins a sentence of the list.
    ...(new Set(given).size > 1 ? given : NOBODY),
  ];
  // Beside names and beside "大家" one place is where it happens, not who is asked.
  const isPlace = areas.length < 2 && (isToAll || persons.length > 0);
  const asked = [
    ...scene.mentioned,
    ...persons,
    ...(isPlace ? [] : ownersIn(scene, text)),
    ...officesIn(scene),
    ...titlesCounted(text, members),
    ...titlesCalledEach(text, members),
    ...staffIn(text, members),
    ...leadersIn(text, members),
    ...sharersIn(text, members),
  ];
  return withoutExcepted(asked, text);
}
