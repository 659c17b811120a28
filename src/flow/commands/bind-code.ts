/** 绑定码: an admin gets a one-time code for a person of the roster. Only its hash is kept. */
import { oneLine } from '../../digest/render/line.ts';
import { DAY } from '../../model/instant.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import { type Handler, reply, told } from './context.ts';

export const CODE_DAYS = 7;

export const bindCode: Handler = async ({ org, text, at }, { store, randomCode, hash }) => {
  const found = peopleCalled(text, org);
  const [person] = found;
  if (person === undefined) return reply(told.bindCode.nobody, { name: oneLine(text) });
  if (found.length > 1) return reply(told.bindCode.several, { name: oneLine(text), ids: found.map(({ id }) => id).join('、') });
  const code = randomCode();
  await store.addBindCode(hash(code), person.id, at + CODE_DAYS * DAY);
  return reply(told.bindCode.made, { name: oneLine(person.name), code, days: CODE_DAYS });
};

/** By id first, else by name or alias. */
function peopleCalled(name: string, { people, personById }: Organisation): readonly Person[] {
  const byId = personById.get(name);
  return byId === undefined ? people.filter((person) => person.name === name || person.aliases.includes(name)) : [byId];
}
