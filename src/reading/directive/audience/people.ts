/** Look-ups of a roster that reading whom a text asks needs for every ask: made once for an organisation. */
import { groupKey } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { type WordPlaces, wordPlaces } from '../../text/word-places.ts';
import { addressesOf } from './address.ts';
import { formsOfArea } from './areas.ts';
import { kindsOf } from './kinds.ts';
import { type Speech, speechOf } from './speech.ts';

export interface People {
  /** Everybody of whom a text may speak: a name, an alias, a given name, a form of address or an area of theirs stands in it. In the roster's order. */
  spokenOf(text: string): readonly Person[];
  /** People in the group of a message; without a roster nobody. */
  members(message: { readonly platform: string; readonly group: string }): readonly Person[];
  /** The same without the sender: one list as long as the same few speak, so that what is known of it needn't be found anew. */
  others(message: { readonly platform: string; readonly group: string }, sender: Person | undefined): readonly Person[];
  ownersOf(area: string): readonly Person[];
  /**
   * Who sits in some group with one of these: of an organisation of many places the people of theirs. Everybody where no leader does.
   * @param members a list that `members` has given
   */
  circleOf(members: readonly Person[]): readonly Person[];
  /** The names of areas and persons. */
  readonly names: WordPlaces;
  readonly speech: Speech;
  /** Of the roster. */
  readonly everybody: readonly Person[];
}

const known = new WeakMap<Organisation, People>();

export function peopleOf(org: Organisation): People {
  let people = known.get(org);
  if (people === undefined) {
    people = lookUps(org);
    known.set(org, people);
  }
  return people;
}

function lookUps(org: Organisation): People {
  const byWord = new Map<string, number[]>();
  const owners = new Map<string, Person[]>();
  for (const [place, person] of org.people.entries()) {
    for (const word of wordsOf(person)) append(byWord, word, place);
    for (const area of person.areas) append(owners, area, person);
  }
  const words = [...byWord.keys()].filter((word) => word !== '');
  const finder = wordPlaces(words);
  const placesOf = words.map((word) => byWord.get(word) ?? []);
  const always = byWord.get('') ?? [];
  /** The readers of an audience ask one after the other for the same text. */
  let last: { readonly text: string; readonly people: readonly Person[] } | null = null;
  return {
    spokenOf(text) {
      if (last?.text !== text) last = { text, people: spokenOf(org, finder, placesOf, always, text) };
      return last.people;
    },
    ...membership(org),
    ownersOf: (area) => owners.get(area) ?? [],
    circleOf: circles(org),
    names: wordPlaces(namesIn(org)),
    speech: speechOf(kindsOf(org.people)),
    everybody: org.people,
  };
}

/** So many speakers of a group are known at once: few ask much. */
const SPEAKERS = 8;

function membership(org: Organisation): Pick<People, 'members' | 'others'> {
  const groups = new Map<string, { readonly all: readonly Person[]; readonly without: Map<Person | undefined, readonly Person[]> }>();
  function groupOf(message: { readonly platform: string; readonly group: string }) {
    const key = groupKey(message);
    let group = groups.get(key);
    if (group === undefined) {
      const all = [...(org.membersByGroup.get(key) ?? [])].flatMap((id) => org.personById.get(id) ?? []);
      group = { all, without: new Map() };
      if (all.length > 0) groups.set(key, group);
    }
    return group;
  }
  return {
    members: (message) => groupOf(message).all,
    others(message, sender) {
      const { all, without } = groupOf(message);
      let others = without.get(sender);
      if (others === undefined) {
        others = all.filter((person) => person !== sender);
        if (without.size >= SPEAKERS) without.clear();
        without.set(sender, others);
      }
      return others;
    },
  };
}

function circles(org: Organisation): People['circleOf'] {
  const groupsOf = new Map<string, ReadonlySet<string>[]>();
  for (const members of org.membersByGroup.values()) for (const id of members) append(groupsOf, id, members);
  return once((members) => {
    const groups = new Set(members.flatMap(({ id }) => groupsOf.get(id) ?? []));
    const ids = new Set([...groups].flatMap((group) => [...group]));
    const circle = org.people.filter(({ id }) => ids.has(id));
    return circle.some(({ roles }) => roles.includes('leader')) ? circle : org.people;
  });
}

const NOBODY: readonly Person[] = [];

function spokenOf(
  org: Organisation,
  finder: WordPlaces,
  placesOf: readonly (readonly number[])[],
  always: readonly number[],
  text: string,
): readonly Person[] {
  const found = finder.find(text);
  if (found.size === 0 && always.length === 0) return NOBODY;
  const places = new Set(always);
  for (const word of found) for (const place of placesOf[word] ?? []) places.add(place);
  return [...places].toSorted((a, b) => a - b).flatMap((place) => org.people[place] ?? []);
}

/** Long ones first. */
function namesIn({ people }: Organisation): readonly string[] {
  const names = people.flatMap((person) => [
    person.name,
    ...person.aliases,
    ...person.areas.flatMap(formsOfArea),
    person.name.slice(1),
    ...(OLD.test(person.name) ? [`老${person.name.slice(0, 1)}`] : []),
  ]);
  return [...new Set(names)].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** 老戈; of some surnames it would be another word: 老年, 老师. */
const OLD = /^(?![年师家乡路公])[\u4e00-\u9fff]{2}/u;

function wordsOf(person: Person): Iterable<string> {
  const { titled, familiar } = addressesOf(person);
  const names = [person.name, ...person.aliases, person.name.slice(1), ...titled, ...familiar];
  return new Set([...names, ...person.areas.flatMap(formsOfArea)].filter((word) => word !== '' || person.areas.includes('')));
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
