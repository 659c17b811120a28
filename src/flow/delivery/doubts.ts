/** Parts that may have been sent: looked through when one came up and when the next is due, and cleared up by `reconciling`. */
import type { Instant } from '../../model/instant.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LiveStore, OutgoingPart } from '../../ports/live-store.ts';
import type { Log } from '../../ports/log.ts';
import type { SendingAdapter } from './channels.ts';
import { reconciling } from './reconcile.ts';
import type { TellTrouble } from './trouble.ts';

export interface DoubtSettings {
  readonly store: Pick<LiveStore, 'unknownParts' | 'reconcilePart' | 'outgoing'>;
  readonly adapterOf: ReadonlyMap<string, SendingAdapter>;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: TellTrouble;
}

export interface Doubts {
  /** One more has come up. */
  look(): void;
  /** Clears up what can be by now; answers with when the next can be. */
  settle(): Promise<Instant>;
}

export function doubts({ store, adapterOf, clock, log, tell }: DoubtSettings): Doubts {
  /** There may be some from before. */
  let nextAt = Number.NEGATIVE_INFINITY;
  /** When each attempt was first seen to be unknown; where the clock was set back since, the time it shows now. */
  const seen = new Map<string, Instant>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** Most are proved to have been sent, and never come to be settled here. */
  function forgetAllBut(parts: readonly OutgoingPart[]): void {
    const unknown = new Set(parts.map(attemptOf));
    for (const id of seen.keys()) if (!unknown.has(id)) seen.delete(id);
  }

  async function settleOne(part: OutgoingPart, now: Instant): Promise<Instant | null> {
    const id = attemptOf(part);
    const first = Math.min(now, seen.get(id) ?? now);
    seen.set(id, first);
    const proof = adapterOf.get(part.channel)?.traits.proof ?? 'none';
    const { as, at } = reconciling(part, proof, Math.min(part.triedAt ?? first, first));
    if (at > now) return at;
    seen.delete(id);
    log('warn', 'delivery.reconciled', { key: part.key, part: part.part, channel: part.channel, as });
    await store.reconcilePart(part.key, part.part, as, now, as === 'failed' ? await noticesOf(part, now) : []);
    return null;
  }

  async function noticesOf({ key, channel }: OutgoingPart, at: Instant): Promise<readonly Outgoing[]> {
    const row = await store.outgoing(key);
    if (row === null || row.kind === 'notice') return [];
    const { kind, person, to } = row;
    return tell({ kind: 'uncertain', outgoing: { key, kind, person, to }, channel, why: 'no-proof', at });
  }

  return {
    look() {
      nextAt = Number.NEGATIVE_INFINITY;
    },
    async settle() {
      const now = clock.now();
      const wasSetBack = now < lookedAt;
      lookedAt = now;
      if (nextAt > now && !wasSetBack) return nextAt;
      // Set before looking: what comes up meanwhile is looked at in the next round.
      nextAt = Number.POSITIVE_INFINITY;
      const times: Instant[] = [];
      const parts = await store.unknownParts();
      forgetAllBut(parts);
      for (const part of parts) {
        const at = await settleOne(part, now);
        if (at !== null) times.push(at);
      }
      nextAt = Math.min(nextAt, ...times);
      return nextAt;
    },
  };
}

function attemptOf({ key, part, attempts }: OutgoingPart): string {
  return `${key} ${part} ${attempts}`;
}
