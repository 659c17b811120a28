/**
 * The memory of the running service over months: a county's talk week after week at the clock that it was said by, as fast as it is taken,
 * with the digests and alerts that come of it. What the ledger still needs fills it for fifteen weeks: copies are merged for 45 days, and
 * what nothing is heard of is kept for 60 more. After that nothing may grow. `npm run bench:memory [-- 24]`: so many weeks.
 * `npm run bench:memory -- --hour [--minutes 60] [--rate 100]`: an hour's load at so many messages a second instead, at the same clock.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { COMMIT } from '../../src/app/live.ts';
import { keepHeapsSmall } from '../../src/app/small-heaps.ts';
import { services } from '../../src/app.ts';
import { delivery } from '../../src/flow/deliver.ts';
import { HOUR, type Instant } from '../../src/model/instant.ts';
import type { Message } from '../../src/model/message.ts';
import type { ChatAdapter, ChatSink } from '../../src/ports/chat.ts';
import { startService } from '../../src/service/index.ts';
import { groupCommit } from '../../src/store/group-commit.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { traitsOf } from '../kit/scripted-adapter.ts';
import { inFile } from './in-file.ts';
import { loadOf } from './load/index.ts';
import { type MemoryNow, memoryLine, memoryNow } from './memory-now.ts';
import { trendOfSecondHalf } from './trend.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hour: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '100' },
  },
});
/** Messages a second; null where they are handed in as fast as they are taken. */
const RATE = values.hour ? Number(values.rate) : null;
const MINUTES = Number(values.minutes);
/** So often it is looked at in an hour's load. */
const LOOKS = 20;
const WEEKS = RATE === null ? Number(positionals[0] ?? 24) : Number.POSITIVE_INFINITY;
/** Handed in before the first of them must be durable. */
const AT_ONCE = 200;

keepHeapsSmall();
const load = await loadOf(1, 1);
const given = services();

/** Week after week in one order: a chat goes on when the next week's has begun. */
function* inOrder(): Iterable<readonly Message[]> {
  let rest: Message[] = [];
  for (const week of load.weeks()) {
    const from = week[0]?.sentAt ?? 0;
    const said = [...rest, ...week].toSorted((a, b) => a.sentAt - b.sentAt);
    rest = said.filter(({ sentAt }) => sentAt >= from);
    yield said.filter(({ sentAt }) => sentAt < from);
  }
}

async function run(path: string): Promise<void> {
  const store = openSqliteStore(path);
  const platforms = [...new Set(load.org.groups.map((group) => group.platform))];
  const [first = ''] = platforms;
  let now: Instant = 0;
  let sent = 0;
  const sinks = new Map<string, ChatSink>();
  const adapters = platforms.map(
    (platform): ChatAdapter => ({
      name: platform,
      platform,
      traits: traitsOf(),
      start: async (sink) => void sinks.set(platform, sink),
      async send() {
        sent++;
        return { outcome: 'sent' };
      },
      health: () => ({ state: 'up', lastHeardAt: now }),
      check: async () => [],
      membersAmong: async () => null,
      stop: async () => {},
    }),
  );
  const people = load.org.people.map((person) => ({ ...person, accounts: { ...person.accounts, [first]: person.id } }));
  const commit = groupCommit(store, COMMIT);
  const clock = {
    now: () => now,
    random: Math.random,
    after(ms: number, action: () => void) {
      const timer = setTimeout(action, Math.min(ms, 100));
      return () => clearTimeout(timer);
    },
  };
  const weeks = inOrder()[Symbol.iterator]();
  let week = weeks.next().value ?? [];
  while (week.length === 0) week = weeks.next().value ?? [];
  now = week[0]?.sentAt ?? 0;
  const service = await startService({
    ...{ store, adapters, roster: { ...load.org, people }, calendar: given.calendar, shipped: given.rules },
    ...{ spreadMinutes: 0, graceSeconds: 0, messagesDays: 90, keep: commit.put, startReading: given.startReading },
    now: () => now,
    log: (level, event, facts = {}) => {
      if (level === 'error') process.stdout.write(`${event} ${JSON.stringify(facts)}\n`);
    },
    makeDelivery: (organisation) => delivery({ store, adapters, organisation, clock, log: () => {}, tell: () => [] }),
    makeDesk: () => ({ answerWaiting: async () => {}, answerSlow: async () => 0, groupCommand: async () => false }),
  });
  const looks: MemoryNow[] = [];
  async function look(label: string): Promise<void> {
    const seen = await memoryNow();
    looks.push(seen);
    process.stdout.write(`${label}: ${done} messages, ${sent} texts sent, ${memoryLine(seen)}\n`);
  }

  const isHourOver = (): boolean => RATE !== null && looks.length === LOOKS;
  const from = performance.now();
  const secondsGone = (): number => (performance.now() - from) / 1000;
  let tickAt = now;
  let done = 0;
  for (let number = 1; number <= WEEKS; number++, week = weeks.next().value ?? []) {
    let puts: Promise<void>[] = [];
    for (const { seq: _, ...envelope } of week) {
      now = Math.max(now, envelope.sentAt);
      if (now >= tickAt + HOUR || puts.length === AT_ONCE) {
        await Promise.all(puts);
        puts = [];
        if (now >= tickAt + HOUR) {
          await service.tick();
          tickAt = now;
        }
      }
      if (RATE !== null) {
        while (secondsGone() < done / RATE) await wait(5);
        if (secondsGone() >= ((looks.length + 1) * MINUTES * 60) / LOOKS) {
          await look(`minute ${(secondsGone() / 60).toFixed(0)}, week ${number}`);
          if (isHourOver()) break;
        }
      }
      puts.push(sinks.get(envelope.platform)?.accept([{ kind: 'message', envelope }]) ?? Promise.resolve());
      done++;
    }
    await Promise.all(puts);
    await service.tick();
    if (isHourOver()) break;
    if (RATE !== null) continue;
    await wait(300);
    await look(`week ${number}`);
  }
  for (const what of ['resident', 'heap', 'readers'] as const) {
    const { mean, slope } = trendOfSecondHalf(looks.map((one) => one[what]));
    process.stdout.write(`second half, ${what}: ${mean.toFixed(0)} MB, ${slope.toFixed(1)} MB more from one look to the next\n`);
  }
  await service.stop();
  await store.close();
}

await inFile(run);
process.exit(0);
