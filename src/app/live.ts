/** The part of the composition root that builds the running service. */
import { randomInt } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { ADAPTERS } from '../../adapters/registry.ts';
import type { Services } from '../cli/command.ts';
import { adminTrouble } from '../flow/admin-trouble.ts';
import { commandDesk } from '../flow/commands/desk.ts';
import { delivery } from '../flow/deliver.ts';
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

type Outside = Pick<Services, 'settings' | 'say' | 'codes' | 'rules' | 'calendar' | 'openStore' | 'loadRoster' | 'warn'>;

/** Envelopes that come one by one are committed so many at a time, or after so long. */
const COMMIT = { size: 500, everyMs: 15 };

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  random: () => randomInt(2 ** 47) / 2 ** 47,
};

/** What adapters find around them becomes real only when the service runs: checking a configuration opens no store and logs nothing. */
export function liveServices(outside: Outside, clock: Clock = SYSTEM_CLOCK): Pick<Services, 'prepareService' | 'runService'> {
  let store: LiveStore | null = null;
  let log: Log = () => {};

  const around = (name: string): ChatSurroundings => ({
    now: clock.now,
    log: (level, event, facts) => log(level, event, { adapter: name, ...facts }),
    show: outside.warn,
    remember: async (key, value) => await store?.remember(`${name} ${key}`, value),
    recall: async (key) => (await store?.recall(`${name} ${key}`)) ?? null,
  });

  return {
    prepareService: (path) => prepareService(path, { registry: ADAPTERS, loadRoster: outside.loadRoster, around }),
    async runService(path, { config, roster, adapters, secrets }: Prepared) {
      const file = config.store === undefined ? outside.settings.storePath : resolve(dirname(path), config.store);
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
          flush: commit.flush,
          now: clock.now,
          log,
          makeDelivery: (organisation) => delivery({ store: opened, adapters, organisation, clock, log, tell: adminTrouble(organisation) }),
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
