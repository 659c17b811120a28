/**
 * Reading while messages come in: what was stored is settled at once, in the order of arrival, and what can't wait goes to the outbox in
 * the same transaction. A message that comes late, or a change of who is who, makes the ledger be rebuilt from the place where it matters.
 */
import { digestDays } from '../digest/schedule.ts';
import type { Alert } from '../model/digest.ts';
import { type Day, HOUR, type Instant } from '../model/instant.ts';
import type { Organisation } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { ReadingAhead } from '../ports/reading-ahead.ts';
import type { SettledBatch } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import { type AlertBook, alertBook, alertKey } from './alert.ts';
import { alertText } from './alert-text.ts';
import { type ArrivedBatch, type LiveFeed, liveFeed } from './live-feed.ts';
import { readingHere } from './reading-here.ts';
import { rewind } from './rewind.ts';
import type { Settler } from './settle.ts';
import { settleStore } from './settle-store.ts';

export interface LiveReaderSettings {
  readonly store: LiveStore;
  readonly calendar: WorkCalendar;
  /** As they are now; asked again after `refresh`. */
  readonly organisation: () => Organisation;
  readonly rules: () => Promise<TunedRuleSet>;
  readonly now: () => Instant;
  /** Starts a reader beside this thread; where there is none, or it has failed, this thread reads. */
  readonly startReading?: ((org: Organisation, rules: TunedRuleSet) => ReadingAhead) | undefined;
  /** Lets others have their turn: what comes in must be stored while a backlog is read. */
  readonly breathe?: () => Promise<void>;
  /** There are alerts in the outbox. */
  readonly alerted?: () => void;
}

export interface LiveReader {
  /** Settles what is stored and not yet settled when it begins: it ends, however much comes in meanwhile. */
  readNew(): Promise<void>;
  /** What quiet hours have held back and is now due. */
  releaseHeld(): Promise<void>;
  /** People, groups, rules or entries have changed beside the reader: it starts anew from the store before it reads on. */
  refresh(): void;
  /** Somebody sits in a group now: what is read from now on knows it, and nothing has to start anew. */
  organise(): void;
  /** Entries that somebody's word has just added to the store, or taken away: the ledger follows without starting anew. */
  follow(turns: SettledBatch['turns']): void;
  /** The ledger as it stands, all settled; while somebody works alone, as it stood before. */
  ledger(): Promise<Settler['ledger']>;
  /** Nothing is read while the work rewrites what was read; the reader then starts anew. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Nothing is read any more. */
  stop(): Promise<void>;
}

/** What was said longer ago alerts nobody any more; it stands in the digest. */
const ALERTING = 12 * HOUR;

interface Live {
  readonly settling: Settler;
  readonly alerts: AlertBook;
  readonly reader: ReadingAhead;
  readonly feed: LiveFeed;
  /** Every message with `seq` up to this one is settled and saved. */
  cursor: number;
}

export function liveReader(settings: LiveReaderSettings): LiveReader {
  const { store, calendar, organisation, rules, now, startReading, breathe, alerted } = settings;
  let live: Live | null = null;
  let isStale = false;
  let isAlone = false;
  /** Reading beside this thread has failed once. */
  let readsHere = false;
  /** One work after the other. */
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  /** What people have told the bot of since the last round: what can't wait in it is told as if it had been said in a group. */
  const followed = new Set<string>();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function started(): Promise<Live> {
    if (live !== null && !isStale) return live;
    await drop();
    isStale = false;
    live = await start();
    await catchUpAlerts(live);
    return live;
  }

  async function start(): Promise<Live> {
    const org = organisation();
    const reading = { org, calendar, rules: await rules(), breathe };
    const ahead = readsHere || startReading === undefined ? undefined : watched(startReading);
    await settleStore(store, { ...reading, startReading: ahead }, () => {});
    const cursor = await store.settledCursor();
    const until = (await store.timeRange())?.last ?? 0;
    const reader = ahead?.(org, reading.rules) ?? readingHere(reading);
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

  /** Notes that a reader beside this thread has failed: the next start does without. */
  function watched(startOne: NonNullable<typeof startReading>): NonNullable<typeof startReading> {
    return (org, given) => {
      const reader = startOne(org, given);
      const failed = (error: unknown): never => {
        readsHere = true;
        throw error;
      };
      return { ...reader, read: (messages) => reader.read(messages).catch(failed) };
    };
  }

  async function drop(): Promise<void> {
    const was = live;
    live = null;
    await was?.reader.close();
  }

  /** Alerts that a crash, or a reading of late messages, has kept from going out; keys keep the others from going out again. */
  async function catchUpAlerts({ settling, alerts }: Live): Promise<void> {
    const at = now();
    const recent = [...settling.ledger.directives.values()].filter(({ heard }) => Math.max(0, ...heard.values()) > at - ALERTING);
    const found = recent.flatMap((directive) => alerts.alertsFor(directive, at, Math.max(0, ...directive.heard.values())));
    if (found.length > 0) await save(settling, found);
  }

  async function tellFollowed({ settling, alerts }: Live): Promise<void> {
    const touched = [...followed].flatMap((id) => settling.ledger.directives.get(id) ?? []);
    followed.clear();
    const found = touched.flatMap((directive) => alerts.alertsFor(directive, now(), Math.max(0, ...directive.heard.values())));
    if (found.length > 0) await save(settling, found);
  }

  async function save(settling: Settler, found: readonly Alert[]): Promise<void> {
    const org = organisation();
    const alertsToTell = found.flatMap((alert) => {
      const key = alertKey(alert.cadre, alert.item.id, alert.reason);
      const outgoing = alertText(org, key, alert);
      return outgoing === null ? [] : [{ key, alert, outgoing }];
    });
    await store.saveSettledAndAlerts({ ...settling.takeBatch(), alerts: alertsToTell });
    if (alertsToTell.length > 0) alerted?.();
  }

  async function readRound(): Promise<Live> {
    const goal = await store.lastSeq();
    let one = await started();
    while (one.cursor < goal) {
      const batch = await one.feed.next();
      if (batch === null) break;
      // Everything from the first of the late ones on is settled in the order in which it was said, as if it had come so.
      if (batch === 'late') isStale = true;
      else await settle(one, batch);
      await breathe?.();
      one = await started();
    }
    await tellFollowed(one);
    return one;
  }

  async function settle(one: Live, { messages, reads, cursor }: ArrivedBatch): Promise<void> {
    const { settling, alerts } = one;
    const found: Alert[] = [];
    for (const [index, message] of messages.entries()) {
      const read = reads[index];
      if (read === undefined) continue;
      const { touched } = settling.settleRead(message, read);
      if (now() - message.sentAt > ALERTING) continue;
      for (const directive of touched) found.push(...alerts.alertsFor(directive, message.heardAt ?? message.sentAt, message.sentAt));
    }
    await save(settling, found);
    one.cursor = cursor;
  }

  /** What could not be saved is read again from the store: neither the ledger nor the alerts given may know more than it does. */
  function inOneRound<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(async () => {
      try {
        return await work();
      } catch (error) {
        isStale = true;
        throw error;
      }
    });
  }

  function readNew(): Promise<void> {
    next ??= inOneRound(async () => {
      next = null;
      await readRound();
    });
    return next;
  }

  return {
    readNew,
    alone<T>(work: () => Promise<T>): Promise<T> {
      return inTurn(async () => {
        isAlone = true;
        try {
          return await work();
        } finally {
          isAlone = false;
          isStale = true;
        }
      });
    },
    releaseHeld() {
      return inOneRound(async () => {
        const { settling, alerts } = await readRound();
        const release = alerts.nextRelease();
        if (release !== null && release <= now()) await save(settling, alerts.release(now(), settling.ledger.directives));
      });
    },
    refresh() {
      isStale = true;
    },
    organise() {
      live?.reader.organise(organisation());
      live?.alerts.organise(organisation());
      // It may be starting with those of before.
      if (live === null) isStale = true;
    },
    follow(turns) {
      for (const { turn, entries } of turns) {
        live?.settling.ledger.removeTurn(turn);
        for (const entry of entries) {
          live?.settling.ledger.append(entry);
          followed.add(entry.directive);
        }
      }
      // It may be starting: what it has loaded may be without them.
      if (live === null) isStale = true;
    },
    async ledger() {
      if (isAlone && live !== null) return live.settling.ledger;
      return await inOneRound(async () => (await readRound()).settling.ledger);
    },
    stop: () => inTurn(drop),
  };
}
