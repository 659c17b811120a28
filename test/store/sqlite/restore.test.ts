import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { MIGRATIONS } from '../../../src/store/sqlite/migrations/index.ts';
import { restoreStore } from '../../../src/store/sqlite/restore.ts';
import { lockStore } from '../../../src/store/sqlite/service-lock.ts';
import { envelopesBetween } from '../../kit/store-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

let folder: string;
let path: string;
let backup: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'store.sqlite');
  backup = join(folder, 'backup.sqlite');
});

async function filled(from: number, to: number, file = path): Promise<void> {
  const store = openSqliteStore(file);
  await store.ingest(envelopesBetween(from, to));
  await store.close();
}

async function countIn(file: string): Promise<number> {
  const store = openSqliteStore(file);
  const count = await store.countMessages();
  await store.close();
  return count;
}

describe('a backup', () => {
  it('is complete while messages go on coming in', async () => {
    const store = openSqliteStore(path);
    await store.ingest(envelopesBetween(0, 3000));
    const copying = store.backup(backup);
    for (let from = 3000; from < 4000; from += 100) {
      await store.ingest(envelopesBetween(from, from + 100));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await copying;
    await store.close();
    expect(await countIn(backup)).toBeGreaterThanOrEqual(3000);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('comes back in place of what was there, which is kept', async () => {
    await filled(0, 10);
    const store = openSqliteStore(path);
    await store.backup(backup);
    await store.ingest(envelopesBetween(10, 30));
    await store.close();
    const old = restoreStore(backup, path, 'old');
    expect([old, await countIn(path), await countIn(old ?? ''), await countIn(backup)]).toEqual([`${path}.old`, 10, 30, 10]);
  });

  it('comes back where nothing was', async () => {
    await filled(0, 10, backup);
    expect([restoreStore(backup, path, 'old'), await countIn(path)]).toEqual([null, 10]);
  });

  it('comes back over a store that is damaged', async () => {
    await filled(0, 10, backup);
    writeFileSync(path, 'no database at all'.repeat(1000));
    restoreStore(backup, path, 'old');
    expect([await countIn(path), readFileSync(`${path}.old`, 'utf8').slice(0, 11)]).toEqual([10, 'no database']);
  });

  it('is refused while a service runs', async () => {
    await filled(0, 10);
    await filled(0, 3, backup);
    const release = lockStore(path);
    expect(() => restoreStore(backup, path, 'old')).toThrow('store.in-use');
    release();
    expect(await countIn(path)).toBe(10);
  });

  it('is refused where it is damaged, or none of ours', async () => {
    await filled(0, 10);
    await filled(0, 2000, backup);
    const bytes = readFileSync(backup);
    writeFileSync(backup, bytes.fill(7, 20_000, 60_000));
    writeFileSync(join(folder, 'text'), 'hello');
    new Database(join(folder, 'other')).exec('CREATE TABLE t (x)').close();
    for (const name of ['backup.sqlite', 'text', 'other']) {
      expect(() => restoreStore(join(folder, name), path, 'old')).toThrow('store.no-backup');
    }
    expect([await countIn(path), existsSync(`${path}.old`), existsSync(`${path}.restoring`)]).toEqual([10, false, false]);
  });
});

describe('an upgrade', () => {
  it('keeps the store as it was before', async () => {
    const settings = { busyMs: 0, migrations: MIGRATIONS.slice(0, 2) };
    connect(path, settings).db.close();
    await filled(0, 10);
    const kept = new Database(`${path}.before-upgrade-2`, { readonly: true });
    expect([kept.pragma('user_version', { simple: true }), kept.prepare('SELECT count(*) FROM message').pluck().get()]).toEqual([2, 0]);
    kept.close();
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('makes no copy of a store that is new, or up to date', async () => {
    await filled(0, 10);
    await filled(10, 20);
    expect(readdirSync(folder)).toEqual(['store.sqlite']);
  });
});
