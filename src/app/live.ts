/** The part of the composition root that builds the running service. */
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { ADAPTERS } from '../../adapters/registry.ts';
import type { Services } from '../cli/command.ts';
import { isWordCode } from '../cli/words.ts';
import { configuredStore } from '../config/settings.ts';
import { adminTrouble } from '../flow/admin-trouble.ts';
import { commandDesk } from '../flow/commands/desk.ts';
import { delivery } from '../flow/deliver.ts';
import { refining } from '../flow/refine.ts';
import { runningRules } from '../flow/rule-book.ts';
import type { ChatSurroundings } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { Log } from '../ports/log.ts';
import { jsonLog } from '../service/log.ts';
import type { BackupPlan } from '../service/nightly-backup.ts';
import { type Prepared, prepareService } from '../service/prepare.ts';
import { runService } from '../service/run.ts';
import { groupCommit } from '../store/group-commit.ts';
import { lockStore } from '../store/sqlite/service-lock.ts';
import { refinerOf } from './refiner.ts';
import { keepHeapsSmall } from './small-heaps.ts';

type Outside = Pick<Services, 'settings' | 'say' | 'codes' | 'rules' | 'calendar' | 'openStore' | 'startReading' | 'loadRoster' | 'warn'>;

/** Envelopes that come one by one are committed so many at a time, or after so long: a wait for the disk keeps everybody else waiting. */
export const COMMIT = { size: 500, everyMs: 30 };

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  random: () => randomInt(2 ** 47) / 2 ** 47,
};

/** What adapters find around them becomes real only when the service runs: checking a configuration opens no store and logs nothing. */
export function liveServices(
  outside: Outside,
  clock: Clock = SYSTEM_CLOCK,
): Pick<Services, 'prepareService' | 'runService' | 'makeRefiner'> {
  let store: LiveStore | null = null;
  let log: Log = () => {};

  /** The state of an adapter is a code; who looks at the terminal is told what to do about it. */
  const worded = (facts: LogFacts): LogFacts => {
    const code = String(facts['code'] ?? '');
    return isWordCode(code) ? { ...facts, says: outside.say(code, wordFacts(facts)) } : facts;
  };
  const around = (name: string, file: string): ChatSurroundings => ({
    now: clock.now,
    log: (level, event, facts = {}) => log(level, event, { adapter: name, ...worded(facts) }),
    show: outside.warn,
    remember: async (key, value) => await store?.remember(`${name} ${key}`, value),
    recall: async (key) => (await (store === null ? recallFrom(file, outside, `${name} ${key}`) : store.recall(`${name} ${key}`))) ?? null,
  });
  // The default configuration's store, or the one that the environment names, is that of every command.
  const storeFile = (path: string): string =>
    (path === outside.settings.configPath ? null : configuredStore(path)) ?? outside.settings.storePath;

  return {
    prepareService: (path) =>
      prepareService(path, { registry: ADAPTERS, loadRoster: outside.loadRoster, around: (name) => around(name, storeFile(path)) }),
    makeRefiner: (prepared) => refinerOf(prepared, clock),
    async runService(path, prepared: Prepared) {
      keepHeapsSmall();
      const { config, roster, adapters, secrets } = prepared;
      const refiner = await refinerOf(prepared, clock);
      const file = storeFile(path);
      const unlock = lockStore(file);
      try {
        const opened = outside.openStore(file);
        store = opened;
        log = jsonLog(config.log.level, secrets);
        const commit = groupCommit(opened, COMMIT);
        await runService({
          store: opened,
          config,
          roster,
          adapters,
          calendar: outside.calendar,
          shipped: outside.rules,
          spreadMinutes: config.digest.spreadMinutes,
          graceSeconds: config.digest.graceSeconds,
          messagesDays: config.retention.messagesDays,
          backups: backupPlan(path, config),
          keep: commit.put,
          startReading: availableParallelism() > 1 ? outside.startReading : undefined,
          flush: commit.flush,
          now: clock.now,
          log,
          makeDelivery: (organisation) => delivery({ store: opened, adapters, organisation, clock, log, tell: adminTrouble(organisation) }),
          ...(refiner === null
            ? {}
            : {
                makeRefining: (parts) =>
                  refining({
                    store: opened,
                    refiner,
                    mode: config.refine.mode,
                    budget: config.refine,
                    organisation: parts.organisation,
                    ledger: () => parts.reader.ledger(),
                    calendar: outside.calendar,
                    hash: outside.codes.hash,
                    now: clock.now,
                    log,
                  }),
              }),
          makeDesk: (parts) =>
            commandDesk({
              ...parts,
              store: opened,
              adapters,
              calendar: outside.calendar,
              shipped: outside.rules,
              rules: () => runningRules(opened, outside.rules),
              now: clock.now,
              randomCode: outside.codes.random,
              hash: outside.codes.hash,
              log,
            }),
          started: (port) =>
            outside.warn(
              outside.say('service.started', {
                chats: adapters.map(({ name }) => name).join(' '),
                health: port === null ? outside.say('service.no-health') : `http://127.0.0.1:${port}/healthz`,
              }),
            ),
        });
      } finally {
        unlock();
      }
    },
  };
}

function backupPlan(path: string, { retention }: Prepared['config']): BackupPlan | null {
  const { backups, backupsKept } = retention;
  return backups === undefined || backups === null ? null : { folder: resolve(dirname(path), backups), kept: backupsKept };
}

/** What an adapter has learned is looked up by `doctor` too, while a service may be running on the store. */
async function recallFrom(file: string, { openStore }: Outside, key: string): Promise<string | null> {
  if (!existsSync(file)) return null;
  const store = openStore(file);
  try {
    return await store.recall(key);
  } finally {
    await store.close();
  }
}

type LogFacts = NonNullable<Parameters<Log>[2]>;

function wordFacts(facts: LogFacts): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));
}
