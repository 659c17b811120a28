/** 绑定码: an admin gets a one-time code for a person of the roster. Only its hash is kept. */
import { oneLine } from '../../digest/render/line.ts';
import { DAY, type Instant } from '../../model/instant.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import { type Handler, reply, told } from './context.ts';

const CODE_DAYS = 7;

export const bindCode: Handler = async ({ org, text, at }, { store, randomCode, hash }) => {
  const found = peopleCalled(text, org);
  const [person] = found;
  if (person === undefined) return reply(told.bindCode.nobody, { name: oneLine(text) });
  if (found.length > 1) return reply(told.bindCode.several, { name: oneLine(text), ids: found.map(({ id }) => id).join('、') });
  const made = await makeBindCode(store, person, at, { random: randomCode, hash });
  return reply(told.bindCode.made, { name: oneLine(person.name), ...made });
};

/** An older code of the person ends. */
export async function makeBindCode(
  store: Pick<LiveStore, 'addBindCode'>,
  person: Person,
  at: Instant,
  codes: { random(): string; hash(code: string): string },
): Promise<{ readonly code: string; readonly days: number }> {
  const code = codes.random();
  await store.addBindCode(codes.hash(code), person.id, at + CODE_DAYS * DAY);
  return { code, days: CODE_DAYS };
}

/** By id first, else by name or alias. */
function peopleCalled(name: string, { people, personById }: Organisation): readonly Person[] {
  const byId = personById.get(name);
  return byId === undefined ? people.filter((person) => person.name === name || person.aliases.includes(name)) : [byId];
}
