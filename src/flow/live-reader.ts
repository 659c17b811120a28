/**
 * Reading while messages come in: what was stored is settled at once, in the order of arrival, and what can't wait goes to the outbox in
 * the same transaction. A message that comes late, or a change of who is who, makes the ledger be rebuilt from the place where it matters.
 */
import { digestDays } from '../digest/schedule.ts';
import type { Alert } from '../model/digest.ts';
import { type Day, HOUR, type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, type Message } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { SettledBatch } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import { type AlertBook, alertBook, alertKey } from './alert.ts';
import { alertText } from './alert-text.ts';
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
  /** Lets others have their turn: what comes in must be stored while a backlog is read. */
  readonly breathe?: () => Promise<void>;
}

export interface LiveReader {
  /** Settles all that is stored and not yet settled. Calls while it runs are one more round. */
  readNew(): Promise<void>;
  /** What quiet hours have held back and is now due. */
  releaseHeld(): Promise<void>;
  /** People, groups, rules or entries have changed beside the reader: it starts anew from the store before it reads on. */
  refresh(): void;
  /** Entries that somebody's word has just added to the store, or taken away: the ledger follows without starting anew. */
  follow(turns: SettledBatch['turns']): void;
  /** The ledger as it stands, all settled; while somebody works alone, as it stood before. */
  ledger(): Promise<Settler['ledger']>;
  /** Nothing is read while the work rewrites what was read; the reader then starts anew. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Settled and saved at once. */
const BATCH = 100;
/** Groups overtake each other by so much on their way to us; ledger decisions bear it. */
const OVERTAKING = 5 * MINUTE;
/** What was said longer ago alerts nobody any more; it stands in the digest. */
const ALERTING = 12 * HOUR;

export function liveReader({ store, calendar, organisation, rules, now, breathe }: LiveReaderSettings): LiveReader {
  let settling: Settler | null = null;
  let alerts: AlertBook | null = null;
  /** When the newest settled message was sent, in all and by group. */
  let newest: Instant = 0;
  const newestOf = new Map<string, Instant>();
  let running: Promise<void> | null = null;
  let again = false;
  let isAlone = false;
  /** What people have told the bot of since the last round: what can't wait in it is told as if it had been said in a group. */
  const followed = new Set<string>();

  async function start(): Promise<{ settling: Settler; alerts: AlertBook }> {
    if (settling !== null && alerts !== null) return { settling, alerts };
    const org = organisation();
    const settings = { org, calendar, rules: await rules() };
    await settleStore(store, settings, () => {});
    const last = (await store.timeRange())?.last ?? 0;
    const rewound = await rewind(store, settings, last);
    for (const message of await store.messagesBetween(rewound.from, last)) rewound.settling.settle(message);
    rewound.settling.catchUp(Number.POSITIVE_INFINITY);
    rewound.settling.takeBatch();
    settling = rewound.settling;
    alerts = alertBook(
      org,
      digestDays(org, (day: Day) => calendar.isWorkday(day)),
      await store.loadAlertKeys(),
    );
    newest = last;
    newestOf.clear();
    await catchUpAlerts(settling, alerts);
    return { settling, alerts };
  }

  /** Alerts that a crash, or a reading of late messages, has kept from going out; keys keep the others from going out again. */
  async function catchUpAlerts(settled: Settler, book: AlertBook): Promise<void> {
    const at = now();
    const recent = [...settled.ledger.directives.values()].filter(({ heard }) => Math.max(0, ...heard.values()) > at - ALERTING);
    const found = recent.flatMap((directive) => book.alertsFor(directive, at, Math.max(0, ...directive.heard.values())));
    if (found.length > 0) await save(settled, found);
  }

  async function tellFollowed(settled: Settler, book: AlertBook): Promise<void> {
    const touched = [...followed].flatMap((id) => settled.ledger.directives.get(id) ?? []);
    followed.clear();
    const found = touched.flatMap((directive) => book.alertsFor(directive, now(), Math.max(0, ...directive.heard.values())));
    if (found.length > 0) await save(settled, found);
  }

  async function save(settled: Settler, found: readonly Alert[]): Promise<void> {
    const org = organisation();
    const alertsToTell = found.flatMap((alert) => {
      const key = alertKey(alert.cadre, alert.item.id, alert.reason);
      const outgoing = alertText(org, key, alert);
      return outgoing === null ? [] : [{ key, alert, outgoing }];
    });
    await store.saveSettledAndAlerts({ ...settled.takeBatch(), alerts: alertsToTell });
  }

  async function readRound(): Promise<void> {
    let { settling: settled, alerts: book } = await start();
    for (;;) {
      const cursor = await store.settledCursor();
      const messages = await store.messagesAfter(cursor, BATCH);
      if (messages.length === 0) return await tellFollowed(settled, book);
      if (messages.some(isLate)) {
        await settleLate();
        ({ settling: settled, alerts: book } = await start());
        continue;
      }
      const found: Alert[] = [];
      for (const message of messages) {
        const { touched } = settled.settle(message);
        note(message);
        if (now() - message.sentAt > ALERTING) continue;
        for (const directive of touched) found.push(...book.alertsFor(directive, message.heardAt ?? message.sentAt, message.sentAt));
      }
      await save(settled, found);
      await breathe?.();
    }
  }

  function isLate(message: Message): boolean {
    const group = newestOf.get(groupKey(message)) ?? 0;
    return message.sentAt < group || message.sentAt < newest - OVERTAKING;
  }

  function note(message: Message): void {
    newest = Math.max(newest, message.sentAt);
    newestOf.set(groupKey(message), message.sentAt);
  }

  /** Everything from the first of them on is settled in the order in which it was said, as if it had come so. */
  async function settleLate(): Promise<void> {
    const settings = { org: organisation(), calendar, rules: await rules() };
    settling = null;
    await settleStore(store, settings, () => {});
  }

  async function readNew(): Promise<void> {
    while (isAlone) await running;
    if (running !== null) {
      again = true;
      return await running;
    }
    running = (async () => {
      do {
        again = false;
        await readRound();
      } while (again);
    })();
    try {
      await running;
    } finally {
      running = null;
    }
  }

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    while (running !== null) await running.catch(() => undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    running = promise;
    isAlone = true;
    try {
      return await work();
    } finally {
      isAlone = false;
      running = null;
      settling = null;
      alerts = null;
      resolve();
    }
  }

  return {
    readNew,
    alone,
    async releaseHeld() {
      await readNew();
      const { settling: settled, alerts: book } = await start();
      const next = book.nextRelease();
      if (next === null || next > now()) return;
      await save(settled, book.release(now(), settled.ledger.directives));
    },
    refresh() {
      settling = null;
      alerts = null;
    },
    follow(turns) {
      for (const { turn, entries } of turns) {
        settling?.ledger.removeTurn(turn);
        for (const entry of entries) {
          settling?.ledger.append(entry);
          followed.add(entry.directive);
        }
      }
    },
    async ledger() {
      if (isAlone && settling !== null) return settling.ledger;
      await readNew();
      return (await start()).settling.ledger;
    },
  };
}
