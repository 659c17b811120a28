/** The signs of whom an ask means that are the same for everybody: its words, the group, who asks, and how many the readers found. */
import type { Person } from '../../../model/organisation.ts';
import { formsOfArea } from './areas.ts';
import { READERS } from './index.ts';
import { type MeantScene, share } from './meant-scene.ts';

/** What a text may say about whom it asks. */
const SAYS: Readonly<Record<string, RegExp>> = {
  eachVillage: /各村|村村|每个村/u,
  eachCommunity: /社区/u,
  eachTown: /乡镇|各[镇乡]/u,
  eachOffice: /单位|部门|科室|站所|各[办股科所站队]/u,
  everybody: /大家|全体|所有|各位|同志们/u,
  heads: /书记|主任|负责人/u,
  stationHeads: /[站所院校队]长/u,
  grid: /网格/u,
  you: /你们|恁|[两俩二三四五六七八九十]位|[两俩三四五六七八九十]个人|仨/u,
  leaders: /班子|领导/u,
  school: /校|老师/u,
  bureau: /局/u,
  mark: /@/u,
  clerks: /会计|文书|统计员|联络员|信息员|专干/u,
  sent: /派人|来人|派一/u,
  except: /除|不用|不含/u,
  doctors: /医院|卫生|医生/u,
};

const COUNTED = [
  'length',
  'lengthWhole',
  'members',
  'placedShare',
  'leaders',
  'mentions',
  'mentionsAll',
  'senderLeads',
  'senderKnown',
  'senderPlaced',
  'found',
  'foundShare',
  'foundOutside',
  'unclear',
  'general',
  'places',
  'way',
  'named',
  'namedWhole',
  'count',
  'countFits',
] as const;

export const SIGNS_OF_ASK: readonly string[] = [...COUNTED, ...Object.keys(SAYS)];

export function signsOfAsk({ scene, text, whole, found, isFound, count, counted }: MeantScene): readonly number[] {
  const { members, sender, mentioned, mentionsAll } = scene;
  const foundHere = members.filter(isFound).length;
  const values: Readonly<Record<(typeof COUNTED)[number], number>> = {
    length: text.length,
    lengthWhole: whole.length,
    members: members.length,
    placedShare: share(members.filter(({ areas }) => areas.length > 0).length, members.length),
    leaders: members.filter(({ roles }) => roles.includes('leader')).length,
    mentions: mentioned.length,
    mentionsAll: Number(mentionsAll),
    senderLeads: Number(sender?.roles.includes('leader') === true),
    senderKnown: Number(sender !== undefined),
    senderPlaced: Number(sender !== undefined && sender.areas.length > 0),
    found: found.people.length,
    foundShare: share(foundHere, members.length),
    foundOutside: found.people.length - foundHere,
    unclear: Number(found.unclear),
    general: Number(found.general === true),
    places: Number(found.places === true),
    way: READERS.findIndex(({ says }) => says === found.says),
    named: members.filter((person) => isNamedIn(text, person)).length,
    namedWhole: text === whole ? -1 : members.filter((person) => isNamedIn(whole, person)).length,
    count,
    countFits: counted.size,
  };
  return [...COUNTED.map((sign) => values[sign]), ...Object.values(SAYS).map((words) => Number(words.test(text)))];
}

function isNamedIn(text: string, person: Person): boolean {
  return text.includes(person.name) || (person.name.length > 2 && text.includes(person.name.slice(1))) || hasPlace(text, person);
}

export function hasPlace(text: string, { areas }: Person): boolean {
  return areas.some((area) => formsOfArea(area).some((form) => form.length > 1 && text.includes(form)));
}
