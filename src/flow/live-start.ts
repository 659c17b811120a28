/** How reading begins: what was stored and not settled is settled, and the last minutes are read once more, so that turns which are still open go on. */
import { digestDays } from '../digest/schedule.ts';
import type { Day, Instant } from '../model/instant.ts';
import type { Organisation } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { ReadingAhead } from '../ports/reading-ahead.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import { type AlertBook, alertBook } from './alert.ts';
import { type LiveFeed, liveFeed } from './live-feed.ts';
import { readingHere } from './reading-here.ts';
import { rewind } from './rewind.ts';
import type { Settler } from './settle.ts';
import { settleStore } from './settle-store.ts';

export interface LiveStartSettings {
  readonly store: LiveStore;
  readonly calendar: WorkCalendar;
  /** As they are now; asked again after `refresh`. */
  readonly organisation: () => Organisation;
  readonly rules: () => Promise<TunedRuleSet>;
  readonly now: () => Instant;
  /** Lets others have their turn: what comes in must be stored while a backlog is read. */
  readonly breathe?: () => Promise<void>;
}

/** Starts a reader beside this thread. */
export type StartReading = (org: Organisation, rules: TunedRuleSet) => ReadingAhead;

export interface Live {
  readonly settling: Settler;
  readonly alerts: AlertBook;
  readonly reader: ReadingAhead;
  readonly feed: LiveFeed;
  /** Every message with `seq` up to this one is settled and saved. */
  cursor: number;
}

/** @param beside where there is none, this thread reads */
export async function startLive(settings: LiveStartSettings, beside: StartReading | undefined): Promise<Live> {
  const { store, calendar, breathe } = settings;
  const org = settings.organisation();
  const reading = { org, calendar, rules: await settings.rules(), breathe };
  await settleStore(store, { ...reading, startReading: beside }, () => {});
  const cursor = await store.settledCursor();
  const until = (await store.timeRange())?.last ?? 0;
  const reader = beside?.(org, reading.rules) ?? readingHere(reading);
  try {
    const { settling, from } = await rewind(store, reading, until, reader.recall);
    // What has come in since is settled when its turn has come.
    const recent = (await store.messagesBetween(from, until)).filter(({ seq }) => seq <= cursor);
    const reads = await reader.read(recent);
    for (const [index, message] of recent.entries()) {
      const read = reads[index];
      if (read !== undefined) settling.settleRead(message, read);
    }
    settling.catchUp(Number.POSITIVE_INFINITY);
    settling.takeBatch();
    const due = digestDays(org, (day: Day) => calendar.isWorkday(day));
    const alerts = alertBook(org, due, await store.loadAlertKeys());
    return { settling, alerts, reader, feed: liveFeed({ store, reader, cursor, recent }), cursor };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** Tells that a reader beside this thread has failed: the next start does without. */
export function watched(startOne: StartReading, failed: () => void): StartReading {
  return (org, given) => {
    const reader = startOne(org, given);
    const noting = (error: unknown): never => {
      failed();
      throw error;
    };
    return { ...reader, read: (messages) => reader.read(messages).catch(noting) };
  };
}
