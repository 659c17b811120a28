/** By which words the people and places of a group may be spoken to. What a roster's people and places are called is gathered once for all groups. */
import type { Person } from '../../../model/organisation.ts';
import { once } from '../../once.ts';
import { formsOf } from './address.ts';
import { formsOfArea, namesArea, TOWN } from './areas.ts';
import { areasOf } from './areas-spoken.ts';
import { callsOf as officeCallsOf } from './office-names.ts';
import type { Scene } from './scene.ts';

export interface Forms {
  /** The longest that stands at this place of the text. */
  at(text: string, place: number): string | undefined;
  /** All of a length. */
  ofLength(length: number): readonly string[];
  /** Whom it calls. */
  people(form: string): readonly Person[];
}

/** All that is called by one form. */
interface Called {
  readonly form: string;
  readonly people: Person[];
  readonly areas: string[];
}

/** The forms of a roster by their first two characters, long ones first. */
type Calls = ReadonlyMap<string, readonly Called[]>;

const callsOf = once((people: readonly Person[]): Calls => {
  const all = new Map<string, Called>();
  const calledBy = (form: string): Called => {
    let called = all.get(form);
    if (called === undefined) {
      called = { form, people: [], areas: [] };
      all.set(form, called);
    }
    return called;
  };
  for (const person of people) for (const form of formsOf(person)) calledBy(form).people.push(person);
  for (const area of areasOf(people)) for (const form of placeForms(area)) calledBy(form).areas.push(area);
  const longestFirst = [...all.values()].toSorted((a, b) => b.form.length - a.form.length);
  return Map.groupBy(longestFirst, ({ form }) => form.slice(0, 2));
});

function placeForms(area: string): readonly string[] {
  return formsOfArea(area).filter((form) => form.length > 1);
}

/** Of a group's members, who stay the same as long as one sender speaks. */
const allForms = once((members: readonly Person[]): readonly string[] => [
  ...new Set([...members.flatMap((person) => [...formsOf(person)]), ...areasOf(members).flatMap(placeForms)]),
]);

const NOTHING: readonly Called[] = [];

/** Of the roster's forms those that call a member, or a place that a member answers for. */
export function formsIn({ members, people }: Pick<Scene, 'members' | 'people'>): Forms {
  const calls = callsOf(people.everybody);
  const isMember = (person: Person): boolean => members.includes(person);
  const isHere = (area: string): boolean => people.ownersOf(area).some(isMember);
  return {
    at: (text, place) =>
      calls
        .get(text.slice(place, place + 2))
        ?.find((called) => text.startsWith(called.form, place) && (called.people.some(isMember) || called.areas.some(isHere)))?.form,
    ofLength: (length) => allForms(members).filter((form) => form.length === length),
    people(form) {
      const called = (calls.get(form.slice(0, 2)) ?? NOTHING).find((one) => one.form === form);
      if (called === undefined) return [];
      const here = called.areas.filter(isHere);
      // 柴墩 is the town of that name, not its 柴墩粮库.
      const towns = here.filter((area) => TOWN.test(area));
      return [...called.people.filter(isMember), ...(towns.length > 0 ? towns : here).flatMap((area) => people.ownersOf(area))];
    },
  };
}

/** Whom a form calls at a place of a text: nobody where it is the place before a name ("大湾沟乡祁正元"), and only tells whose place it is. */
export function calledAt(text: string, at: number, form: string, forms: Forms): readonly Person[] {
  const called = whoseAreSaid(forms.people(form), text);
  const next = isPlaceOf(called, form) ? forms.at(text, at + form.length) : undefined;
  return next === undefined || (!TOWN.test(form) && isPlaceOf(forms.people(next), next)) ? called : [];
}

/** "老王,财政所那本账…": of several who are called so the one whose office or place is spoken of. */
function whoseAreSaid(called: readonly Person[], text: string): readonly Person[] {
  if (called.length < 2) return called;
  const said = called.filter(
    (person) => officeCallsOf(person).some((office) => text.includes(office)) || person.areas.some((area) => namesArea(text, area)),
  );
  return said.length === 1 && !called.some(({ areas }) => areas.some((area) => formsOfArea(area).some((one) => text.startsWith(one))))
    ? said
    : called;
}

/** "梭梭井黑石头的名单报我": two villages without a mark between them are both called. */
function isPlaceOf(called: readonly Person[], form: string): boolean {
  return called.every(({ areas }) => areas.some((area) => formsOfArea(area).includes(form)));
}
