/** Whom a text asks: mentions, names, offices, areas, roles, "各村", everybody; or nobody in particular, which is said. */
import type { Envelope } from '../../model/message.ts';
import { groupKey } from '../../model/message.ts';
import { type Organisation, type Person, personOf } from '../../model/organisation.ts';
import type { Audience } from '../../model/reading.ts';

const EVERY_AREA = /各村|各社区|各居委|每村|每个村|每社区|各片区|各圩|各屯|各寨|书记们|村村|各支部|各党支部|两委|各网格|各校|各学校/u;
const EVERYBODY = /所有人|全体|大家|各位|各单位|各部门|各办|各站|各所|各中心|各科室|各股室|各组|各家|同志们|你们|诸位|人人|每人|每个人/u;
/** People of the offices, beside those of the villages. */
const STAFF = /机关|各办所|镇干部|乡干部|包村干部|班子成员|全体干部|干部职工/u;
const EXCEPT = /(?:除|不含|不包括)(?<names>[^,。;:]{1,40}?)(?:以?外|,|。)|(?<done>[\u4e00-\u9fff、]{2,24})(?:已[经]?(?:报|交|填)|不用(?:报|交|来|填)|不涉及)/u;

/** @param text the normal text of the ask alone */
export function audienceOf(text: string, message: Envelope, org: Organisation): Audience {
  const members = membersOf(message, org).filter((person) => personOf(org, message.platform, message.sender.id)?.id !== person.id);
  const mentioned = (message.mentions ?? []).filter((id) => id !== '*').map((id) => personOf(org, message.platform, id)).filter((person) => person !== undefined);
  const sender = personOf(org, message.platform, message.sender.id);
  const named = org.people.filter((person) => person !== sender && (members.includes(person) ? isNamed(person, text) : isNamedInFull(person, text)));
  const areaOwners = org.people.filter((person) => person !== sender && person.areas.some((area) => text.includes(area) || (area.length > 2 && text.includes(shortArea(area)))));
  const particular = unique([...mentioned, ...named, ...areaOwners]);
  const everyArea = EVERY_AREA.test(text);
  const offices = unique(members.filter((person) => isOfficeNamed(person, text)));
  const pick = (people: readonly Person[], unclear = false): Audience => ({ people: people.map((person) => person.id).toSorted(), unclear });
  const staff = STAFF.test(text) ? members.filter((person) => person.areas.length === 0 && person.roles.includes('cadre')) : [];
  if (everyArea) return pick(without(unique([...withAreas(members, message, org), ...addressed(particular, text), ...offices, ...staff]), text));
  if (EVERYBODY.test(text) && particular.length === 0 && offices.length === 0) return pick(without(cadres(members), text));
  if (particular.length + offices.length > 0) return pick(unique([...particular, ...offices]));
  if (message.mentions?.includes('*') === true) return pick(cadres(members));
  return pick(cadres(members), true);
}

/** People in the group of a message; without a roster nobody. */
export function membersOf(message: { readonly platform: string; readonly group: string }, org: Organisation): readonly Person[] {
  const ids = org.membersByGroup.get(groupKey(message));
  return ids === undefined ? [] : [...ids].flatMap((id) => org.personById.get(id) ?? []);
}

/** "各村" in a group: its members with areas; in a group without any, everybody there. */
function withAreas(members: readonly Person[], message: Envelope, org: Organisation): readonly Person[] {
  const areas = new Set(members.flatMap((person) => person.areas));
  const owners = org.people.filter((person) => person.id !== message.sender.id && person.areas.some((area) => areas.has(area)));
  return owners.length > 0 || org.people.length === 0 ? owners : cadres(members.filter((person) => person.id !== message.sender.id));
}

function cadres(people: readonly Person[]): readonly Person[] {
  return people.filter((person) => person.roles.includes('cadre'));
}

function isNamedInFull(person: Person, text: string): boolean {
  return person.name.length > 1 && text.includes(person.name) && !isHandInTarget(text, person.name);
}

function isNamed(person: Person, text: string): boolean {
  const names = [person.name, ...person.aliases];
  if (names.some((name) => name.length > 1 && text.includes(name) && !isHandInTarget(text, name))) return true;
  const given = person.name.slice(1);
  return given.length === 2 && text.includes(given) && !isHandInTarget(text, given);
}

/** "报牛一凡", "交给小刘", "联系赵敏": the one who takes it in, not the one who is asked. */
function isHandInTarget(text: string, name: string): boolean {
  const at = text.indexOf(name);
  const before = text.slice(Math.max(0, at - 10), at);
  const after = text.slice(at + name.length, at + name.length + 4);
  return /(?:报|交|送|发|传|给|找|联系|告诉|汇总到|反馈|报送|至|到|电话|联系人|寄)(?:给|到|至|送)?[\u4e00-\u9fff]{0,6}$/u.test(before) || /^(?:处|那里|那儿|这儿|邮箱|收|汇总|办公室|手里|桌)/u.test(after);
}

function isOfficeNamed(person: Person, text: string): boolean {
  if (person.areas.length > 0 || person.roles.includes('leader')) return false;
  return OFFICE.exec(person.title)?.groups?.['office'] !== undefined && officeNames(person).some((office) => isAskedOffice(text, office));
}

const OFFICE = /^(?:[\u4e00-\u9fff]{1,4}?[镇乡县区街道]{1,2})?(?<office>[\u4e00-\u9fff]{2,8}?(?:办公室|办|所|站|中心|科|股|局|院|大队|中队|司|队|部))/u;

/** An office by its name and, in a list of offices ("民政、应急、城建"), by its stem. */
function officeNames(person: Person): readonly string[] {
  const name = OFFICE.exec(person.title)?.groups?.['office'] ?? '';
  const stem = name.replace(/(?:办公室|办|所|站|中心|科|股|局|院|大队|中队|司|队|部)$/u, '');
  return stem.length >= 2 ? [name, `${stem}、`, `、${stem}`] : [name];
}

function isAskedOffice(text: string, office: string): boolean {
  const at = text.indexOf(office);
  if (at < 0 || isHandInTarget(text, office)) return false;
  return !/(?:报|交|送|发|到|至|转|按|给|和|跟|由|在|以)$/u.test(text.slice(Math.max(0, at - 1), at)) && !isSignature(text, at, office);
}

/** The last line of a notice, with or without its date. */
function isSignature(text: string, at: number, office: string): boolean {
  return /^[^,。\n]{0,8}\s*(?:$|\n\s*\d{4}年|\d{4}年)/u.test(text.slice(at + office.length)) && /\n[^\n]{0,12}$/u.test(text.slice(0, at));
}

/** Persons named beside "各村" are asked too only when they are addressed, not when they take things in. */
function addressed(people: readonly Person[], text: string): readonly Person[] {
  return people.filter((person) => person.areas.length > 0 || text.includes(`@${person.name}`));
}

function without(people: readonly Person[], text: string): readonly Person[] {
  const groups = EXCEPT.exec(text)?.groups;
  const names = groups?.['names'] ?? groups?.['done'];
  if (names === undefined) return people;
  const rest = people.filter((person) => !names.includes(person.name) && !person.areas.some((area) => names.includes(shortArea(area))));
  return rest.length === 0 ? people : rest;
}

function shortArea(area: string): string {
  return area.length > 2 ? area.replace(/(?:村|社区|居委会|街道)$/u, '') : area;
}

function unique(people: readonly Person[]): readonly Person[] {
  return [...new Set(people)];
}
