/** By which words the people and places of a group may be spoken to: the same for every text of one sender there, so made once. */
import type { Person } from '../../../model/organisation.ts';
import { addressesOf } from './address.ts';
import { formsOfArea } from './areas.ts';
import type { Scene } from './scene.ts';
import { areasOf } from './units.ts';

export interface Forms {
  /** The longest that stands at this place of the text. */
  at(text: string, place: number): string | undefined;
  /** All of a length. */
  ofLength(length: number): readonly string[];
  /** Whom it calls. */
  people(form: string): readonly Person[];
}

/** By the list of members, which stays the same as long as one sender speaks. */
const known = new WeakMap<readonly Person[], Forms>();

export function formsIn(scene: Pick<Scene, 'members' | 'people'>): Forms {
  let forms = known.get(scene.members);
  if (forms === undefined) {
    forms = read(scene);
    known.set(scene.members, forms);
  }
  return forms;
}

function read({ members, people }: Pick<Scene, 'members' | 'people'>): Forms {
  const called = new Map<string, Person[]>();
  const add = (form: string, persons: readonly Person[]): void => {
    if (form.length < 2) return;
    const before = called.get(form);
    if (before === undefined) called.set(form, [...persons]);
    else before.push(...persons);
  };
  for (const person of members) {
    const { titled, familiar } = addressesOf(person);
    for (const form of new Set([person.name, ...person.aliases, ...titled, ...familiar, person.name.slice(1)])) add(form, [person]);
  }
  for (const area of areasOf(members)) for (const form of new Set(formsOfArea(area))) add(form, people.ownersOf(area));
  const longestFirst = [...called.keys()].toSorted((a, b) => b.length - a.length);
  const byFirst = Map.groupBy(longestFirst, (form) => form.charCodeAt(0));
  return {
    at: (text, place) => byFirst.get(text.charCodeAt(place))?.find((form) => text.startsWith(form, place)),
    ofLength: (length) => longestFirst.filter((form) => form.length === length),
    people: (form) => called.get(form) ?? [],
  };
}
