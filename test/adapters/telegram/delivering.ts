/** A store with a digest for each of many people, an adapter, and the platform: all that sending needs, up and running. */
import { kind } from '../../../adapters/telegram/index.ts';
import { type Delivery, delivery } from '../../../src/flow/deliver.ts';
import type { Outgoing } from '../../../src/model/outgoing.ts';
import type { LiveStore } from '../../../src/ports/live-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { aPerson } from '../../kit/digest-builders.ts';
import { quiet } from '../../kit/hand-clock.ts';
import { anOutgoing } from '../../kit/outgoing-builders.ts';
import { type Limits, startTelegramPeer, type TelegramPeer } from '../../peers/telegram.ts';
import { recordedSurroundings, recordingSink } from '../kit/surroundings.ts';

const FIRST = 5000;

export interface Delivering {
  readonly peer: TelegramPeer;
  readonly store: LiveStore;
  readonly going: Delivery;
  readonly texts: readonly Outgoing[];
  close(): Promise<void>;
}

export interface DeliveringOptions {
  /** How much faster than the wall its clock goes. */
  readonly speed?: number;
  readonly limits?: Limits;
  /** What the peer is told before the first text goes out. */
  readonly before?: (peer: TelegramPeer) => void;
}

export async function beginDelivering(people: number, { speed = 1, limits = {}, before }: DeliveringOptions = {}): Promise<Delivering> {
  const peer = await startTelegramPeer({ limits, seed: 7 });
  const accounts = Array.from({ length: people }, (_, index) => FIRST + index);
  for (const id of accounts) peer.script.user({ id, first_name: `干部${id}` });
  for (const id of accounts) peer.script.start(id);
  const adapter = kind.make(
    'one',
    { apiRoot: peer.url, retrySeconds: 0.02, retrySecondsMost: 0.1 },
    { TOKEN: peer.token },
    recordedSurroundings(),
  );
  if ('mistakes' in adapter) throw new Error('mistakes');
  await adapter.start(recordingSink());
  const persons = accounts.map((id) => aPerson({ id: `p${id}`, accounts: { telegram: String(id) } }));
  const store = openSqliteStore(':memory:');
  const began = Date.now();
  const now = () => began + (Date.now() - began) * speed;
  const going = delivery({
    store,
    adapters: [adapter],
    organisation: () => ({ personById: new Map(persons.map((person) => [person.id, person])) }),
    clock: {
      now,
      after(ms, action) {
        const timer = setTimeout(action, ms / speed);
        return () => clearTimeout(timer);
      },
      random: () => 0.5,
    },
    log: quiet,
    tell: () => [],
  });
  const texts: readonly Outgoing[] = persons.map(({ id }) =>
    anOutgoing({ key: `digest 2026-11-17 ${id}`, person: id, blocks: [`日要 ${id}`], createdAt: now(), notBefore: now() }),
  );
  await store.putOutgoing(texts);
  before?.(peer);
  await going.start();
  going.poke();
  return {
    peer,
    store,
    going,
    texts,
    async close() {
      await going.stop();
      await adapter.stop();
      await peer.close();
      await store.close();
    },
  };
}
