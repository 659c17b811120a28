/** What went wrong, told to the admins: who is not reached and by what, once a day for the same person, channel and trouble; a copy of the store that failed. */
import { renderBackupFailed, renderTrouble } from '../digest/render/index.ts';
import { dayAt, type Instant } from '../model/instant.ts';
import type { Organisation, Person } from '../model/organisation.ts';
import type { Outgoing } from '../model/outgoing.ts';
import type { TellTrouble, Trouble } from './delivery/trouble.ts';

export function adminTrouble(organisation: () => Organisation): TellTrouble {
  return (trouble) => {
    const org = organisation();
    const text = renderTrouble(trouble.kind, facts(trouble, org));
    const whom = trouble.outgoing.person ?? `${trouble.outgoing.to?.platform ?? ''} ${trouble.outgoing.to?.id ?? ''}`;
    const day = dayAt(trouble.at, org.timezone);
    return admins(org)
      .filter(({ id }) => id !== trouble.outgoing.person)
      .map(({ id }) => notice(`${trouble.kind} ${whom} ${trouble.channel} ${day}`, id, text, trouble.at));
  };
}

/** No copy of the store was made: told once a day, though it is tried again each hour. */
export function backupTrouble(org: Organisation, folder: string, why: string, at: Instant): readonly Outgoing[] {
  const text = renderBackupFailed(folder, why);
  return admins(org).map(({ id }) => notice(`backup ${dayAt(at, org.timezone)}`, id, text, at));
}

function admins(org: Organisation): readonly Person[] {
  return org.people.filter(({ roles }) => roles.includes('admin'));
}

function notice(what: string, person: string, text: string, at: Instant): Outgoing {
  return { key: `notice ${what} ${person}`, kind: 'notice', person, to: null, blocks: [text], createdAt: at, notBefore: at };
}

function facts({ outgoing, channel, why }: Trouble, org: Organisation): Readonly<Record<string, string>> {
  const person = outgoing.person === null ? undefined : org.personById.get(outgoing.person);
  return { name: person?.name ?? outgoing.to?.id ?? '', kind: outgoing.kind, channel, why };
}
