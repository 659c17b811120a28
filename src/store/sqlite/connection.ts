/** One connection to a store's file: found or made, known to be ours, brought up to date, and set to lose nothing. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../../ports/store-failure.ts';
import { refusing } from './failure.ts';
import type { Migration } from './migrate.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { APPLICATION_ID } from './migrations/index.ts';

export interface Connection {
  readonly db: Database.Database;
  /**
   * Makes a function one transaction. It takes the write lock at once: a transaction that first reads and then asks for the lock
   * would be refused, without any waiting, when another process wrote in between.
   */
  writing<Given extends unknown[], Answer>(run: (...given: Given) => Answer): (...given: Given) => Answer;
  /**
   * The same for what can be derived again from what is stored: it doesn't wait for the disk. The next transaction that does makes it durable
   * too, since the log is written in order: so nothing that rests on it, such as an attempt to send, can survive a loss of power without it.
   */
  deriving<Given extends unknown[], Answer>(run: (...given: Given) => Answer): (...given: Given) => Answer;
}

export interface ConnectionSettings {
  /** How long to wait for another process's transaction, in milliseconds. */
  readonly busyMs: number;
  readonly migrations: readonly Migration[];
}

const MEMORY = ':memory:';

export function connect(path: string, settings: ConnectionSettings): Connection {
  const db = refusing(path, () => openFile(path, settings.busyMs));
  try {
    refusing(path, () => bringUpToDate(db, path, settings.migrations));
  } catch (error) {
    db.close();
    throw error;
  }
  const inOne = <Given extends unknown[], Answer>(run: (...given: Given) => Answer): ((...given: Given) => Answer) => {
    const transaction = db.transaction(run).immediate;
    return (...given) => refusing(path, () => transaction(...given));
  };
  return {
    db,
    writing: inOne,
    deriving(run) {
      const transaction = inOne(run);
      return (...given) => {
        db.pragma('synchronous = NORMAL');
        try {
          return transaction(...given);
        } finally {
          db.pragma('synchronous = FULL');
        }
      };
    },
  };
}

function openFile(path: string, busyMs: number): Database.Database {
  if (path === MEMORY) return new Database(MEMORY);
  // An absolute path: SQLite would take an empty one for a database that is thrown away on closing.
  const file = resolve(path);
  mkdirSync(dirname(file), { recursive: true });
  return new Database(file, { timeout: busyMs });
}

function bringUpToDate(db: Database.Database, path: string, migrations: readonly Migration[]): void {
  // Looking comes first: nothing may be changed in a file that we refuse.
  db.transaction(() => refuseForeign(db, path, migrations.length))();
  db.pragma('journal_mode = WAL');
  // In WAL mode this build of SQLite would fall back to NORMAL, which loses acknowledged commits when the power fails.
  db.pragma('synchronous = FULL');
  // A checkpoint each 64 MB instead of each 4: large imports stay fast.
  db.pragma('wal_autocheckpoint = 16000');
  copyBeforeUpgrade(db, migrations.length);
  migrate(db, migrations);
}

/** An upgrade can't be undone: `store.sqlite.before-upgrade-2` is the store as version 2 of the tables left it. */
function copyBeforeUpgrade(db: Database.Database, known: number): void {
  const found = schemaVersion(db);
  if (db.memory || found === 0 || found >= known) return;
  const copy = `${db.name}.before-upgrade-${found}`;
  const part = `${copy}.${process.pid}.part`;
  try {
    db.prepare('VACUUM INTO ?').run(part);
    renameSync(part, copy);
  } finally {
    rmSync(part, { force: true });
  }
}

function refuseForeign(db: Database.Database, path: string, known: number): void {
  const found = schemaVersion(db);
  const owner = db.pragma('application_id', { simple: true });
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (owner !== APPLICATION_ID && !(owner === 0 && empty)) throw new StoreFailure('store.foreign', { path });
  if (found > known) throw new StoreFailure('store.newer', { path, found: String(found), known: String(known) });
}
