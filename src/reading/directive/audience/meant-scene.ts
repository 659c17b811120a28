/** What the signs of whom an ask means are drawn from: its words, who is there, and whom the readers found. */
import type { Person } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { once } from '../../once.ts';
import { addressesOf } from './address.ts';
import { type Runs, runsIn } from './runs.ts';
import type { Scene } from './scene.ts';

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
  };
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
