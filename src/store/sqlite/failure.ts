/** What SQLite and the file system say when a store can't be used, as failures that the port knows. */
import Database from 'better-sqlite3';
import type { StoreFailureCode } from '../../ports/store-failure.ts';
import { StoreFailure } from '../../ports/store-failure.ts';

/** By the primary result code; the extended ones only append to its name. */
const CODES: readonly (readonly [primary: string, code: StoreFailureCode])[] = [
  ['SQLITE_NOTADB', 'store.not-a-database'],
  ['SQLITE_READONLY', 'store.read-only'],
  ['SQLITE_BUSY', 'store.locked'],
  ['SQLITE_LOCKED', 'store.locked'],
  ['SQLITE_FULL', 'store.disk-full'],
  ['SQLITE_CORRUPT', 'store.damaged'],
  ['SQLITE_CANTOPEN', 'store.cannot-open'],
];

/** Runs the action; what it throws comes out as a `StoreFailure` where it is one, and unchanged where it is our own mistake. */
export function refusing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw failureOf(path, error);
  }
}

export function failureOf(path: string, error: unknown): unknown {
  if (error instanceof Database.SqliteError) {
    const code = CODES.find(([primary]) => error.code.startsWith(primary))?.[1];
    return code === undefined ? error : new StoreFailure(code, { path, reason: error.code }, error);
  }
  const reason = systemCode(error);
  return reason === null ? error : new StoreFailure('store.cannot-open', { path, reason }, error);
}

/** The code of an error of the file system (EACCES, ENOTDIR …). */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
