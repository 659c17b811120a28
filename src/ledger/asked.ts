/** Who is asked: audiences are compared over and over, so each is turned into a set once. */
import type { Directive } from '../model/directive.ts';
import type { Audience } from '../model/reading.ts';

/** By the list itself, which stays the same as long as a directive's audience does. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

export function asks({ people }: Audience, person: string): boolean {
  return setOf(people).has(person);
}

/** Asked, and not let off since. */
export function stillAsks({ audience, spared }: Directive, person: string): boolean {
  return asks(audience, person) && spared?.has(person) !== true;
}

/** Both say whom they mean, and they mean nobody in common. */
export function haveOtherPeople(a: Audience, b: Audience): boolean {
  if (a.unclear || b.unclear) return false;
  const known = setOf(b.people);
  return !a.people.some((person) => known.has(person));
}

function setOf(people: readonly string[]): ReadonlySet<string> {
  let set = sets.get(people);
  if (set === undefined) {
    set = new Set(people);
    sets.set(people, set);
  }
  return set;
}
