/** A complete copy of a store while it runs. It takes the place of an older copy, and of nothing else. */
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../../ports/store-failure.ts';
import { failureOf, systemCode } from './failure.ts';
import { APPLICATION_ID } from './migrations/index.ts';

/** Throws a `StoreFailure` where the name is another file's, or nothing can be written there: then nothing has changed. */
export async function copyStore(db: Database.Database, to: string): Promise<void> {
  // A copy that is only half there never has the name that was asked for.
  const part = `${to}.${process.pid}.part`;
  try {
    statSync(dirname(to));
    refuseTaken(db, to);
    rmSync(part, { force: true });
    await db.backup(part);
    renameSync(part, to);
  } catch (error) {
    throw copyFailure(db, to, error);
  } finally {
    if (existsSync(part)) rmSync(part, { force: true });
  }
}

function refuseTaken(db: Database.Database, to: string): void {
  if (!existsSync(to)) return;
  if (!db.memory && isSameFile(db.name, to)) throw new StoreFailure('store.copy-of-itself', { path: to });
  // A log beside it is a store's that is open, or was not closed; it would spoil the copy.
  if (!isStore(to) || existsSync(`${to}-wal`)) throw new StoreFailure('store.copy-taken', { path: to });
}

/** Also by another name: a link, or another way to write the path. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true }));
  return a?.dev === b?.dev && a?.ino === b?.ino;
}

const MAGIC = 'SQLite format 3\u0000';
const OWNER_AT = 68;

/** By the head of the file alone: opening a database may write beside it. */
function isStore(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const head = Buffer.alloc(OWNER_AT + 4);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1', 0, MAGIC.length) === MAGIC && head.readInt32BE(OWNER_AT) === APPLICATION_ID;
}

/** What can't be written is told of the copy, what can't be read of the store. */
function copyFailure(db: Database.Database, to: string, error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : systemCode(error);
  if (code === null) return error;
  if (code.startsWith('SQLITE_FULL')) return failureOf(to, error);
  const isOfStore = code.startsWith('SQLITE_') && !/^SQLITE_(?:CANTOPEN|READONLY)/u.test(code);
  return isOfStore ? failureOf(db.name, error) : new StoreFailure('store.cannot-copy', { path: to, reason: code }, error);
}
