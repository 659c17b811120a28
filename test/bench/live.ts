/**
 * `npm run bench:live [-- --seconds 60 --rate 2000 --copies 3]`: the running service under load. So many messages a second come in through the sink of
 * an adapter, each acknowledged when it is durable; how long until an alert goes out for what can't wait, and what memory it takes.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { COMMIT } from '../../src/app/live.ts';
import { keepHeapsSmall } from '../../src/app/small-heaps.ts';
import { services } from '../../src/app.ts';
import { delivery } from '../../src/flow/deliver.ts';
import type { SendResult } from '../../src/model/outgoing.ts';
import type { ChatAdapter, ChatSink, OutgoingText } from '../../src/ports/chat.ts';
import { startService } from '../../src/service/index.ts';
import { groupCommit } from '../../src/store/group-commit.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { traitsOf } from '../kit/scripted-adapter.ts';
import { inFile } from './in-file.ts';
import { loadOf } from './load/index.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '2000' },
    copies: { type: 'string', default: '3' },
  },
});
const [SECONDS, RATE] = [Number(values.seconds), Number(values.rate)];

/** All is said at once, on an afternoon of the load's first week, so that what can't wait for the digest doesn't depend on when the bench is run. */
const AFTERNOON = Date.UTC(2026, 8, 8, 7);
const shift = AFTERNOON - Date.now();
const now = (): number => Date.now() + shift;
/** Handed in before anything is measured, at a quarter of the rate: a service that has just been started is compiled while it runs. */
const WARM = 5000;

interface Alerted {
  readonly key: string;
  readonly at: number;
}

/** Hands in what the bench gives it, and notes when what goes out went out. */
function benchAdapter(platform: string, alerted: Alerted[]) {
  let sink: ChatSink | null = null;
  const adapter: ChatAdapter = {
    name: platform,
    platform,
    traits: traitsOf(),
    async start(given) {
      sink = given;
    },
    async send({ key }: OutgoingText): Promise<SendResult> {
      if (key.startsWith('alert ')) alerted.push({ key: key.replace(/ 1\/1$/u, ''), at: now() });
      return { outcome: 'sent' };
    },
    health: () => ({ state: 'up', lastHeardAt: now() }),
    check: async () => [],
    membersAmong: async () => null,
    stop: async () => {},
  };
  return { adapter, accept: (...events: Parameters<ChatSink['accept']>) => sink?.accept(...events) ?? Promise.resolve() };
}

keepHeapsSmall();
const load = await loadOf(1, Number(values.copies));
const given = services();

async function run(path: string): Promise<void> {
  const store = openSqliteStore(path);
  const alerted: Alerted[] = [];
  const platforms = [...new Set(load.org.groups.map((group) => group.platform))];
  const made = new Map(platforms.map((platform) => [platform, benchAdapter(platform, alerted)]));
  const adapters = [...made.values()].map(({ adapter }) => adapter);
  const people = load.org.people.map((person) => ({ ...person, accounts: { ...person.accounts, [platforms[0] ?? '']: person.id } }));
  const commit = groupCommit(store, COMMIT);
  const clock = {
    now,
    random: Math.random,
    after(ms: number, action: () => void) {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
  };
  const service = await startService({
    store,
    adapters,
    roster: { ...load.org, people },
    calendar: given.calendar,
    shipped: given.rules,
    spreadMinutes: 0,
    graceSeconds: 0,
    messagesDays: 90,
    keep: commit.put,
    startReading: given.startReading,
    now,
    log: (level, event, facts = {}) => {
      if (level === 'error') print(event, JSON.stringify(facts));
    },
    makeDelivery: (organisation) => delivery({ store, adapters, organisation, clock, log: () => {}, tell: () => [] }),
    makeDesk: () => ({ answerWaiting: async () => {}, answerSlow: async () => 0, groupCommand: async () => false }),
  });
  const waited: number[] = [];
  const memory: number[] = [];
  const messages = load.messages(WARM + SECONDS * RATE);

  /** Hands in the messages [first, end) at a rate, and resolves when all are durable. */
  async function handIn(first: number, end: number, rate: number, durable: (ms: number) => void): Promise<void> {
    const from = performance.now();
    const puts: Promise<void>[] = [];
    for (let number = first; number < end; await wait(5)) {
      const due = Math.min(end, first + ((performance.now() - from) * rate) / 1000);
      for (; number < due; number++) {
        const message = messages[number];
        if (message === undefined) return;
        const { seq: _, ...envelope } = message;
        const start = performance.now();
        const event = { kind: 'message' as const, envelope: { ...envelope, id: `${envelope.id}-${number}`, sentAt: now() } };
        const put = made.get(envelope.platform)?.accept([event]) ?? Promise.resolve();
        puts.push(put.then(() => durable(performance.now() - start)));
      }
      if (memory.length < (10 * (number - first)) / (end - first)) memory.push(process.memoryUsage.rss());
    }
    await Promise.all(puts);
  }

  await handIn(0, WARM, RATE / 4, () => {});
  await service.tick();
  memory.length = 0;
  const total = SECONDS * RATE;
  const measuredFrom = now();
  const from = performance.now();
  const [own, all] = [process.threadCpuUsage(), process.cpuUsage()];
  await handIn(WARM, WARM + total, RATE, (ms) => void waited.push(ms));
  await service.tick();
  const behind = performance.now() - from - SECONDS * 1000;
  while ((await store.outgoingDue(now(), 1)).length > 0) await wait(50);
  await wait(1500);
  const [ownTaken, allTaken] = [process.threadCpuUsage(own), process.cpuUsage(all)];
  const told: number[] = [];
  for (const { key, at } of alerted) {
    const row = await store.outgoing(key);
    if (row !== null && row.createdAt >= measuredFrom) told.push(at - row.createdAt);
  }
  const stored = (await store.countMessages()) - WARM;
  await service.stop();
  await store.close();
  print(`${RATE} messages a second for ${SECONDS} s`, `${stored} of ${total} stored`);
  print('durable', spread(waited));
  print(`from message to alert (${told.length}, ${((100 * told.length) / stored).toFixed(0)} in 100)`, spread(told));
  const each = ({ user, system }: { user: number; system: number }): string => ((user + system) / stored / 1000).toFixed(2);
  print('all settled', `${Math.max(0, behind).toFixed(0)} ms after the last came in`);
  print('processor time a message', `${each(ownTaken)} ms in the main thread, ${each(allTaken)} ms in all threads`);
  print('memory, tenth by tenth', `${memory.map((bytes) => (bytes / 2 ** 20).toFixed(0)).join(' ')} MB`);
}

function spread(list: number[]): string {
  list.sort((a, b) => a - b);
  const p = (share: number): string => (list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0).toFixed(0);
  return `p50 ${p(0.5)} ms, p99 ${p(0.99)} ms, longest ${p(1)} ms`;
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(34)}  ${value}\n`);
}

await inFile(run);
process.exit(0);
