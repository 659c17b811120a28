/** Puts a backup in the place of a store. The store that was there is kept beside it. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../../ports/store-failure.ts';
import { refusing } from './failure.ts';
import { schemaVersion } from './migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations/index.ts';
import { lockStore } from './service-lock.ts';

/**
 * Answers with where the old store is now; null where there was none. Throws a `StoreFailure` where a service is running on it, or where
 * the backup isn't sound: then nothing has changed.
 * @param mark makes the old store's new name its own
 */
export function restoreStore(backup: string, store: string, mark: string): string | null {
  const path = resolve(store);
  const release = lockStore(path);
  try {
    return refusing(path, () => {
      // A copy is looked at, so that looking leaves nothing beside the backup.
      const fresh = `${path}.restoring`;
      copyFileSync(backup, fresh);
      try {
        refuseUnsound(backup, fresh);
        const old = setAside(path, `${path}.${mark}`);
        renameSync(fresh, path);
        return old;
      } finally {
        for (const side of ['', '-wal', '-shm']) rmSync(fresh + side, { force: true });
      }
    });
  } finally {
    release();
  }
}

function refuseUnsound(backup: string, copy: string): void {
  let reason: string;
  try {
    reason = faultOf(copy) ?? '';
  } catch (error) {
    reason = error instanceof Database.SqliteError ? error.code : 'SQLITE_ERROR';
  }
  if (reason !== '') throw new StoreFailure('store.no-backup', { path: backup, reason });
}

function faultOf(copy: string): string | null {
  const db = new Database(copy);
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'application_id';
    if (schemaVersion(db) > MIGRATIONS.length) return 'user_version';
    const check = String(db.pragma('quick_check(1)', { simple: true }));
    return check === 'ok' ? null : 'quick_check';
  } finally {
    db.close();
  }
}

function setAside(path: string, aside: string): string | null {
  if (!existsSync(path)) return null;
  closeLog(path);
  renameSync(path, aside);
  // What could not be closed is kept as it is: the log belongs to the old store, and would spoil the new one.
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  rmSync(`${path}-shm`, { force: true });
  return aside;
}

/** Brings the write-ahead log into the old store, if that can still be opened. */
function closeLog(path: string): void {
  try {
    const db = new Database(path, { timeout: 1000 });
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
  } catch {
    // It may be damaged: that may be why somebody restores.
  }
}
