import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { lockStore } from '../../src/store/sqlite/service-lock.ts';
import { runInside } from '../kit/program.ts';
import { envelopesBetween } from '../kit/store-builders.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

async function aStore() {
  const folder = temporaryFolder();
  const path = join(folder, 'store.sqlite');
  const store = openSqliteStore(path);
  await store.ingest(envelopesBetween(0, 20));
  await store.close();
  return { path, command: (...args: readonly string[]) => runInside([...args, '--store', path], { folder }), folder };
}

it('backs up, forgets and restores', async () => {
  const { command, path, folder } = await aStore();
  expect((await command('backup', 'copy.sqlite')).stdout).toContain('20 条消息');
  expect((await command('forget', '--days', '1')).stdout).toMatch(/清除了 1 天以前的 \d+ 条消息/u);
  const restored = await command('restore', 'copy.sqlite');
  expect([restored.code, restored.stdout]).toEqual([0, expect.stringContaining('before-restore-')]);
  const store = openSqliteStore(path);
  expect(await store.countMessages()).toBe(20);
  await store.close();
  expect(existsSync(join(folder, 'copy.sqlite'))).toBe(true);
});

it('says why it does not', async () => {
  const { command, path } = await aStore();
  expect((await command('restore', 'nothing.sqlite')).stderr).toContain('打不开');
  expect((await command('forget', '--days', '0')).stderr).toContain('--days');
  await command('backup', 'copy.sqlite');
  const release = lockStore(path);
  const refused = await command('restore', 'copy.sqlite');
  release();
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('请先停掉它')]);
});

it('copies over no other file, and says so in a sentence', async () => {
  const { command, path, folder } = await aStore();
  writeFileSync(join(folder, 'roster.json'), '{}');
  for (const [to, tells] of [
    [path, '就是要备份的库'],
    ['roster.json', '没有动它'],
    ['no/such/copy.sqlite', '写不到'],
  ] as const) {
    const { code, stdout, stderr } = await command('backup', to);
    expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([1, '', [expect.stringContaining(tells)]]);
  }
  expect(readFileSync(join(folder, 'roster.json'), 'utf8')).toBe('{}');
});
