/** Settles what the store holds beyond its cursor, in time order, day by day, so that memory does not grow with history. */
import { DAY, HOUR } from '../model/instant.ts';
import type { Store } from '../ports/store.ts';
import { settler, type SettlerSettings } from './settle.ts';

/** How far before the first new message reading starts again, so that turns and neighbours are known. */
const WARM_UP = 2 * HOUR;

export async function settleStore(store: Store, settings: Omit<SettlerSettings, 'entries'>, progress: (done: number, total: number) => void): Promise<void> {
  const cursor = await store.settledCursor();
  const fresh = await freshRange(store, cursor);
  if (fresh === null) return;
  const settling = settler({ ...settings, entries: await store.loadEntries() });
  let done = 0;
  for (let from = fresh.first - WARM_UP; from < fresh.last; from += DAY) {
    const messages = await store.messagesBetween(from, Math.min(from + DAY, fresh.last));
    for (const message of messages) settling.settle(message);
    done += messages.filter((message) => message.seq > cursor).length;
    const batch = settling.takeBatch();
    await store.saveSettled({ ...batch, cursor });
    progress(done, fresh.count);
  }
  await store.saveSettled({ verdicts: [], ruleSet: settings.rules.id, turns: [], cursor: fresh.cursor });
}

async function freshRange(store: Store, cursor: number): Promise<{ first: number; last: number; count: number; cursor: number } | null> {
  let range: { first: number; last: number; count: number; cursor: number } | null = null;
  for (let after = cursor; ; ) {
    const messages = await store.messagesAfter(after, 10_000);
    const last = messages.at(-1);
    if (last === undefined) return range;
    after = last.seq;
    for (const { sentAt } of messages) {
      range ??= { first: sentAt, last: sentAt, count: 0, cursor };
      range = { first: Math.min(range.first, sentAt), last: Math.max(range.last, sentAt), count: range.count + 1, cursor: after };
    }
  }
}
