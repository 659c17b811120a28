/** The places that people answer for (villages, communities, schools, sections), as they are named, listed, counted and meant as a whole. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { matchesOf } from '../../text/matches.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { formsOfArea, namesArea } from './areas.ts';
import type { People } from './people.ts';
import { NUMBER } from './speech.ts';

/** What kind of place; a group may hold villages and contractors' sections. */
type Family = 'village' | 'team' | 'school' | 'section' | 'grid';

const SHARED_SUFFIX = /(?<list>[\u4e00-\u9fff]{1,2}(?:[、,和][\u4e00-\u9fff]{1,2}){1,9})(?<suffix>标段|标|村|社区|小学|中学|小|中)(?!、)/gu;
const HAS_SUFFIX = /[标段村区校学]$/u;

/** "一、二、三标" says 一标、二标、三标. */
export function withSharedSuffix(text: string): string {
  return text.replaceAll(SHARED_SUFFIX, (whole, list: string, suffix: string) => {
    const stems = list.split(/[、,和]/u);
    // 马家圩村、荻苑社区: each says itself what it is.
    if (stems.some((stem) => HAS_SUFFIX.test(stem))) return whole;
    const names = stems.map((stem) => stem + suffix);
    return `${whole} ${names.join('、')}`;
  });
}

/** By roster: what its places are doesn't change. */
const families = new WeakMap<People, Map<string, Family>>();

function familyOf(area: string, people: People): Family {
  let known = families.get(people);
  if (known === undefined) {
    known = new Map();
    families.set(people, known);
  }
  let family = known.get(area);
  if (family === undefined) {
    family = readFamily(area, people);
    known.set(area, family);
  }
  return family;
}

function readFamily(area: string, people: People): Family {
  const words = `${area} ${people
    .ownersOf(area)
    .map((owner) => owner.title)
    .join(' ')}`;
  if (/标段?(?:$|\s|项)|项目经理/u.test(words)) return 'section';
  if (/组$/u.test(area)) return 'team';
  // Below a community, not beside it.
  if (/网格|小区|楼栋|[花家]园$/u.test(area) && !/社区|村|居委/u.test(area)) return 'grid';
  return /[学校园]|教学点/u.test(words) && !/村|社区|居委/u.test(words) ? 'school' : 'village';
}

/** The areas that some people answer for. */
export function areasOf(people: readonly Person[]): readonly string[] {
  return [...new Set(people.flatMap((person) => person.areas))];
}

/** The same of a group's members, who stay the same as long as one sender speaks. */
const areasOfMembers = once(areasOf);

/** The family that a word for units means. */
function familyNamed(word: string): Family {
  if (/标|项目部/u.test(word)) return 'section';
  if (/组$/u.test(word)) return 'team';
  if (/网格|小区|物业/u.test(word)) return 'grid';
  return /[校园]|[小中]学/u.test(word) ? 'school' : 'village';
}

/** "贴到各组公告栏": where it goes, not who is asked. */
const WHERE_TO = /[到往至进在]$/u;

/** "各村", "各卫生院", "书记们": the owners of all the group's areas of that kind, wherever they sit; null where none of it is said. */
export function everyUnit(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const { every, calledHeads, unit } = people.speech;
  const said = matchesOf(every, text)
    .filter(({ index }) => !WHERE_TO.test(text.slice(Math.max(0, index - 2), index)))
    .flatMap(({ groups, 0: whole }) => (groups?.['kinds'] ?? groups?.['spoken'] ?? groups?.['fellows'] ?? whole).match(unit) ?? ['村']);
  if (said.length === 0 && !calledHeads.test(text)) return null;
  const areas = areasOfMembers(members);
  // 两委会,组长也来: who is called by title comes beside the places that are named.
  const called = said.length === 0 || people.speech.alsoHeads.test(text) ? familiesCalled(text, areas, people) : [];
  const asked = new Set([...said.map(familyNamed), ...called]);
  const kinds = new Set(areas.map((area) => familyOf(area, people)));
  const meant = areas.filter((area) => kinds.size < 2 || asked.size === 0 || asked.has(familyOf(area, people)));
  return titled(text, ownersOf(meant, people, members), people);
}

/** "各企业网格员,荻港村、马家圩村、荻苑社区书记": heads of places that are named beside those of another kind. */
export function headsNamed(text: string, members: readonly Person[], people: People): readonly Person[] {
  const areas = areasIn(text, members, people);
  const listed = matchesOf(people.speech.headList, text).map(([list]) => list);
  if (listed.length === 0) return NOBODY;
  const named = areas.filter((area) => listed.some((list) => namesArea(list, area)));
  return named.length < 2 ? NOBODY : ownersOf(named, people, members);
}

const NOBODY: readonly Person[] = [];

/** "各位组长": the kinds of places whose heads are called so; the village above their teams is none of them. */
function familiesCalled(text: string, areas: readonly string[], people: People): readonly Family[] {
  const titles = titlesCalled(text, people);
  return areas.filter((area) => people.ownersOf(area).some((owner) => holdsOne(owner, titles))).map((area) => familyOf(area, people));
}

function titlesCalled(text: string, { speech }: People): readonly string[] {
  const groups = speech.headTitles.exec(text)?.groups;
  return (groups?.['titles'] ?? groups?.['alone'] ?? '').match(speech.title) ?? [];
}

function holdsOne(owner: Person, titles: readonly string[]): boolean {
  return titles.some((title) => holds(owner, title === '支书' ? '书记' : title));
}

/** Of several people of one area those with the title that is called: "各村书记" leaves the clerk out. */
function titled(text: string, owners: readonly Person[], people: People): readonly Person[] {
  const titles = titlesCalled(text, people);
  const isCalled = (owner: Person): boolean => holdsOne(owner, titles);
  const called = owners.filter(isCalled);
  const areas = new Set(called.flatMap((owner) => owner.areas));
  return owners.filter((owner) => isCalled(owner) || !owner.areas.some((area) => areas.has(area)));
}

function holds({ title }: Person, word: string): boolean {
  return title.includes(word) && !(word === '书记' && title.includes('文书'));
}

export function ownersOf(areas: readonly string[], people: People, members: readonly Person[]): readonly Person[] {
  const owners = areas.flatMap((area) => people.ownersOf(area));
  return owners.length > 0 ? owners : members.filter((person) => person.areas.some((area) => areas.includes(area)));
}

const PLAIN = new RegExp(`${NUMBER}(?:家|个|位)(?=[,:、都的各\\s]|$)`, 'gu');

/** "河沿街、新民里两家", "桃子湾、麻柳坪三个村": as many as are listed before; "五个村": as many as the group has of them. */
export function countedUnits(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  if (!people.speech.count.test(text)) return null;
  const named = areasIn(text, members, people);
  for (const [start, end] of sentencesOf(text)) {
    const found = listedAndCounted(text.slice(start, end), named, people, members);
    if (found !== null) return found;
  }
  return allOfKind(text, members, people);
}

function listedAndCounted(
  sentence: string,
  named: readonly string[],
  people: People,
  members: readonly Person[],
): readonly Person[] | null {
  for (const pattern of [people.speech.counted, PLAIN]) {
    for (const match of matchesOf(pattern, sentence)) {
      if (named.some((area) => formsOfArea(area).includes(match[0]))) continue;
      const before = sentence.slice(0, match.index);
      const listed = named.filter((area) => namesArea(before, area));
      if (listed.length > 1 && listed.length === numberOf(match.groups?.['count'])) return ownersOf(listed, people, members);
    }
  }
  return null;
}

function allOfKind(text: string, members: readonly Person[], people: People): readonly Person[] | null {
  const areas = areasOfMembers(members);
  for (const match of matchesOf(people.speech.counted, text)) {
    if (areas.some((area) => formsOfArea(area).includes(match[0]))) continue;
    const alike = alikeInNumber(areas, match.groups?.['kind'] ?? '', numberOf(match.groups?.['count']), people);
    if (alike !== null) return titled(text.slice(match.index), ownersOf(alike, people, members), people);
  }
  for (const match of matchesOf(people.speech.countedHeads, text)) {
    const heads = members.filter((person) => person.areas.length > 0 && holds(person, match.groups?.['title'] ?? ''));
    if (heads.length > 1 && heads.length === numberOf(match.groups?.['count'])) return heads;
  }
  const plain = areas.length > 1 && matchesOf(PLAIN, text).some(({ groups }) => areas.length === numberOf(groups?.['count']));
  return plain ? ownersOf(areas, people, members) : null;
}

/** The areas of a kind where the group has as many of them as were counted: of villages alone, or of villages and communities. */
function alikeInNumber(areas: readonly string[], kind: string, count: number, people: People): readonly string[] | null {
  if (count < 2) return null;
  const family = areas.filter((area) => familyOf(area, people) === familyNamed(kind));
  const exact = family.filter((area) => isOfKind(area, kind, people));
  return exact.length === count ? exact : family.length === count ? family : null;
}

function isOfKind(area: string, kind: string, people: People): boolean {
  const words = `${area}${people
    .ownersOf(area)
    .map((owner) => owner.title)
    .join(' ')}`;
  if (kind === '村') return !/社区|居委/u.test(words);
  return kind === '社区' || kind === '居委' ? /社区|居委/u.test(words) : true;
}

/** The areas of which a text speaks: those of the group's members first, else any of the roster. */
export function areasIn(text: string, members: readonly Person[], people: People): readonly string[] {
  if (last?.text !== text || last.members !== members) last = { text, members, areas: findAreas(text, members, people) };
  return last.areas;
}

/** Several readers of an audience ask this of the same text one after another. */
let last: { readonly text: string; readonly members: readonly Person[]; readonly areas: readonly string[] } | null = null;

function findAreas(text: string, members: readonly Person[], people: People): readonly string[] {
  const spoken = areasOf(people.spokenOf(text)).filter((area) => namesArea(text, area));
  if (spoken.length === 0) return spoken;
  const own = areasOfMembers(members);
  const here = spoken.filter((area) => own.includes(area));
  return here.length > 0 ? here : spoken;
}

const DIGITS = '零一二三四五六七八九十';

function numberOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '两' || text === '俩') return 2;
  return text.length === 2 ? 10 + DIGITS.indexOf(text[1] ?? '') : DIGITS.indexOf(text);
}
