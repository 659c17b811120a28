import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreFailure } from '../../../src/ports/store-failure.ts';
import { connect } from '../../../src/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { MIGRATIONS } from '../../../src/store/sqlite/migrations/index.ts';
import { readOnly } from '../../kit/read-only.ts';
import { anAnswer, anEnvelope, aVerdict, envelopesBetween } from '../../kit/store-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'store.sqlite');
});

/** What opening, or another use, is refused with. */
function refusalOf(use: () => unknown): Pick<StoreFailure, 'name' | 'code' | 'facts'> {
  try {
    use();
  } catch (error) {
    const { name, code, facts } = error as StoreFailure;
    return { name, code, facts };
  }
  throw new Error('it was not refused');
}

async function makeStore(): Promise<void> {
  const store = openSqliteStore(path);
  await store.ingest(envelopesBetween(0, 10));
  await store.close();
}

function changeFile(statement: string): void {
  const db = new Database(path);
  db.exec(statement);
  db.close();
}

describe('opening a store', () => {
  it('makes the folders above it', async () => {
    const deep = join(path, 'not', 'yet', 'there.sqlite');
    await openSqliteStore(deep).close();
    expect(existsSync(deep)).toBe(true);
  });

  it('takes an empty file for a new store', async () => {
    writeFileSync(path, '');
    await makeStore();
    expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('finds everything again, and goes on numbering', async () => {
    const store = openSqliteStore(path);
    const stored = await store.ingest(envelopesBetween(0, 10));
    const verdicts = stored.map((message) => aVerdict(message));
    await store.saveSettled({
      verdicts,
      ruleSet: 'r',
      turns: [{ turn: 't', entries: [anAnswer(anEnvelope(), { turn: 't' })] }],
      cursor: 10,
    });
    await store.close();
    const again = openSqliteStore(path);
    expect(await again.messagesAfter(0, 100)).toEqual(stored);
    expect([(await again.verdictsOf(stored)).length, (await again.loadEntries()).length, await again.settledCursor()]).toEqual([10, 1, 10]);
    expect((await again.ingest(envelopesBetween(5, 12))).map(({ seq }) => seq)).toEqual([11, 12]);
    await again.close();
  });

  it('waits for the disk at each commit, also once it writes ahead', () => {
    const { db } = connect(path, { busyMs: 0, migrations: MIGRATIONS });
    const settings = ['journal_mode', 'synchronous', 'wal_autocheckpoint'].map((name) => db.pragma(name, { simple: true }));
    db.close();
    expect(settings).toEqual(['wal', 2, 16_000]);
  });

  it('waits for the disk again after what can be derived again, also where that fails', () => {
    const { db, deriving } = connect(path, { busyMs: 0, migrations: MIGRATIONS });
    const level = (): unknown => db.pragma('synchronous', { simple: true });
    expect(deriving(level)()).toBe(1);
    expect(level()).toBe(2);
    const failing = deriving(() => {
      throw new Error('in the middle');
    });
    expect(failing).toThrow('in the middle');
    expect([level(), db.inTransaction]).toEqual([2, false]);
    db.close();
  });
});

describe('opening refuses', () => {
  it('a store of a newer version, and leaves it untouched', async () => {
    await makeStore();
    changeFile(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const before = readFileSync(path);
    const facts = { path, found: String(MIGRATIONS.length + 1), known: String(MIGRATIONS.length) };
    expect(refusalOf(() => openSqliteStore(path))).toEqual({ name: 'StoreFailure', code: 'store.newer', facts });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("a file that isn't a database, and leaves it untouched", () => {
    const text = '{"platform":"wechat","group":"g01"}\n'.repeat(100);
    writeFileSync(path, text);
    expect(refusalOf(() => openSqliteStore(path)).code).toBe('store.not-a-database');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it("another program's database, and leaves it untouched", () => {
    changeFile('CREATE TABLE note (body TEXT)');
    const before = readFileSync(path);
    expect(refusalOf(() => openSqliteStore(path))).toMatchObject({ code: 'store.foreign', facts: { path } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("another program's database that is still empty", () => {
    changeFile('PRAGMA application_id = 7');
    expect(refusalOf(() => openSqliteStore(path)).code).toBe('store.foreign');
  });

  it('a folder, and a place where no folder can be made', async () => {
    await makeStore();
    expect(refusalOf(() => openSqliteStore(join(path, '..'))).code).toBe('store.cannot-open');
    expect(refusalOf(() => openSqliteStore(join(path, 'below', 'a-file')))).toMatchObject({
      code: 'store.cannot-open',
      facts: { path: join(path, 'below', 'a-file') },
    });
  });

  it('a store that may only be read', async () => {
    await makeStore();
    expect(readOnly(path, () => refusalOf(() => openSqliteStore(path)).code)).toBe('store.read-only');
  });

  it('a store that is damaged', async () => {
    await makeStore();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 100, 4096));
    expect(refusalOf(() => openSqliteStore(path)).code).toBe('store.damaged');
  });
});

describe('a store that another process holds', () => {
  it('is refused when opening has to write', () => {
    const other = new Database(path);
    other.exec('BEGIN EXCLUSIVE');
    expect(refusalOf(() => openSqliteStore(path, 0))).toMatchObject({ code: 'store.locked', facts: { path } });
    other.close();
  });

  it('refuses a write after waiting, and keeps nothing of it', async () => {
    await makeStore();
    const store = openSqliteStore(path, 0);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.ingest([anEnvelope()])).rejects.toMatchObject({ name: 'StoreFailure', code: 'store.locked' });
    other.exec('ROLLBACK');
    expect(await store.ingest([anEnvelope()])).toMatchObject([{ seq: 11 }]);
    other.close();
    await store.close();
  });
});
