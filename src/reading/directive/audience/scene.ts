/** What the readers of an audience look at: the words of one ask, who speaks, and who is there. */
import { type Envelope, groupKey } from '../../../model/message.ts';
import { type Organisation, type Person, personOf } from '../../../model/organisation.ts';
import { type Standing, standingOf } from '../../standing.ts';
import { matchesOf } from '../../text/matches.ts';
import { addressesOf, formsOf } from './address.ts';
import { formsOfArea } from './areas.ts';
import { areasIn, ownersHere } from './areas-spoken.ts';
import { hailIn, withoutAsides } from './asides.ts';
import { withFirms } from './firm-names.ts';
import { isAddressed, isCalled, isHandInTarget, isHost, isNamed, isNamedInFull } from './named.ts';
import { withNumberedPlaces } from './numbered-places.ts';
import { withNumberedTeams } from './numbered-teams.ts';
import { officesCounted } from './office-counts.ts';
import { officesNamed, withoutOwnOffice } from './offices.ts';
import { type People, peopleOf } from './people.ts';
import { withMarksBetween } from './run-together.ts';
import {
  withEachCalled,
  withEachOfList,
  withoutStations,
  withSharedEnding,
  withSharedSuffix,
  withWholeCounts,
  withWholeKinds,
} from './said-in-full.ts';
import { withShortNames } from './short-names.ts';
import { siteOwners } from './sites.ts';
import { withWholeNames } from './sole-kind.ts';

export interface Scene {
  readonly text: string;
  /** What the message tells before the text. */
  readonly before: string;
  readonly sender: Person | undefined;
  readonly standing: Standing;
  /** People of the group, without the sender. */
  readonly members: readonly Person[];
  readonly people: People;
  /** By @; without those who are addressed as everybody. */
  readonly mentioned: readonly Person[];
  readonly mentionsAll: boolean;
  /** Of the group. */
  readonly department: string;
  readonly groupName: string;
}

export function sceneOf(text: string, message: Envelope, org: Organisation): Scene {
  const people = peopleOf(org);
  const sender = personOf(org, message.platform, message.sender.id);
  const mentions = message.mentions ?? [];
  const members = people.others(message, sender);
  return {
    text: withNumberedTeams(
      SPELT_OUT.reduce((words, spellOut) => spellOut(words, org.people), withoutIdle(text, members, people)),
      org.people,
      members,
    ),
    before: toldBefore(text, message.text),
    sender,
    standing: standingOf(org, sender),
    members,
    people,
    mentioned: marksElsewhere(text, message) ? NOBODY : mentionedIn(text, message, members, org),
    mentionsAll: mentions.includes('*'),
    department: org.groupByKey.get(groupKey(message))?.department ?? '',
    groupName: org.groupByKey.get(groupKey(message))?.name ?? '',
  };
}

/** What puts whole counts, kinds and names in the place of short ones, in this order. */
const SPELT_OUT: readonly ((text: string, people: readonly Person[]) => string)[] = [
  withMarksBetween,
  withEachCalled,
  withEachOfList,
  withWholeCounts,
  withWholeKinds,
  withoutStations,
  withNumberedPlaces,
  withSharedSuffix,
  withSharedEnding,
  withShortNames,
  withFirms,
  withWholeNames,
];

/** "美仪、大海,两位辛苦。麻烦逐户做个台账": who is thanked beforehand is asked, where nobody else is; else such thanks are left out. */
function withoutIdle(text: string, members: readonly Person[], people: People): string {
  const hail = hailIn(text);
  if (hail === '') return withoutAsides(text);
  const rest = withoutAsides(text.slice(hail.length));
  if (/各|大家|全体|所有|@/u.test(rest)) return withoutAsides(text);
  const isOther = people
    .spokenOf(rest)
    .some((person) => members.includes(person) && (isNamed(person, rest) || isAddressed(person, members, rest)));
  if (/你们|[两几]位/u.test(rest)) return hail + rest;
  return isOther || officesNamed(rest, members, people).length > 0 ? withoutAsides(text) : hail + rest;
}

function toldBefore(text: string, whole: string): string {
  return text.length < whole.length ? whole.slice(0, Math.max(0, whole.indexOf(text.slice(0, HEAD)))) : '';
}

/** As much of a text as finds it in its message, which may write the rest of it in another width. */
const HEAD = 6;

const NOBODY: readonly Person[] = [];

/** "@小芹 @颜主任 三件事:①… ②各卫生院:…": who is rung above a list isn't asked by each of its items. */
function marksElsewhere(text: string, message: Envelope): boolean {
  return !text.includes('@') && /[@＠]/u.test(message.text) && text.length < message.text.length;
}

/** By the platform's mark; where it keeps none, by "@" with the full name of a member. */
function mentionedIn(text: string, message: Envelope, members: readonly Person[], org: Organisation): readonly Person[] {
  const { platform, mentions = [], text: whole } = message;
  const marked = mentions
    .filter((id) => id !== '*')
    .map((id) => personOf(org, platform, id))
    .filter((person) => person !== undefined)
    .filter((person) => !isMarkedElsewhere(person, text, whole))
    .filter((person, _, all) => all.length > 1 || !isOnlyHandedTo(person, text));
  if (mentions.length > 0 || !text.includes('@')) return headOfItem(text, whole, marked) ?? marked;
  return members.filter(({ name }) => name.length >= 2 && (text.includes(`@${name}`) || text.includes(`＠${name}`)));
}

/** "1、@石建军:…;2、@冯国栋 …": who is rung in another item of the list, where the marks show their names. */
function isMarkedElsewhere(person: Person, text: string, whole: string): boolean {
  return text.length < whole.length && isMarked(person, whole) && !isMarked(person, text);
}

/** "各村把值班表排出来,晚上8点前发老常": whose phone rings because all of it comes to him. */
function isOnlyHandedTo(person: Person, text: string): boolean {
  const said = [...formsOf(person)].filter((form) => text.includes(form));
  return (
    said.length > 0 &&
    !text.includes('@') &&
    said.every((form) => HANDED.test(text.slice(0, text.indexOf(form))) && isHandInTarget(text, form))
  );
}

const HANDED = /[报交送发传给][给到至]?$/u;

/** "(2)农业服务中心:…": where the marks show no names, an item that begins with one of those who are rung is that one's. */
function headOfItem(text: string, whole: string, marked: readonly Person[]): readonly Person[] | null {
  const head = text.length < whole.length ? ITEM_HEAD.exec(text)?.groups?.['head'] : undefined;
  if (head === undefined) return null;
  const called = new Set([
    ...officesNamed(head, marked),
    ...marked.filter((person) => head.includes(person.name) || formsOf(person).has(head)),
  ]);
  return called.size === 0 ? null : [...called];
}

/** "2、农服中心:…", "1、老牟,应急仓库…". */
const ITEM_HEAD = /^\s*(?:[(（]?[\d一二三四五六七八九十①-⑳]{1,3}[)）.、]?\s*)?(?<head>[^:,，。;；\s]{2,24})[:：,，]/u;

const MARK = /[@＠]([^\s@＠,，。;；:：]{2,24})/gu;

function isMarked({ name, aliases }: Person, text: string): boolean {
  return matchesOf(MARK, text).some(([, words = '']) => [name, ...aliases].some((one) => one.length > 1 && words.includes(one)));
}

/** Persons named in some words of the scene; those who aren't in the group by full name, or called upon by a given name. */
export function namedIn(scene: Scene, text: string): readonly Person[] {
  const { members, sender, people, standing } = scene;
  const orders = standing === 'leader' || standing === 'office';
  return people
    .spokenOf(text)
    .filter((person) => person !== sender && !isHost(person, text))
    .filter((person) =>
      members.includes(person)
        ? isNamed(person, text) || isAddressed(person, members, text)
        : isNamedInFull(person, text) || (orders && isCalled(person, text)),
    );
}

/** Persons of other groups who are given something to do beside those who are mentioned. */
export function outsideIn(scene: Scene): readonly Person[] {
  return namedIn(scene, scene.text).filter((person) => !scene.members.includes(person));
}

/** Persons who are spoken to by name or title, not only spoken of. */
export function calledIn(scene: Scene, text: string): readonly Person[] {
  const { members, sender, people } = scene;
  return people
    .spokenOf(text)
    .filter((person) => person !== sender && members.includes(person))
    .filter((person) => isCalled(person, text) || isAddressed(person, members, text));
}

/** The offices that are named; one's own is asked through oneself. */
export function officesIn({ text, members, people, sender }: Scene): readonly Person[] {
  return [...withoutOwnOffice(officesNamed(text, members, people), sender), ...officesCounted(text, members)];
}

/** Those who answer for the areas named in some words of the scene. */
export function ownersIn(scene: Scene, text: string): readonly Person[] {
  const names = scene.people.spokenOf(text).flatMap((person) => [person.name, ...addressesOf(person).titled]);
  const areas = areasIn(text, scene.members, scene.people).filter((area) => !isOnlyWhere(text, area, names));
  const owners = [
    ...areas.flatMap((area) => ownersHere(area, scene.people, scene.members)),
    ...siteOwners(text, areas, scene.people.everybody),
  ];
  return owners.filter((person) => person !== scene.sender);
}

/** "粉碎机架在沙岗老砖窑": where something stands or once happened, and nobody of there is asked. */
function isOnlyWhere(text: string, area: string, names: readonly string[]): boolean {
  if (formsOfArea(area).some((form) => isOnlyWhose(text, form, names))) return true;
  return formsOfArea(area).every((form) =>
    text
      .split(form)
      .slice(0, -1)
      .every((before) => STANDS_AT.test(before) || LAST_YEAR.test(before) || SENT_ROUND.test(before)),
  );
}

/** "大湾沟乡祁正元", "螺屿蔡书记": whose place it is, and not who else is there. */
function isOnlyWhose(text: string, form: string, names: readonly string[]): boolean {
  const rests = text.split(form).slice(1);
  const whose = rests.filter((rest) => names.some((name) => rest.replace(REST_OF_PLACE, '').startsWith(name)));
  return whose.length > 0 && rests.every((rest) => whose.includes(rest) || VENUE.test(rest));
}

const REST_OF_PLACE = /^(?:公司|集团|物业|社区|街道|[村镇乡])/u;
/** "新墟文化广场,…新墟岑书记带队": behind the name of a place, where something is held. */
export const VENUE = /^[\u4e00-\u9fff]{0,4}(?:广场|礼堂|路口|门口|码头|停车场|[村镇]部|会议室|文化站|活动室|操场)/u;

/** "素萍跑洄口、青埠": who is sent round them is asked. */
const SENT_ROUND = /(?:^|[,。;:!?\s])[\u4e00-\u9fff]{2,5}跑(?:[\u4e00-\u9fff]{2,6}[、和])*$/u;
const STANDS_AT = /(?:架|设|放|停|摆|堆|安|装|存)[在到于]$|(?:开|运|拉|送|调|搬|派|挪|移|赶|跑)(?:到|往|至|去)$/u;
/** "去年那场风,三连一夜揭了一千亩": who serves as a warning isn't asked by that. */
const LAST_YEAR = /(?:去年|前年|往年|那年|上回|上次)[^。!?;\n]{0,30}$/u;
