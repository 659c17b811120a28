/** What went wrong with a text, told to the admins: who is not reached, and by what. Once a day for the same person, channel and trouble. */
import { renderTrouble } from '../digest/render/index.ts';
import { dayAt } from '../model/instant.ts';
import type { Organisation } from '../model/organisation.ts';
import type { TellTrouble, Trouble } from './delivery/trouble.ts';

export function adminTrouble(organisation: () => Organisation): TellTrouble {
  return (trouble) => {
    const org = organisation();
    const text = renderTrouble(trouble.kind, facts(trouble, org));
    const whom = trouble.outgoing.person ?? `${trouble.outgoing.to?.platform ?? ''} ${trouble.outgoing.to?.id ?? ''}`;
    const day = dayAt(trouble.at, org.timezone);
    return org.people
      .filter(({ roles, id }) => roles.includes('admin') && id !== trouble.outgoing.person)
      .map(({ id }) => ({
        key: `notice ${trouble.kind} ${whom} ${trouble.channel} ${day} ${id}`,
        kind: 'notice' as const,
        person: id,
        to: null,
        blocks: [text],
        createdAt: trouble.at,
        notBefore: trouble.at,
      }));
  };
}

function facts({ outgoing, channel, why }: Trouble, org: Organisation): Readonly<Record<string, string>> {
  const person = outgoing.person === null ? undefined : org.personById.get(outgoing.person);
  return { name: person?.name ?? outgoing.to?.id ?? '', kind: outgoing.kind, channel, why };
}
