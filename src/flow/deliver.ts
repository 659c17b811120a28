/**
 * Delivery: what is due in the outbox goes out, many texts at once, the parts of one in order. An attempt is written down before the call,
 * and its outcome after it, so that a crash leaves an attempt whose outcome isn't known, and never a text that is sent a second time as
 * if nothing had been. Rounds are run by whoever puts something into the outbox (`poke`) and by a timer that rings when the next
 * text, token or doubt is due.
 */

import { splitBlocks } from '../digest/render/split.ts';
import { MINUTE } from '../model/instant.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ChatEvent } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Channel, LiveStore, OutgoingPart, OutgoingRow } from '../ports/live-store.ts';
import type { Log } from '../ports/log.ts';
import { attempt, RESENT_MARK } from './delivery/attempt.ts';
import { type Buckets, buckets } from './delivery/buckets.ts';
import { channelsOf, type SendingAdapter } from './delivery/channels.ts';
import { doubts } from './delivery/doubts.ts';
import type { TellTrouble } from './delivery/trouble.ts';

export interface DeliverySettings {
  readonly store: LiveStore;
  readonly adapters: readonly SendingAdapter[];
  /** As it is now. */
  readonly organisation: () => Pick<Organisation, 'personById'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: TellTrouble;
}

export interface Delivery {
  /** To be called once, by the one process that sends: attempts that a crash has cut off become unknown. */
  start(): Promise<void>;
  /** Something is in the outbox, or somebody has got a channel. */
  poke(): void;
  /** The bot's own words, shown back by a platform. */
  echo(platform: string, event: Extract<ChatEvent, { kind: 'echo' }>): Promise<void>;
  /** Begins nothing more, and resolves when what is under way is recorded. */
  stop(): Promise<void>;
}

/** Looked at in one round. */
const AT_ONCE = 64;
/** Under way at once on one channel. */
const MOST_UNDER_WAY = 64;
/** A platform shows a text back within a minute, if at all; its clock may be a little off. */
const ECHO_WITHIN = MINUTE;
/** After a round that failed, such as on a full disk. */
const AFTER_FAILURE_MS = 5000;
/** Somebody may have set the clock: no sleep is longer. */
const LONGEST_SLEEP = MINUTE;

export function delivery({ store, adapters, organisation, clock, log, tell }: DeliverySettings): Delivery {
  const adapterOf = new Map(adapters.map((adapter) => [adapter.name, adapter]));
  const underWay = new Map<Promise<unknown>, string>();
  const doubtful = doubts({ store, adapterOf, clock, log, tell });
  let pace: Buckets | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let stopTimer: (() => void) | null = null;

  function poke(): void {
    if (stopped || pace === null) return;
    again = true;
    running ??= run(pace).finally(() => {
      running = null;
      if (again) poke();
    });
  }

  async function run(buckets: Buckets): Promise<void> {
    stopTimer?.();
    let wakeAt = Number.POSITIVE_INFINITY;
    while (again && !stopped) {
      again = false;
      try {
        wakeAt = await round(buckets);
      } catch (error) {
        log('error', 'delivery.round-failed', { error: error instanceof Error ? error.name : 'error' });
        wakeAt = clock.now() + AFTER_FAILURE_MS;
      }
    }
    if (stopped) return;
    stopTimer = clock.after(Math.min(Math.max(0, wakeAt - clock.now()), LONGEST_SLEEP), poke);
  }

  /** Begins all that may begin now; answers with when to look again. */
  async function round(buckets: Buckets): Promise<number> {
    const now = clock.now();
    const doubtAt = await doubtful.settle();
    const held = adapters.filter((adapter) => isHeld(buckets, adapter, now));
    const rows = await store.outgoingDue(
      now,
      AT_ONCE,
      held.map(({ name }) => name),
    );
    const waits = held.map((adapter) => buckets.accountReadyAt(adapter.name, adapter.traits, now)).filter((at) => at > now);
    const ready: Ready[] = [];
    // At once, as the claims below: what the store is asked for together costs one wait for the disk.
    for (const one of await Promise.all(rows.map(readied))) {
      if (one === null) continue;
      const at = buckets.readyAt(one.part, one.adapter.traits, now);
      if (at > now) waits.push(at);
      else {
        buckets.take(one.part, one.adapter.traits, now);
        ready.push(one);
      }
    }
    // With the claims, before anything is sent: a crash must not make the next start faster than the platform bears.
    await Promise.all([store.saveBuckets(buckets.changed()), ...ready.map(begin)]);
    if (rows.length === AT_ONCE && ready.length > 0) again = true;
    return Math.min(doubtAt, (await store.nextDue(now)) ?? Number.POSITIVE_INFINITY, ...waits);
  }

  function isHeld(buckets: Buckets, { name, traits }: SendingAdapter, now: number): boolean {
    const count = [...underWay.values()].filter((channel) => channel === name).length;
    return count >= MOST_UNDER_WAY || buckets.accountReadyAt(name, traits, now) > now;
  }

  interface Ready {
    readonly row: OutgoingRow;
    readonly part: OutgoingPart;
    readonly adapter: SendingAdapter;
  }

  /** The next part of a text, cut for a channel if it wasn't; null where none is left. */
  async function readied(row: OutgoingRow): Promise<Ready | null> {
    const part = row.parts.find(({ state }) => state !== 'sent');
    const adapter = adapterOf.get(part?.channel ?? '');
    if (part !== undefined && adapter !== undefined) return { row, part, adapter };
    const channel = channelsOf(row, organisation(), adapters).find((one) => !row.closed.includes(one.channel));
    if (channel === undefined) {
      await giveUp(row);
      return null;
    }
    const parts = await cut(row, channel);
    return parts.length === 0 ? null : await readied({ ...row, parts });
  }

  async function cut(row: OutgoingRow, channel: Channel): Promise<readonly OutgoingPart[]> {
    const longest = adapterOf.get(channel.channel)?.traits.longest ?? { unit: 'characters', most: Number.POSITIVE_INFINITY };
    return await store.cutOutgoing(row.key, channel, splitBlocks(row.blocks, longest, RESENT_MARK));
  }

  async function giveUp({ key, kind, person, to }: OutgoingRow): Promise<void> {
    const at = clock.now();
    log('warn', 'delivery.given-up', { key, kind });
    const trouble = { kind: 'undeliverable', outgoing: { key, kind, person, to }, channel: '', why: 'no-channel', at } as const;
    await store.giveUp(key, at, kind === 'notice' ? [] : tell(trouble));
    again = true;
  }

  async function begin({ row, part, adapter }: Ready): Promise<void> {
    if (stopped || !(await store.claimPart(row.key, part.part, clock.now()))) return;
    const sending = attempt(row, part, adapter, { store, clock, log, tell, pause }).then((result) => {
      underWay.delete(sending);
      if (result.outcome === 'unknown') doubtful.look();
      poke();
    });
    underWay.set(sending, adapter.name);
  }

  function pause(adapter: SendingAdapter, afterMs: number): void {
    pace?.pause(adapter.name, adapter.traits, clock.now(), clock.now() + afterMs);
  }

  return {
    async start() {
      pace = buckets(await store.loadBuckets(), clock.random);
      const count = await store.strandedAttempts(clock.now());
      if (count > 0) log('warn', 'delivery.stranded', { count });
      poke();
    },
    poke,
    async echo(platform, { target, id, text, sentAt }) {
      const plain = text.startsWith(RESENT_MARK) ? text.slice(RESENT_MARK.length) : text;
      const echo = { platform, target: target.to, id: target.id, text: plain, messageId: id };
      if (await store.takeEcho(echo, sentAt - ECHO_WITHIN)) poke();
    },
    async stop() {
      stopped = true;
      stopTimer?.();
      await running;
      await Promise.all(underWay.keys());
      if (pace !== null) await store.saveBuckets(pace.changed());
    },
  };
}
