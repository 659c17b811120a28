import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nightlyBackup } from '../../src/service/nightly-backup.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

it('keeps the newest copies, clears what was cut off, and leaves alone what is not its own', async () => {
  const folder = join(temporaryFolder(), 'backups');
  const store = PROGRAM.openStore(':memory:');
  await store.remember('what', 'was known');
  for (const day of ['2026-11-13', '2026-11-14', '2026-11-15'] as const) await nightlyBackup(store, { folder, kept: 2 }, day);
  for (const name of ['mine.sqlite', 'qunyao-2026-11-15.sqlite.12.part']) writeFileSync(join(folder, name), '');
  await nightlyBackup(store, { folder, kept: 2 }, '2026-11-16');
  expect(readdirSync(folder).toSorted()).toEqual(['mine.sqlite', 'qunyao-2026-11-15.sqlite', 'qunyao-2026-11-16.sqlite']);
  const copy = PROGRAM.openStore(join(folder, 'qunyao-2026-11-16.sqlite'));
  expect(await copy.recall('what')).toBe('was known');
  await copy.close();
});

it('that fails leaves the older copies', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'qunyao-2026-11-15.sqlite'), '');
  const failing = { backup: () => Promise.reject(new Error('no space')) };
  await expect(nightlyBackup(failing, { folder, kept: 1 }, '2026-11-16')).rejects.toThrow('no space');
  expect(existsSync(join(folder, 'qunyao-2026-11-15.sqlite'))).toBe(true);
});
