/**
 * "各村把名单报来", where of a village only its secretary reads the group: the others who answer for the place have to know of it, too. Where
 * their like in the group were let go, who is there is meant alone.
 */
import type { Envelope } from '../../../model/message.ts';
import { type Organisation, type Person, personOf } from '../../../model/organisation.ts';
import type { Audience } from '../../../model/reading.ts';
import { peopleOf } from './people.ts';

/** Fewer places are asked by those who answer for them there. */
const WHOLE_CIRCLE = 5;

/** @param audience of an ask that calls places as a whole, once it is known who of the group is meant */
export function withAbsent(audience: Audience, message: Envelope, org: Organisation): Audience {
  const more = absentIn(audience, message, org);
  return more.length === 0 ? audience : { ...audience, people: [...audience.people, ...more].toSorted() };
}

function absentIn({ people }: Audience, message: Envelope, org: Organisation): readonly string[] {
  const { members, everybody } = peopleOf(org);
  const here = new Set(members(message));
  const asked = new Set(people);
  const places = new Set([...here].flatMap(({ id, areas }) => (asked.has(id) ? areas : [])));
  if (places.size < WHOLE_CIRCLE) return [];
  const sender = personOf(org, message.platform, message.sender.id);
  const mates = everybody.filter((person) => standsForSome(person, places) && !asked.has(person.id) && person !== sender);
  return mates.some((person) => here.has(person)) ? [] : mates.map(({ id }) => id);
}

function standsForSome({ areas, roles }: Person, places: ReadonlySet<string>): boolean {
  return roles.includes('cadre') && areas.length > 0 && areas.every((area) => places.has(area));
}
