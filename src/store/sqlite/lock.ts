/**
 * One service at a time on a store: a file beside it, held by an exclusive transaction. The operating system lets go of it when the
 * process dies, however it dies, so nothing is ever left locked. Commands that only read or import need no lock.
 */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../../ports/store-failure.ts';

/** Answers with how to let go. Throws a `StoreFailure` where another process holds it. */
export function lockStore(path: string): () => void {
  const file = `${resolve(path)}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new StoreFailure('store.served', { path }, error);
    throw new StoreFailure(
      'store.cannot-open',
      { path: file, reason: error instanceof Database.SqliteError ? error.code : String(error) },
      error,
    );
  }
  return () => db.close();
}
