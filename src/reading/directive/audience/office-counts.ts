/** Offices that are counted by what they are, with their first characters or without: "水气两股", "三办两所一站", "一队一站一中心". */
import type { Person } from '../../../model/organisation.ts';
import { matchesOf } from '../../text/matches.ts';
import { numberOf } from './numbers.ts';
import { officesOf, SUFFIX } from './office-names.ts';

const KIND = '(?:中心|[办所站股科局队院部厂])';
const COUNTED = `(?:[一二两三四五六七八九]个?${KIND})`;
const SEVERAL_KINDS = new RegExp(`(?<![\\u4e00-\\u9fff第])${COUNTED}{2,6}(?=[,:、。\\s]|的|都|各|要|请|把|今|明|周|$)`, 'gu');
const ONE_KIND = new RegExp(`(?<count>[一二两三四五六七八九])个?(?<kind>${KIND})`, 'gu');
const BY_CHARACTERS = new RegExp(
  `(?<=^|[,。;:!\\s请])(?<stems>[\\u4e00-\\u9fff]{2,4})(?<count>[两二三四])(?<kind>${KIND})(?=[,:、\\s各都要请把今明周先]|$)`,
  'gu',
);

/** One that somebody works in, or answers for as a place of its own. */
interface Office {
  readonly name: string;
  readonly people: readonly Person[];
}

export function officesCounted(text: string, members: readonly Person[]): readonly Person[] {
  const several = matchesOf(SEVERAL_KINDS, text).flatMap(([list]) => ofSeveralKinds(list, members) ?? []);
  return [...several, ...matchesOf(BY_CHARACTERS, text).flatMap(({ groups }) => byCharacters(groups ?? {}, members))];
}

/** Null where one of the counts doesn't come out; who speaks may have counted his own. */
function ofSeveralKinds(list: string, members: readonly Person[]): readonly Person[] | null {
  const offices = officesAmong(members);
  const found: Person[] = [];
  let missing = 0;
  for (const { groups: { count, kind = '' } = {} } of matchesOf(ONE_KIND, list)) {
    const alike = offices.filter(({ name }) => isOfKind(name, kind));
    missing += numberOf(count) - alike.length;
    if (alike.length > numberOf(count) || missing > 1) return null;
    found.push(...alike.flatMap(({ people }) => people));
  }
  return found;
}

function byCharacters({ stems = '', count, kind = '' }: Record<string, string>, members: readonly Person[]): readonly Person[] {
  const offices = officesAmong(members).filter(({ name }) => isOfKind(name, kind));
  if (stems.length !== numberOf(count)) return [];
  const found = [...stems].map((character) => offices.filter(({ name }) => name.replace(SUFFIX, '').includes(character)));
  return found.every((alike) => alike.length === 1) ? found.flat().flatMap(({ people }) => people) : [];
}

function isOfKind(name: string, kind: string): boolean {
  return name.endsWith(kind) || (kind === '办' && name.endsWith('办公室'));
}

/** 派出所所长 of 云台派出所 names one. */
function namesOf(person: Person): readonly string[] {
  const [office] = officesOf(person);
  const areas = person.areas.filter((area) => office === undefined || !area.endsWith(office));
  return office === undefined ? areas : [office, ...areas];
}

/** Each once: of those who work in it whoever heads it, where somebody does. */
function officesAmong(members: readonly Person[]): readonly Office[] {
  const byName = Map.groupBy(
    members.filter(({ roles }) => roles.includes('cadre')).flatMap((person) => namesOf(person).map((name) => ({ name, person }))),
    ({ name }) => name,
  );
  return [...byName].map(([name, works]) => ({ name, people: works.map(({ person }) => person) }));
}
