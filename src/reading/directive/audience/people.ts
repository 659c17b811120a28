/** Look-ups of a roster that reading whom a text asks needs for every ask: made once for an organisation. */
import { groupKey } from '../../../model/message.ts';
import type { Organisation, Person } from '../../../model/organisation.ts';
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
  ownersOf(area: string): readonly Person[];
  /** The names of areas and persons. */
  readonly names: WordPlaces;
  readonly speech: Speech;
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
  const members = new Map<string, readonly Person[]>();
  return {
    spokenOf: (text) => spokenOf(org, finder, placesOf, always, text),
    members(message) {
      const key = groupKey(message);
      let people = members.get(key);
      if (people === undefined) {
        people = [...(org.membersByGroup.get(key) ?? [])].flatMap((id) => org.personById.get(id) ?? []);
        if (people.length > 0) members.set(key, people);
      }
      return people;
    },
    ownersOf: (area) => owners.get(area) ?? [],
    names: wordPlaces(namesIn(org)),
    speech: speechOf(kindsOf(org.people)),
  };
}

function spokenOf(
  org: Organisation,
  finder: WordPlaces,
  placesOf: readonly (readonly number[])[],
  always: readonly number[],
  text: string,
): readonly Person[] {
  const places = new Set(always);
  for (const word of finder.find(text)) for (const place of placesOf[word] ?? []) places.add(place);
  return [...places].toSorted((a, b) => a - b).flatMap((place) => org.people[place] ?? []);
}

/** Long ones first. */
function namesIn({ people }: Organisation): readonly string[] {
  const names = people.flatMap((person) => [
    person.name,
    ...person.aliases,
    ...person.areas,
    ...person.areas.map((area) => area.replace(/(?:村|社区|居委会)$/u, '')),
    person.name.slice(1),
  ]);
  return [...new Set(names)].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

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
