/** How the service is: which platforms are reached, what is not heard, what waits to be sent. States and counts, no names and no texts. */
import type { Instant } from '../model/instant.ts';
import type { ChatAdapter } from '../ports/chat.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { HealthReport } from './health-page.ts';

export interface HealthFacts {
  readonly store: Pick<LiveStore, 'unknownParts' | 'outgoingDue'>;
  readonly adapters: readonly ChatAdapter[];
  readonly startedAt: Instant;
  readonly groupsNotCovered: number;
  readonly now: Instant;
}

/** More are not counted. */
const MOST_WAITING = 1000;

export async function healthOf({ store, adapters, startedAt, groupsNotCovered, now }: HealthFacts): Promise<HealthReport> {
  const states = Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.health().state]));
  const unknown = (await store.unknownParts()).length;
  const waiting = (await store.outgoingDue(now, MOST_WAITING)).length;
  const ok = Object.values(states).every((state) => state === 'up' || state === 'starting' || state === 'degraded');
  return { ok, adapters: states, groupsNotCovered, sending: { waiting, unknown }, startedAt: new Date(startedAt).toISOString() };
}
