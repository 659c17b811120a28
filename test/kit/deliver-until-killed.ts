/**
 * A service that sends what is in a store until it is killed, or done. Its platform is a file: each message is a line there, written
 * whole. Arguments: the store's file, the platform's file, how far the clock is ahead, and at which message it kills itself and where:
 * `before` or `after` the platform has it (`never` for a parent that does the killing).
 */
import { appendFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { delivery } from '../../src/flow/deliver.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { lockStore } from '../../src/store/sqlite/service-lock.ts';
import { aPerson } from './digest-builders.ts';
import { traitsOf } from './scripted-adapter.ts';

// It doesn't live to do it at its end.
flushCompileCache();
const [path = '', platform = '', ahead = '0', place = 'never', fatal = '0'] = process.argv.slice(2);
let calls = 0;

function dieAt(here: string, call: number): void {
  if (place === here && call === Number(fatal)) process.kill(process.pid, 'SIGKILL');
}

const pace = { burst: 8, everyMs: 3 };
const adapter = (name: string) => ({
  name,
  platform: name,
  traits: traitsOf({ pace: { account: pace, person: pace, group: pace } }),
  async send({ key, text }: { readonly key: string; readonly text: string }) {
    const call = ++calls;
    dieAt('before', call);
    await wait(2);
    appendFileSync(platform, `${JSON.stringify({ key, text, by: name })}\n`);
    dieAt('after', call);
    await wait(2);
    return { outcome: 'sent' as const };
  },
});

const PEOPLE = new Map(
  Array.from({ length: 1000 }, (_, index) => {
    const id = `person-${index}`;
    return [id, aPerson({ id, accounts: { one: id, two: id } })];
  }),
);

lockStore(path);
const store = openSqliteStore(path);
const going = delivery({
  store,
  adapters: [adapter('one'), adapter('two')],
  organisation: () => ({ personById: PEOPLE }),
  clock: {
    now: () => Date.now() + Number(ahead),
    random: Math.random,
    after(ms, action) {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
  },
  log: () => {},
  tell: () => [],
});
await going.start();
writeSync(1, 'started\n');
for (;;) {
  await wait(20);
  const now = Date.now() + Number(ahead);
  const isDone =
    (await store.nextDue(0)) === null && (await store.unknownParts()).length === 0 && (await store.outgoingDue(now, 1)).length === 0;
  if (!isDone) continue;
  await going.stop();
  if ((await store.nextDue(0)) === null && (await store.unknownParts()).length === 0) break;
}
await store.close();
process.exit(0);
