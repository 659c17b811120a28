/**
 * Whom a text asks. In this order: "各村" and its kin (with offices and persons named beside it), everybody, those who are
 * mentioned or named, offices and areas named; else nobody in particular, which is said.
 */
import type { Envelope } from '../../model/message.ts';
import { type Organisation, type Person, personOf } from '../../model/organisation.ts';
import type { Audience } from '../../model/reading.ts';
import { standingOf } from '../standing.ts';
import { isAddressed, isHandInTarget, isNamed, isNamedInFull, namesArea } from './named.ts';
import { officesNamed } from './offices.ts';
import { type People, peopleOf } from './people.ts';

const EVERY_AREA =
  /各(?:村|社区|居委|片区|圩|屯|寨|支部|党支部|网格|校|园|学校|中小学|标段|项目部)|每(?:个)?(?:村|社区|标段|所学校|校)|村村|书记们|(?:各位|各村|村|支部|社区)(?:书记|支书|主任)|书记主任|书记、文书|两委|各位校长|各位园长/u;
/** "@所有人 …", "各村: …": the address comes first, and a mention further down only adds to it. */
const STARTS_WITH_ALL = /^(?:@?(?:所有人|全体成员|全体)|【[^】]*】|\s)*(?:各|书记|全体|大家|请各)/u;
const EVERYBODY = /所有人|全体|大家|各位|各单位|各部门|各办|各站|各所|各中心|各科室|各股室|各组|各家|同志们|你们|诸位|人人|每人|每个人/u;
/** Words that mean leaders too. */
const LEADERS_TOO = /所有人|全体|班子|每人|人人|每个人|机关同志/u;
/** People of the offices, beside those of the villages. */
const STAFF = /机关|各办所|镇干部|乡干部|街道干部|包村干部|(?:全体|各位|各)班子成员|全体干部|干部职工/u;
const COUNTED = /(?<count>[二两三四五六七八九十]|十[一二三四五六七八九]|\d{1,2})(?:个|家|所)(?:村|社区|标段|居|学校|圩|标|[:,、]|都|的)/u;
const EXCEPT =
  /(?:除|不含|不包括)(?<names>[^,。;:]{1,40}?)(?:以?外|,|。)|(?<done>[\u4e00-\u9fff、]{2,24})(?:已[经]?(?:报|交|填)|不用(?:报|交|来|填)|不涉及)/u;

/** @param text the normal text of the ask alone */
export function audienceOf(text: string, message: Envelope, org: Organisation): Audience {
  const sender = personOf(org, message.platform, message.sender.id);
  const people = peopleOf(org);
  const spokenOf = people.spokenOf(text).filter((person) => person !== sender);
  const members = people.members(message).filter((person) => person !== sender);
  const mentioned = (message.mentions ?? [])
    .filter((id) => id !== '*')
    .map((id) => personOf(org, message.platform, id))
    .filter((person) => person !== undefined);
  const named = spokenOf.filter((person) =>
    members.includes(person) ? isNamed(person, text) || isAddressed(person, members, text) : isNamedInFull(person, text),
  );
  const owners = spokenOf.filter((person) => person.areas.some((area) => namesArea(text, area)));
  const offices = officesNamed(text, members);
  const staff = STAFF.test(text) ? members.filter((person) => person.areas.length === 0 && person.roles.includes('cadre')) : [];
  if (mentioned.length > 0 && !STARTS_WITH_ALL.test(text)) return audience([...mentioned, ...named]);
  if (isEveryArea(text, members)) {
    const addressed = [...mentioned, ...named].filter((person) => person.areas.length > 0 || !isHandInTarget(text, person.name));
    return audience(
      without([...ownersOfAll(members, people).filter((person) => person !== sender), ...addressed, ...offices, ...staff], text),
    );
  }
  const toAll = EVERYBODY.test(text) || message.mentions?.includes('*') === true;
  const areas = new Set(owners.flatMap((person) => person.areas));
  const particular = [...mentioned, ...named, ...(toAll && areas.size < 2 ? [] : owners), ...offices, ...staff];
  if (particular.length > 0) return audience(particular);
  if (toAll) {
    const asked = LEADERS_TOO.test(text) || message.mentions?.includes('*') === true ? cadres(members) : belowLeaders(cadres(members));
    return audience(without(asked, text));
  }
  return audience(likely(members, sender, org), true);
}

function audience(people: readonly Person[], unclear = false): Audience {
  return { people: [...new Set(people.map((person) => person.id))].toSorted(), unclear };
}

/** "各村", or "五个村" in a group of five. */
function isEveryArea(text: string, members: readonly Person[]): boolean {
  if (EVERY_AREA.test(text)) return true;
  const count = COUNTED.exec(text)?.groups?.['count'];
  if (count === undefined) return false;
  const areas = new Set(members.flatMap((person) => person.areas));
  return areas.size > 1 && numberOf(count) === areas.size;
}

const DIGITS = '零一二三四五六七八九十';

function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '两') return 2;
  return text.length === 2 ? 10 + DIGITS.indexOf(text[1] ?? '') : DIGITS.indexOf(text);
}

/** The owners of the areas that the group's members have, wherever they sit; in a group without areas its cadres. */
function ownersOfAll(members: readonly Person[], people: People): readonly Person[] {
  const areas = new Set(members.flatMap((person) => person.areas));
  return areas.size > 0 ? [...areas].flatMap((area) => people.ownersOf(area)) : belowLeaders(cadres(members));
}

/** Nobody is named: those whom this sender usually asks here, and never leaders while there are others. */
function likely(members: readonly Person[], sender: Person | undefined, org: Organisation): readonly Person[] {
  const people = belowLeaders(cadres(members));
  if (standingOf(org, sender) !== 'office') return people;
  const owners = people.filter((person) => person.areas.length > 0);
  return owners.length > 1 ? owners : people;
}

/** Without those who are leaders, as long as anybody is left. */
function belowLeaders(people: readonly Person[]): readonly Person[] {
  const below = people.filter((person) => !person.roles.includes('leader'));
  return below.length > 0 ? below : people;
}

function cadres(people: readonly Person[]): readonly Person[] {
  return people.filter((person) => person.roles.includes('cadre'));
}

/** "除北寨外", "南渡已报": those are not asked. */
function without(people: readonly Person[], text: string): readonly Person[] {
  const groups = EXCEPT.exec(text)?.groups;
  const names = groups?.['names'] ?? groups?.['done'];
  if (names === undefined) return people;
  const rest = people.filter((person) => !names.includes(person.name) && !person.areas.some((area) => namesArea(names, area)));
  return rest.length === 0 ? people : rest;
}
