/**
 * One process at a time is the service on a store. The lock is an exclusive transaction on a file beside the store, so that the
 * system releases it however the process ends; commands that only read or import need none.
 */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../../ports/store-failure.ts';
import { refusing } from './failure.ts';

/** Answers with how to release it. Throws a `StoreFailure` where another process has it. */
export function lockStore(path: string): () => void {
  if (path === ':memory:') return () => {};
  // The first service of a store makes its folder.
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const db = refusing(path, () => new Database(`${resolve(path)}.lock`, { timeout: 0 }));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw isHeld(error) ? new StoreFailure('store.in-use', { path }, error) : error;
  }
  return () => db.close();
}

function isHeld(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
