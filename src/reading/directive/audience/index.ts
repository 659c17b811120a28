/**
 * Whom a text asks: an ordered list of readers, of which the first that finds somebody decides. Where none does, the text
 * doesn't say it; then all whom this sender may mean see it, marked so.
 */
import type { Envelope } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { once } from '../../once.ts';
import { namesArea } from './areas.ts';
import { countedUnits } from './counted.ts';
import {
  belowLeaders,
  cadresOf,
  everybody,
  isLoosely,
  isToEverybody,
  leadersIn,
  meansAllCadres,
  sharersIn,
  staffIn,
  withoutExcepted,
} from './everybody.ts';
import { officesNamed } from './offices.ts';
import { addressIn } from './opening.ts';
import { partsGiven, sentencesGiven } from './parts-given.ts';
import { calledIn, namedIn, ownersIn, type Scene, sceneOf } from './scene.ts';
import { areasIn, areasOf, everyUnit, headsNamed, ownersOf } from './units.ts';

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
  /^(?:@?所有人|【[^】]*】|\s|各位|全体|广大|亲爱的|尊敬的|在外的?|[\d一二三四五六七八九十]+岁以上的?){0,4}(?:乡亲|村民|居民|业主|家长|街坊|邻居|群众|父老|叔伯|婶娘|阿公|阿婆|老乡|老人家)/u;

export const READERS: readonly Reader[] = [
  { says: '点了几家,数目对得上', read: counted },
  { says: '开头称呼的', read: (scene) => (scene.mentioned.length > 0 ? null : addressed(scene)) },
  { says: '@到的和点名的', read: mentioned },
  { says: '各村各单位', read: everyOne },
  { says: '这个群的班子、专班', read: bodyOfGroup },
  { says: '点名、职务、科室或地名', read: particular },
  { says: '全体', read: toAll },
];

/** What changes a task is first read as a change, then as a task. */
let last: { readonly text: string; readonly message: Envelope; readonly org: Organisation; readonly audience: Audience } | null = null;

/** @param text the normal text of the ask alone */
export function audienceOf(text: string, message: Envelope, org: Organisation): Audience {
  if (last?.text !== text || last.message !== message || last.org !== org)
    last = { text, message, org, audience: find(text, message, org) };
  return last.audience;
}

function find(text: string, message: Envelope, org: Organisation): Audience {
  const scene = sceneOf(text, message, org);
  if (TO_THE_PUBLIC.test(text) && scene.mentioned.length === 0) return audience(likely(scene), true, '说给群众的');
  for (const { says, read } of READERS) {
    const found = (read(scene) ?? []).filter((person) => person !== scene.sender);
    if (found.length > 0) return { ...audience(found, false, says), ...(read === toAll ? { general: true } : {}) };
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
  const units = countedUnits(text, members, people);
  if (units === null) return null;
  return withoutExcepted([...units, ...called, ...besides(scene), ...officesNamed(text, members, people.everybody)], text);
}

/** "孔令武,带两辆皮卡…。巴合提叫两个人跟上。": who is called first, and who begins a sentence of their own. */
function addressed(scene: Scene): readonly Person[] | null {
  const first = addressIn(scene);
  return first === null || first.length === 0 ? first : [...first, ...sentencesGiven(scene)];
}

function mentioned(scene: Scene): readonly Person[] | null {
  if (scene.mentioned.length === 0 || STARTS_WITH_ALL.test(scene.text)) return null;
  return [...scene.mentioned, ...calledIn(scene, scene.text), ...withoutPlaces(sentencesGiven(scene), scene), ...outsideIn(scene)];
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
  const own = units.length > 0 ? units : belowLeaders(cadresOf(members));
  const staff = staffIn(text, members);
  if (meansAllCadres(text) || (scene.mentionsAll && staff.length > 0)) return withoutExcepted([...cadresOf(members), ...own], text);
  const more = [
    ...scene.mentioned,
    ...besides(scene),
    ...headsNamed(text, members, people),
    ...officesNamed(text, members, people.everybody),
    ...staffIn(text, members),
    ...leadersIn(text, members),
  ];
  return withoutExcepted([...own, ...more], text);
}

/** Persons named beside whole circles. */
function besides(scene: Scene): readonly Person[] {
  return namedIn(scene, scene.text);
}

/** "专班的全部到,…也来" in the group of a 专班: its body, and who comes beside it. */
function bodyOfGroup(scene: Scene): readonly Person[] | null {
  const { text, members, groupName } = scene;
  const body = WHOLE_BODY.exec(text)?.groups?.['body'];
  return body === undefined || !groupName.includes(body) ? null : withoutExcepted([...cadresOf(members), ...besides(scene)], text);
}

const WHOLE_BODY =
  /(?<body>[\u4e00-\u9fff]{0,6}?(?:专班|班子|组|队|办|局|所|站|中心|部))的?(?:同志|人员|人)?(?:全部|全员|全都|都)(?:要)?(?:到|来|参加|上|去)/u;

/** Each of those who are named: 文博、聂峰每人三分钟. */
const EACH = /每个?人/gu;

function particular(scene: Scene): readonly Person[] | null {
  const { text, members, people } = scene;
  const isToAll = isToEverybody(text.replaceAll(EACH, '')) || scene.mentionsAll;
  const areas = areasIn(text, members, people);
  // Who rings everybody, or speaks to all, only tells of those whom he doesn't call.
  const named = [...(isToAll ? [...calledIn(scene, text), ...outsideIn(scene)] : namedIn(scene, text)), ...partsGiven(scene)];
  // Beside names and beside "大家" one place is where it happens, not who is asked.
  const isPlace = areas.length < 2 && (isToAll || named.length > 0);
  const asked = [
    ...scene.mentioned,
    ...named,
    ...(isPlace ? [] : ownersIn(scene, text)),
    ...officesNamed(text, members, people.everybody),
    ...staffIn(text, members),
    ...leadersIn(text, members),
    ...sharersIn(text, members),
  ];
  return withoutExcepted(asked, text);
}

function toAll(scene: Scene): readonly Person[] | null {
  const { text, members, standing } = scene;
  if (!isToEverybody(text) && !scene.mentionsAll) return null;
  if (isLoosely(text) && !scene.mentionsAll && !namesItself(scene)) return withoutExcepted(likely(scene), text);
  const all = everybody(text, members, standing === 'leader');
  return withoutExcepted(standing === 'office' && !saysAll(text) ? mainCircle(all) : all, text);
}

/** "筹备组今天碰一下,各位…" in the group of that name. */
function namesItself({ text, groupName }: Scene): boolean {
  const name = groupName.replace(/(?:工作|交流|[A-Za-z]{2,8})?群.{0,2}$/u, '');
  return name.length >= 4 && text.includes(name);
}

/** In words, not only by the mark that rings everybody's phone. */
function saysAll(text: string): boolean {
  return isToEverybody(text.replaceAll(/@\s?(?:所有人|全体成员)/gu, ''));
}

/** An office that rings a group of places means the places; the one or two other offices in it look on. */
function mainCircle(people: readonly Person[]): readonly Person[] {
  const owners = people.filter(({ areas }) => areas.length > 0);
  return owners.length >= MOSTLY * (people.length - owners.length) ? owners : people;
}

const MOSTLY = 4;

const cadresBelow = once((members: readonly Person[]) => belowLeaders(cadresOf(members)));

/** Nobody is named: those whom this sender usually asks here, and never leaders while there are others. */
function likely({ members, standing, people }: Scene): readonly Person[] {
  const below = cadresBelow(members);
  if (standing !== 'office') return below;
  const owners = ownersOf(areasOf(below), people, below);
  return owners.length > 1 ? owners : below;
}
