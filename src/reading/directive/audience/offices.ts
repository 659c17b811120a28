/** Which offices a text asks: by their names, in lists by their stems and abbreviations ("工程、安质、征迁、财审四家"), or all of them ("各办所"). */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { matchesOf } from '../../text/matches.ts';
import { isHandInTarget } from './named.ts';

const OFFICE = /(?<office>[\u4e00-\u9fff]{2,10}?(?:办公室|办|所|站|中心|科|股|局|院|大队|中队|司|队|部))/u;
const SUFFIX = /(?:办公室|办所|办|所|站|中心|科|股|局|院|大队|中队|司|队|部)$/u;
const LIST = /[\u4e00-\u9fff]{2,9}(?:[、和][\u4e00-\u9fff]{2,9}){1,9}/gu;
const TAIL = /(?:[二两三四五六七八九十\d]?(?:家|个办所|个办|个部门|个单位|单位|部门)|各|主要|负责人|主任|站长|所长|部长)[^、]*$/u;
const EVERY = /各(?:[办所站股科局室部队]|中心|部门){1,4}(?:室|单位)?(?=[,:、。()\s负主要站所把将请于注的在今明也都要自先本]|$)/u;
const HEAD = /(?:主任|站长|所长|股长|科长|部长|院长|局长|队长|经理|负责人)/u;

export function officesNamed(text: string, members: readonly Person[]): readonly Person[] {
  const { staff, below } = staffOf(members);
  if (below.length === 0) return NOBODY;
  const every = EVERY.test(text) ? below.filter((person) => officeOf(person) !== undefined && HEAD.test(person.title)) : [];
  const led = every.length > 0 ? staff.filter((person) => isIncluded(text, person)) : [];
  const byName = below.filter((person) => isAsked(text, officeOf(person), person.name));
  return [...new Set([...every, ...led, ...byName, ...inLists(text, below)])];
}

const NOBODY: readonly Person[] = [];

const staffOf = once((members: readonly Person[]) => {
  const staff = members.filter((person) => person.areas.length === 0 && person.roles.includes('cadre'));
  return { staff, below: staff.filter((person) => !person.roles.includes('leader')) };
});

const officeOf = once(({ title }: Person): string | undefined => OFFICE.exec(title)?.groups?.['office']);

/** What follows an office that is asked; a noun behind it tells whose thing is spoken of ("林业站坟山火源点"). */
const ASKED_AFTER =
  /^(?:$|[、,:;。()和及与\s]|主要|负责|主任|站长|所长|股长|科长|部长|院长|局长|请|要|把|将|于|同志|各|也|都|今|明|后|本|先|派|牵头|配合|协助|务必|尽快|抓紧|马上|立即|你们|的同志)/u;

function isAsked(text: string, office: string | undefined, head: string): boolean {
  if (office === undefined) return false;
  const at = text.indexOf(office);
  if (at < 0 || isHandInTarget(text, office)) return false;
  const after = text.slice(at + office.length);
  if (!ASKED_AFTER.test(after) && !after.startsWith(head)) return false;
  return !/[报交送发到至转按给和跟由在以]$/u.test(text.slice(Math.max(0, at - 1), at)) && !isSignature(text, at, office);
}

/** "各股室(考试中心算在内)": an office that a leader heads, counted in by name. */
function isIncluded(text: string, person: Person): boolean {
  const named = /[(](?<names>[^()]{2,16}?)(?:也?算在内|也要|含|除外)?[)]/u.exec(text)?.groups?.['names'];
  if (named === undefined || !person.roles.includes('leader')) return false;
  return person.title.includes(named.replace(/(?:也?算在内|也要|含)$/u, ''));
}

/** The last line of a notice, with or without its date. */
function isSignature(text: string, at: number, office: string): boolean {
  return /^[^,。\n]{0,8}\s*(?:$|\n\s*\d{4}年|\d{4}年)/u.test(text.slice(at + office.length)) && /\n[^\n]{0,12}$/u.test(text.slice(0, at));
}

/** A list counts when at least two of its words are offices of the group. */
function inLists(text: string, heads: readonly Person[]): readonly Person[] {
  return matchesOf(LIST, text).flatMap(([list]) => {
    const words = list.split(/[、和]/u).map((word) => word.replace(TAIL, ''));
    const found = heads.filter((person) => words.some((word) => meansOffice(word, person)));
    return found.length >= 2 ? found : [];
  });
}

/** 财审 for 财务审计部, 城建 for 城建环卫办, 民政 for who has 民政 as a duty. */
function meansOffice(word: string, person: Person): boolean {
  const stem = word.replace(SUFFIX, '');
  if (stem.length < 2) return false;
  if (person.duties.includes(stem)) return true;
  const office = officeOf(person) ?? '';
  return (office !== '' && office[0] === stem[0] && isAbbreviation(stem, office)) || person.title.includes(`(${stem})`);
}

function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
