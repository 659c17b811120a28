import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { LiveStore } from '../../../src/ports/live-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { envelopesBetween } from '../../kit/store-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'store.sqlite');
});

function opened(file = path): LiveStore {
  const store = openSqliteStore(file);
  onTestFinished(() => store.close());
  return store;
}

async function countIn(file: string): Promise<number> {
  const store = openSqliteStore(file);
  const count = await store.countMessages();
  await store.close();
  return count;
}

it('takes the place of an older copy', async () => {
  const store = opened();
  const copy = join(folder, 'copy.sqlite');
  await store.backup(copy);
  await store.ingest(envelopesBetween(0, 5));
  await store.backup(copy);
  expect(await countIn(copy)).toBe(5);
});

it('is not made over the store itself, by whatever name', async () => {
  const store = opened();
  symlinkSync(path, join(folder, 'symbolic'));
  linkSync(path, join(folder, 'hard'));
  for (const name of ['store.sqlite', 'symbolic', 'hard'])
    await expect(store.backup(join(folder, name))).rejects.toMatchObject({ code: 'store.copy-of-itself' });
  await store.ingest(envelopesBetween(0, 5));
  expect(await countIn(path)).toBe(5);
});

it('is not made over anything that is no copy of a store', async () => {
  const store = opened();
  writeFileSync(join(folder, 'roster.json'), '{"org":"柏林镇"}');
  writeFileSync(join(folder, 'empty'), '');
  mkdirSync(join(folder, 'inner'));
  new Database(join(folder, 'other')).exec('CREATE TABLE t (x)').close();
  const before = readdirSync(folder);
  for (const name of ['roster.json', 'empty', 'inner', 'other', 'store.sqlite-wal'])
    await expect(store.backup(join(folder, name))).rejects.toMatchObject({
      code: 'store.copy-taken',
      facts: { path: join(folder, name) },
    });
  expect([readdirSync(folder), readFileSync(join(folder, 'roster.json'), 'utf8')]).toEqual([before, '{"org":"柏林镇"}']);
});

it('is not made over another store that is in use', async () => {
  const store = opened();
  const other = opened(join(folder, 'other.sqlite'));
  await expect(store.backup(join(folder, 'other.sqlite'))).rejects.toMatchObject({ code: 'store.copy-taken' });
  await other.ingest(envelopesBetween(0, 5));
  expect(await countIn(join(folder, 'other.sqlite'))).toBe(5);
});

it('leaves alone what only looks like a copy that was cut off', async () => {
  writeFileSync(join(folder, 'copy.sqlite.part'), 'mine');
  await opened().backup(join(folder, 'copy.sqlite'));
  expect(readFileSync(join(folder, 'copy.sqlite.part'), 'utf8')).toBe('mine');
});

it('says where it can’t be written', async () => {
  const to = join(folder, 'no', 'such', 'copy.sqlite');
  await expect(opened().backup(to)).rejects.toMatchObject({ code: 'store.cannot-copy', facts: { path: to, reason: 'ENOENT' } });
  writeFileSync(join(folder, 'file'), '');
  await expect(opened().backup(join(folder, 'file', 'copy'))).rejects.toMatchObject({ code: 'store.cannot-copy' });
});
