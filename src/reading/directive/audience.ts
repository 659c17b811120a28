/** Whom a text asks: mentions, names, offices, areas, roles, "各村", everybody; or nobody in particular, which is said. */
import type { Envelope } from '../../model/message.ts';
import { groupKey } from '../../model/message.ts';
import { type Organisation, type Person, personOf } from '../../model/organisation.ts';
import type { Audience } from '../../model/reading.ts';

const EVERY_AREA = /各村|各社区|各居委|每村|每个村|每社区|各片区|各圩|各屯|各寨|书记们|村村|各支部|各党支部|两委|各网格|各校|各学校/u;
const EVERYBODY = /所有人|全体|大家|各位|各单位|各部门|各办|各站|各所|各中心|各科室|各股室|各组|各家|同志们|你们|诸位|人人|每人|每个人/u;
const EXCEPT = /(?:除|不含|不包括)(?<names>[^,。;:]{1,40}?)(?:以?外|,|。)|(?<done>[\u4e00-\u9fff、]{2,24})(?:已[经]?(?:报|交|填)|不用(?:报|交|来|填)|不涉及)/u;

/** @param text the normal text of the ask alone */
export function audienceOf(text: string, message: Envelope, org: Organisation): Audience {
  const members = membersOf(message, org).filter((person) => personOf(org, message.platform, message.sender.id)?.id !== person.id);
  const mentioned = (message.mentions ?? []).filter((id) => id !== '*').map((id) => personOf(org, message.platform, id)).filter((person) => person !== undefined);
  const named = members.filter((person) => isNamed(person, text));
  const areaOwners = members.filter((person) => person.areas.some((area) => text.includes(area) || (area.length > 2 && text.includes(shortArea(area)))));
  const particular = unique([...mentioned, ...named, ...areaOwners]);
  const everyArea = EVERY_AREA.test(text);
  const offices = unique(members.filter((person) => isOfficeNamed(person, text)));
  const pick = (people: readonly Person[], unclear = false): Audience => ({ people: people.map((person) => person.id).toSorted(), unclear });
  if (everyArea) return pick(without(unique([...withAreas(members, message, org), ...addressed(particular, text)]), text));
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
  const owners = members.filter((person) => person.areas.length > 0);
  return owners.length > 0 || org.people.length === 0 ? owners : cadres(members.filter((person) => person.id !== message.sender.id));
}

function cadres(people: readonly Person[]): readonly Person[] {
  return people.filter((person) => person.roles.includes('cadre'));
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
  const office = /^(?<office>[\u4e00-\u9fff]{2,8}?(?:办|所|站|中心|科|股|局|院|大队|中队|司))/u.exec(person.title)?.groups?.['office'];
  if (office === undefined) return false;
  const at = text.indexOf(office);
  return at >= 0 && !isHandInTarget(text, office) && !/(?:报|交|送|发|到|至|转|按|给|和|跟)$/u.test(text.slice(Math.max(0, at - 1), at)) && !isSignature(text, at, office);
}

function isSignature(text: string, at: number, office: string): boolean {
  return /^\s*(?:\n|$|\d{4}年)/u.test(text.slice(at + office.length));
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
