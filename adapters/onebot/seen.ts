/**
 * Which messages were handed in, so that what the history tells after a break is only what was missed. The last ones of each group are
 * remembered over restarts, a little late: what is handed in twice for that has the same key.
 */
import type { ChatSurroundings } from '../../src/adapter-kit.ts';

export interface Seen {
  /** Nothing from before this second belongs to us: then the adapter was first started with this account. */
  readonly since: number;
  has(group: string, id: string): Promise<boolean>;
  add(group: string, id: string): void;
  /** Remembers now what is not remembered yet. */
  flush(): Promise<void>;
  /** The same, unless it was done a moment ago. */
  flushNowAndThen(): Promise<void>;
}

/** More than one page of history, so that the page in which something known stands is known whole. */
const MOST_IDS = 300;
const FLUSH_MS = 2_000;

type Around = Pick<ChatSurroundings, 'now' | 'remember' | 'recall'>;

export async function openSeen(prefix: string, startedAt: number, { now, remember, recall }: Around): Promise<Seen> {
  const known = Number(await recall(`${prefix}.since`));
  const since = known > 0 ? known : Math.floor(startedAt / 1000);
  if (known !== since) await remember(`${prefix}.since`, String(since));
  const groups = new Map<string, Set<string>>();
  const changed = new Set<string>();
  let flushedAt = now();

  async function idsOf(group: string): Promise<Set<string>> {
    const ids = groups.get(group) ?? new Set((await recall(`${prefix}.seen.${group}`))?.split('\n') ?? []);
    groups.set(group, ids);
    return ids;
  }

  async function flush(): Promise<void> {
    flushedAt = now();
    for (const group of [...changed]) {
      changed.delete(group);
      await remember(`${prefix}.seen.${group}`, [...(groups.get(group) ?? [])].join('\n'));
    }
  }

  return {
    since,
    has: async (group, id) => (await idsOf(group)).has(id),
    add(group, id) {
      const ids = groups.get(group) ?? new Set<string>();
      groups.set(group, ids.add(id));
      changed.add(group);
      for (const oldest of ids) {
        if (ids.size <= MOST_IDS) break;
        ids.delete(oldest);
      }
    },
    flush,
    async flushNowAndThen() {
      if (now() - flushedAt > FLUSH_MS) await flush();
    },
  };
}
