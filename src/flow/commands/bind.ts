/** 绑定 and 解绑: an account is somebody's once it has shown the one-time code that an admin has given to that person. */
import { oneLine } from '../../digest/render/line.ts';
import { HOUR, type Instant } from '../../model/instant.ts';
import { holderOf, type Organisation, type Person } from '../../model/organisation.ts';
import type { Binding, InboxMessage } from '../../ports/live-store.ts';
import { placeInGroups } from '../join-group.ts';
import { type DeskSettings, type Handler, type Reply, reply, told } from './context.ts';
import { keep, keptOf } from './kept.ts';

interface WrongCodes {
  readonly times: readonly Instant[];
}

/** Wrong codes an hour and account; after that none is looked at. */
const MOST_WRONG = 5;

/** @param code empty where somebody only says hello */
export async function bind(message: InboxMessage, code: string, org: Organisation, desk: DeskSettings): Promise<Reply> {
  const { store, now, hash } = desk;
  const { platform, account } = message;
  const known = holderOf(org, platform, account);
  if (code === '') return known === undefined ? reply(told.unknown) : reply(told.bind.already, { name: oneLine(known.name) });
  const at = now();
  const owner = `${platform} ${account}`;
  const wrong = ((await keptOf<WrongCodes>(store, 'codes', owner))?.times ?? []).filter((time) => at - time < HOUR);
  if (wrong.length >= MOST_WRONG) return reply(told.bind.tooMany);
  const person = await store.useBindCode(hash(code), { platform, account }, at);
  if (person !== null) {
    await desk.reloaded();
    void place({ platform, account, person }, desk);
    return { ...reply(told.bind.done, { name: oneLine(nameOf(person, desk.organisation())) }), drafts: [keep('codes', owner, null)] };
  }
  // A crash may have come between the binding and this answer.
  const bound = (await store.bindings()).find((one) => one.platform === platform && one.account === account);
  if (bound !== undefined) return reply(told.bind.already, { name: oneLine(nameOf(bound.person, org)) });
  return { ...reply(told.bind.wrong, { left: MOST_WRONG - wrong.length - 1 }), drafts: [keep('codes', owner, { times: [...wrong, at] })] };
}

/** The platform is asked about each group: the answer doesn't wait for that. */
async function place(bound: Omit<Binding, 'at'>, desk: DeskSettings): Promise<void> {
  try {
    if ((await placeInGroups(desk.store, desk.organisation(), desk.adapters, bound, desk.now())) > 0) await desk.reloaded();
  } catch (error) {
    // They are known as members once they speak.
    desk.log('warn', 'bind.not-placed', { why: error instanceof Error ? error.name : 'unknown' });
  }
}

export const unbind: Handler = async ({ message: { platform, account }, person }, { store, reloaded }) => {
  const bound = await store.unbind(platform, account);
  if (!bound) return reply(told.bind.byRoster, { name: oneLine(person.name) });
  await reloaded();
  return reply(told.bind.undone, { name: oneLine(person.name) });
};

function nameOf(person: string, org: Organisation): string {
  return (org.personById.get(person) satisfies Person | undefined)?.name ?? person;
}
