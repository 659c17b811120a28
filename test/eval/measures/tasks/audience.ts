/** The cadres whom a task concerns. `all` and a role reach only those who are in a group where it was asked. */
import type { GoldPerson } from '../../gold.ts';
import { isMember, type Scenario, type Task } from '../../scenario.ts';

export function audienceOf(scenario: Scenario, { audience, sources }: Task): readonly GoldPerson[] {
  const asked = new Set(sources.map(({ group }) => group));
  const isIn = (person: GoldPerson, groups: Iterable<string>) => [...groups].some((group) => isMember(scenario, person.id, group));
  return scenario.cadres.filter(
    (person) =>
      audience.people.includes(person.id) ||
      audience.areas.some((area) => person.areas.includes(area)) ||
      isIn(person, audience.groups) ||
      ((audience.all || audience.roles.some((role) => person.roles.includes(role))) && isIn(person, asked)),
  );
}
