/**
 * Whose account a @name is: Telegram tells only the name, so it is learned from those who speak. All of it is in memory; only of those
 * who wrote to the bot themselves (the cadres, that is) it outlives a restart, and of nobody else.
 */
import type { ChatSurroundings } from '../../src/adapter-kit.ts';
import { nameOf } from './content.ts';
import type { Translation } from './translate.ts';
import type { WireUser } from './wire.ts';

export interface People {
  see(seen: Translation['seen']): Promise<void>;
  /** Looks up what was kept for these names before a restart. */
  recall(names: readonly string[]): Promise<void>;
  accountOf(username: string): string | null;
  nameOf(account: string): string | null;
}

const MOST = 50_000;

export function makePeople(prefix: string, around: Pick<ChatSurroundings, 'remember' | 'recall'>): People {
  const accounts = new Map<string, string>();
  const names = new Map<string, string>();
  const kept = new Map<string, string>();
  const asked = new Set<string>();
  async function keep(username: string, account: string): Promise<void> {
    if (kept.get(username) === account) return;
    await around.remember(`${prefix}.user.${username}`, account);
    put(kept, username, account);
  }
  return {
    async see(seen) {
      for (const { user, direct } of seen) {
        const account = String(user.id);
        put(names, account, nameOf(user));
        const username = usernameOf(user);
        if (username === null) continue;
        put(accounts, username, account);
        if (direct || kept.has(username)) await keep(username, account);
      }
    },
    async recall(usernames) {
      for (const name of usernames) {
        const username = name.toLowerCase();
        if (accounts.has(username) || asked.has(username)) continue;
        const account = await around.recall(`${prefix}.user.${username}`);
        if (asked.size < MOST) asked.add(username);
        if (account === null) continue;
        put(kept, username, account);
        put(accounts, username, account);
      }
    },
    accountOf: (username) => accounts.get(username.toLowerCase()) ?? null,
    nameOf: (account) => names.get(account) ?? null,
  };
}

function usernameOf({ username }: WireUser): string | null {
  return username === undefined || !/^\w{1,64}$/u.test(username) ? null : username.toLowerCase();
}

/** The oldest goes when there are too many. */
function put(map: Map<string, string>, key: string, value: string): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
