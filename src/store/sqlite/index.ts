/**
 * The store in a SQLite file: the only place with SQL. Opening looks at the file, refuses what isn't ours or newer than we are
 * (connection.ts), runs the migrations that it lacks (migrate.ts, migrations/), and then prepares every statement once. One file a
 * matter: taking messages in, reading them, what reading made of them, what was sent, who is who, what admins
 * have changed. Every method is one transaction,
 * and none awaits anything inside it: on one connection, other people's writes would fall into it, and vanish with its rollback.
 */
import type { Store } from '../../ports/store.ts';
import { connect } from './connection.ts';
import { digestKeeping } from './digests.ts';
import { ingesting } from './ingest.ts';
import { judgedReads } from './judged.ts';
import { messageReads } from './messages.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { recentNumbers } from './numbers.ts';
import { organisationKeeping } from './organisation.ts';
import { settling } from './settled.ts';
import { tuningKeeping } from './tuning.ts';

const BUSY_MS = 5000;

/** `:memory:` is a store that lasts until it is closed. Throws a `StoreFailure` for what can't be used. */
export function openSqliteStore(path: string, busyMs: number = BUSY_MS): Store {
  const connection = connect(path, { busyMs, migrations: MIGRATIONS });
  const numbers = recentNumbers();
  return {
    ...organisationKeeping(connection),
    ...ingesting(connection, numbers),
    ...messageReads(connection, numbers),
    ...settling(connection, numbers),
    ...judgedReads(connection),
    ...digestKeeping(connection),
    ...tuningKeeping(connection),
    async close() {
      connection.db.close();
    },
  };
}
