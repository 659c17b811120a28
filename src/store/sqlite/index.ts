/**
 * The store in a SQLite file: the only place with SQL. Opening looks at the file, refuses what isn't ours or newer than we are
 * (connection.ts), runs the migrations that it lacks (migrate.ts, migrations/), and then prepares every statement once. One file a
 * matter: taking messages in, reading them, what reading made of them, what was sent, who is who, what admins have changed; and
 * for the running service who is heard, what people tell it, what goes out and what becomes of that. Every method is one transaction,
 * and none awaits anything inside it: on one connection, other people's writes would fall into it, and vanish with its rollback.
 */
import type { LiveStore } from '../../ports/live-store.ts';
import { attempts } from './attempts.ts';
import { connect } from './connection.ts';
import { digestKeeping } from './digests.ts';
import { enrolment } from './enrolment.ts';
import { housekeeping } from './housekeeping.ts';
import { inboxKeeping } from './inbox.ts';
import { ingesting } from './ingest.ts';
import { judgedReads } from './judged.ts';
import { messageReads } from './messages.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { recentNumbers } from './numbers.ts';
import { organisationKeeping } from './organisation.ts';
import { bucketKeeping, outbox } from './outbox.ts';
import { refineKeeping } from './refining.ts';
import { settling } from './settled.ts';
import { settlingAndAlerting } from './settled-alerts.ts';
import { together } from './together.ts';
import { tuningKeeping } from './tuning.ts';

const BUSY_MS = 5000;

/** `:memory:` is a store that lasts until it is closed. Throws a `StoreFailure` for what can't be used. */
export function openSqliteStore(path: string, busyMs: number = BUSY_MS): LiveStore {
  const connection = connect(path, { busyMs, migrations: MIGRATIONS });
  const numbers = recentNumbers();
  const steps = together(connection);
  return {
    ...organisationKeeping(connection),
    ...ingesting(connection, numbers),
    ...messageReads(connection, numbers),
    ...settling(connection, numbers),
    ...judgedReads(connection),
    ...digestKeeping(connection),
    ...tuningKeeping(connection),
    ...refineKeeping(connection),
    ...enrolment(connection),
    ...inboxKeeping(connection),
    ...settlingAndAlerting(connection, numbers),
    ...outbox(connection, steps),
    ...attempts(connection, steps),
    ...bucketKeeping(connection, steps),
    ...housekeeping(connection),
    async close() {
      steps.flush();
      connection.db.close();
    },
  };
}
