/** The service on a platform that loses answers and shows the bot its own messages: what came back is sent, and is never sent again. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADAPTERS } from '../../adapters/registry.ts';
import { adminTrouble } from '../../src/flow/admin-trouble.ts';
import { delivery } from '../../src/flow/deliver.ts';
import type { Roster } from '../../src/model/organisation.ts';
import type { ChatAdapter } from '../../src/ports/chat.ts';
import type { LiveStore } from '../../src/ports/live-store.ts';
import { startService } from '../../src/service/index.ts';
import type { Service } from '../../src/service/parts.ts';
import { groupCommit } from '../../src/store/group-commit.ts';
import { ASK, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';
import { until as eventually } from '../kit/patience.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { type OneBotPeer, startOneBotServer } from '../peers/onebot.ts';

const ACCOUNTS: Readonly<Record<string, string>> = { bo: '20001', lin: '20002', mei: '20003' };
const GROUP = '618033';
const ROSTER: Roster = {
  ...TOWNSHIP,
  people: TOWNSHIP.people.map((person) => ({
    ...person,
    roles: person.id === 'bo' ? ['leader', 'admin'] : person.roles,
    accounts: { qq: ACCOUNTS[person.id] ?? '' },
  })),
  groups: [{ platform: 'qq', id: GROUP, name: '工作群', department: '', members: ['bo', 'lin', 'mei'] }],
};

let peer: OneBotPeer;
let store: LiveStore;
let running: Service | null;
let now: number;

beforeEach(async () => {
  now = at('2026-11-16 09:00');
  peer = await startOneBotServer({ now: () => now });
  peer.world.group(GROUP, '工作群', { '20001': '博', '20002': '林', '20003': '梅' });
  store = PROGRAM.openStore(':memory:');
  running = null;
});

afterEach(async () => {
  await running?.stop();
  await peer.close();
});

async function adapter(): Promise<ChatAdapter> {
  const kind = await ADAPTERS['onebot']?.();
  const settings = { url: peer.url, reportsSelf: true, timeoutSeconds: 1, retrySeconds: 0.02, retrySecondsMost: 0.1 };
  const around = {
    now: () => now,
    log: () => {},
    show: () => {},
    remember: (key: string, value: string) => store.remember(key, value),
    recall: (key: string) => store.recall(key),
  };
  const made = kind?.make('qq', settings, {}, around);
  if (made === undefined || 'mistakes' in made) throw new Error('the adapter has mistakes');
  return made;
}

async function start(): Promise<Service> {
  const adapters = [await adapter()];
  const commit = groupCommit(store, { size: 100, everyMs: 5 });
  running = await startService({
    store,
    adapters,
    roster: ROSTER,
    calendar: PROGRAM.calendar,
    shipped: PROGRAM.rules,
    spreadMinutes: 0,
    graceSeconds: 0,
    messagesDays: 90,
    backups: null,
    keep: commit.put,
    now: () => now,
    log: () => {},
    makeDelivery: (organisation) =>
      delivery({
        store,
        adapters,
        organisation,
        log: () => {},
        tell: adminTrouble(organisation),
        clock: {
          now: () => now,
          random: () => 0,
          after(ms, action) {
            const timer = setTimeout(action, Math.min(ms, 50));
            return () => clearTimeout(timer);
          },
        },
      }),
    makeDesk: () => ({ answerWaiting: async () => {}, answerSlow: async () => 0, groupCommand: async () => false }),
  });
  return running;
}

/** Meanwhile time goes on, some seconds of it: texts go out at the pace of the platform. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  let left = 500;
  await eventually(async () => {
    if (await done()) return true;
    if (left-- > 0) now += 40;
    return false;
  });
}

const digestsTo = (account: string) => peer.world.sent.filter(({ id, text }) => id === account && text.includes('群要 · ')).length;

it('one digest each, though the first answer is lost, the line breaks and the service restarts', async () => {
  const service = await start();
  await until(() => peer.greeted());
  peer.world.say(GROUP, '20001', ASK);
  await until(async () => (await store.countMessages()) === 1);
  now = at('2026-11-16 18:00');
  peer.world.fault({ action: 'send_private_msg', taken: true, as: 'silence' });
  await service.tick();
  await until(() => digestsTo('20002') === 1 && digestsTo('20003') === 1);
  await peer.offline();
  await peer.online();
  await service.stop();
  // Long after anything unknown would be sent again.
  now = at('2026-11-16 18:20');
  const second = await start();
  await until(() => peer.greeted());
  await second.tick();
  now = at('2026-11-16 18:40');
  await second.tick();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([digestsTo('20001'), digestsTo('20002'), digestsTo('20003')]).toEqual([1, 1, 1]);
  expect(await store.countMessages()).toBe(1);
  expect(peer.world.sent.filter(({ text }) => text.includes('补发'))).toEqual([]);
});
