/**
 * Reading while messages come in: what was stored is settled at once, in the order of arrival, and what can't wait goes to the outbox in
 * the same transaction. A message that comes late, or a change of who is who, makes the ledger be rebuilt from the place where it matters.
 */
import type { Alert } from '../model/digest.ts';
import { HOUR } from '../model/instant.ts';
import type { SettledBatch } from '../ports/store.ts';
import { alertText } from './alert-text.ts';
import { alertKey } from './given-alerts.ts';
import type { ArrivedBatch } from './live-feed.ts';
import { type Live, type LiveStartSettings, type StartReading, startLive, watched } from './live-start.ts';
import type { Settler } from './settle.ts';

export interface LiveReaderSettings extends LiveStartSettings {
  /** Where there is none, or it has failed, this thread reads. */
  readonly startReading?: StartReading | undefined;
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

export function liveReader(settings: LiveReaderSettings): LiveReader {
  const { store, organisation, now, startReading, breathe, alerted } = settings;
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

  function noteFailed(): void {
    readsHere = true;
  }

  async function started(): Promise<Live> {
    if (live !== null && !isStale) return live;
    await drop();
    isStale = false;
    const beside = readsHere || startReading === undefined ? undefined : watched(startReading, noteFailed);
    live = await startLive(settings, beside);
    await catchUpAlerts(live);
    return live;
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
      alerts.note(message);
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
        alerts.forget(settling.ledger.directives);
        const release = alerts.nextRelease();
        if (release !== null && release <= now()) await save(settling, alerts.release(now(), settling.ledger.directives));
      });
    },
    refresh() {
      isStale = true;
    },
    organise() {
      live?.reader.organise(organisation());
      live?.settling.ledger.organise(organisation());
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
