/** The person of the roster that somebody names on the command line: by id, name or alias. */
import { type Organisation, type Person, readers } from '../model/organisation.ts';
import { InputError } from './command.ts';

export function personNamed(org: Organisation, name: string): Person {
  const byId = org.personById.get(name);
  if (byId !== undefined) return byId;
  const named = org.people.filter((person) => person.name === name || person.aliases.includes(name));
  const [found] = named;
  if (found === undefined && org.people.length === 0) throw new InputError('error.no-people', { person: name });
  if (found === undefined) {
    const people = readers(org).map((person) => person.name);
    throw new InputError('error.no-person', { person: name, people: people.slice(0, 40).join('、') });
  }
  if (named.length > 1) throw new InputError('error.several-people', { person: name, people: named.map(({ id }) => id).join(' ') });
  return found;
}
