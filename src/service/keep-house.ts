/** What is done once a day: what is old is forgotten, and the store is copied. */
import { backupTrouble } from '../flow/admin-trouble.ts';
import { DAY, dayAt, type Instant, MINUTE } from '../model/instant.ts';
import type { Organisation } from '../model/organisation.ts';
import type { LiveStore } from '../ports/live-store.ts';
import type { Log } from '../ports/log.ts';
import { codeOf } from './error-facts.ts';
import { type BackupPlan, nightlyBackup } from './nightly-backup.ts';

export interface HouseSettings {
  readonly store: LiveStore;
  readonly organisation: () => Organisation;
  readonly now: () => Instant;
  readonly messagesDays: number;
  readonly backups?: BackupPlan | null;
  /** Something is to be sent. */
  readonly wake: () => void;
  readonly log: Log;
}

export interface House {
  /** At the first tick of a day. */
  forgetOld(): Promise<void>;
  /** After the forgetting, so that what was forgotten isn't in the new copy. */
  copy(): Promise<void>;
}

/** What was answered or could not be sent, and drafts that nobody has confirmed. */
const TEXTS_DAYS = 7;
/** A night's copy that failed is tried again. */
const COPY_AGAIN = 60 * MINUTE;

export function makeHouse({ store, organisation, now, messagesDays, backups = null, wake, log }: HouseSettings): House {
  let triedAt: Instant | null = null;

  return {
    async forgetOld() {
      const at = now();
      const today = dayAt(at, organisation().timezone);
      if ((await store.recall('kept-house')) === today) return;
      await store.remember('kept-house', today);
      const gone = await store.forget(at - messagesDays * DAY, at - TEXTS_DAYS * DAY);
      log('info', 'house.kept', { messages: gone });
    },
    async copy() {
      const at = now();
      const today = dayAt(at, organisation().timezone);
      if (backups === null || (await store.recall('backed-up')) === today) return;
      if (triedAt !== null && at >= triedAt && at - triedAt < COPY_AGAIN) return;
      triedAt = at;
      try {
        await nightlyBackup(store, backups, today);
        await store.remember('backed-up', today);
        log('info', 'backup.made');
      } catch (error) {
        const why = codeOf(error) || 'error';
        log('error', 'backup.failed', { why });
        await store.putOutgoing(backupTrouble(organisation(), backups.folder, why, at));
        wake();
      }
    },
  };
}
