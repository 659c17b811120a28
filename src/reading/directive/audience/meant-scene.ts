/** What the signs of whom an ask means are drawn from: its words, who is there, and whom the readers found. */
import type { Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { once } from '../../once.ts';
import { addressesOf } from './address.ts';
import { type Runs, runsIn } from './runs.ts';
import type { Scene } from './scene.ts';
import { isOfFirm } from './trades.ts';

export interface MeantScene extends Words {
  readonly scene: Scene;
  readonly found: Audience;
  readonly isFound: (person: Person) => boolean;
  readonly isMember: (person: Person) => boolean;
  /** For who wasn't found the words without the names and titles of those who were: "史书记" says nothing of other secretaries. */
  readonly wordsFor: (person: Person) => Words;
  /** Members with a place of one kind. */
  readonly kinds: ReadonlyMap<PlaceKind, Company>;
  /** Members of one place. */
  readonly places: ReadonlyMap<string, readonly Person[]>;
  /** Of all members how many are singled out by the words. */
  readonly singled: number;
  /** "三家", "你们两位"; 0 where the words say none. */
  readonly count: number;
  /** Those of whose kind there are as many. */
  readonly counted: ReadonlySet<Person>;
}

export interface Words {
  /** The text of the scene: that of the ask alone, without what it tells beside whom it asks. */
  readonly text: string;
  /** That of its message. */
  readonly whole: string;
  readonly runs: Runs;
  readonly runsWhole: Runs;
}

export interface Company {
  readonly people: readonly Person[];
  readonly found: number;
  readonly singled: number;
  /** Of their places those of which somebody was found. */
  readonly placesFound: number;
}

/** @param whole the normal text of the message */
export function meantScene(scene: Scene, whole: string, found: Audience): MeantScene {
  const { members, text } = scene;
  const asked = new Set(found.people);
  const there = new Set(members);
  const isFound = ({ id }: Person): boolean => asked.has(id);
  const words = wordsIn(text, whole, members);
  const { runs } = words;
  const count = countIn(text);
  const called = members.filter(isFound).flatMap((person) => addressesOf(person).titled.filter((form) => whole.includes(form)));
  const forOthers = called.length === 0 ? words : wordsIn(without(text, called), without(whole, called), members);
  const company = (people: readonly Person[]): Company => {
    const places = Map.groupBy(people, ({ areas: [first] }) => first ?? '');
    return {
      people,
      found: people.filter(isFound).length,
      singled: people.filter((person) => isSingled(runs, person)).length,
      placesFound: share([...places.values()].filter((own) => own.some(isFound)).length, places.size),
    };
  };
  return {
    ...words,
    scene,
    found,
    isFound,
    isMember: (person) => there.has(person),
    wordsFor: (person) => (isFound(person) ? words : forOthers),
    kinds: new Map([...Map.groupBy(members, placeKindOf)].map(([kind, people]) => [kind, company(people)] as const)),
    places: Map.groupBy(
      members.filter(({ areas }) => areas.length > 0),
      ({ areas: [first] }) => first ?? '',
    ),
    singled: members.filter((person) => isSingled(runs, person)).length,
    count,
    counted: new Set(count < 2 ? [] : alikeIn(members).flatMap((alike) => (alike.length === count ? alike : []))),
  };
}

/** Members who are alike: by the kind of their place, by what they are, by a duty, as people of firms. */
const alikeIn = once((members: readonly Person[]): readonly (readonly Person[])[] => {
  const kinds = new Map<string, Set<Person>>();
  for (const person of members) for (const kind of kindsOf(person)) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(person));
  return [...kinds.values()].map((alike) => [...alike]);
});

function kindsOf(person: Person): readonly string[] {
  const { title, duties, areas } = person;
  return [
    ...(areas.length > 0 ? [`at ${placeKindOf(person)}`] : []),
    `is ${title.slice(-2)}`,
    ...(isOfFirm(person) ? ['firm'] : []),
    ...duties,
  ];
}

const COUNT =
  /(?<count>[两俩二三四五六七八九十仨]|\d{1,2})(?:家|位|个?(?:村|社区|单位|镇|乡|站|所|组|队|科室|股室|书记)|个(?=[,。:、都各]|$))/u;
const NUMBERS = '零一二三四五六七八九十';

/** "三家", "你们两位"; 0 where it says none. */
function countIn(text: string): number {
  const count = COUNT.exec(text)?.groups?.['count'];
  if (count === undefined) return 0;
  if (/\d/u.test(count)) return Number(count);
  return count === '两' || count === '俩' ? 2 : count === '仨' ? 3 : NUMBERS.indexOf(count);
}

function wordsIn(text: string, whole: string, members: readonly Person[]): Words {
  const runs = runsIn(text, members);
  return { text, whole, runs, runsWhole: whole === text ? runs : runsIn(whole, members) };
}

/** Longer ones first: 史书记 before 史书. */
function without(text: string, forms: readonly string[]): string {
  return forms.toSorted((a, b) => b.length - a.length).reduce((rest, form) => rest.replaceAll(form, '…'), text);
}

/** At the start of a word stands what hardly anybody else is called. */
export function isSingled(runs: Runs, person: Person): boolean {
  const { rarity, starts, handed } = runs.of(person);
  return (rarity >= 0.5 && starts && !handed) || runs.surnameTitle(person) >= 1;
}

export const PLACE_KINDS = ['', '村', '社区', '镇', '格', '校', '企', '…'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Of a person's first area: of like places people are asked together. */
export const placeKindOf = once(({ areas: [area] }: Person): PlaceKind => {
  if (area === undefined) return '';
  if (/村$|嘎查$/u.test(area)) return '村';
  if (/社区$|居委会$|小区$/u.test(area)) return '社区';
  if (/[镇乡]$|街道$|苏木$/u.test(area)) return '镇';
  if (/网格|[组队]$/u.test(area)) return '格';
  if (/[校园]$|[小中]学$/u.test(area)) return '校';
  return /公司|集团|[厂矿社]$/u.test(area) ? '企' : '…';
});

export function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : part / whole;
}
