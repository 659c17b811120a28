/** Whom a task asks: the persons of the roster whom its audience means. */

import type { Scenario } from './scenario.ts';
import type { AudienceValue } from './schemas.ts';

type Organisation = Pick<Scenario, 'roster'>;

export function audienceOf(audience: AudienceValue, { roster }: Organisation): ReadonlySet<string> {
  const { people, groups } = roster;
  if ('all' in audience) return new Set(people.map(({ id }) => id));
  if ('people' in audience) return new Set(audience.people);
  if ('areas' in audience)
    return new Set(people.filter(({ areas }) => areas.some((area) => audience.areas.includes(area))).map(({ id }) => id));
  if ('roles' in audience)
    return new Set(people.filter(({ roles }) => roles.some((role) => audience.roles.includes(role))).map(({ id }) => id));
  return new Set(groups.filter(({ id }) => audience.groups.includes(id)).flatMap(({ members }) => members));
}

/** The names in an audience that the roster doesn't know. */
export function strangersIn(audience: AudienceValue, { roster }: Organisation): readonly string[] {
  const unknown = (names: readonly string[], known: readonly string[]) => names.filter((name) => !known.includes(name));
  if ('people' in audience)
    return unknown(
      audience.people,
      roster.people.map(({ id }) => id),
    );
  if ('areas' in audience)
    return unknown(
      audience.areas,
      roster.people.flatMap(({ areas }) => areas),
    );
  if ('groups' in audience)
    return unknown(
      audience.groups,
      roster.groups.map(({ id }) => id),
    );
  return [];
}
