/** `bind` and `enrol`: the ways of the command line to what admins do in the chat. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { services } from '../../src/app.ts';
import { readSettings } from '../../src/config/settings.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { TOWNSHIP } from '../kit/chat-builders.ts';
import { environmentOf, runInside } from '../kit/program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const environment = { QUNYAO_LANG: 'zh' };

async function withRoster(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'live.sqlite');
  const store = openSqliteStore(path);
  await store.saveRoster(TOWNSHIP);
  await store.close();
  return { folder, path };
}

describe('bind', () => {
  it('gives a code that binds an account once, and keeps only its hash', async () => {
    const { folder, path } = await withRoster();
    const ran = await runInside(['bind', '林芳', '--store', path], { folder, environment });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const code = /\d{8}/u.exec(ran.stdout)?.[0] ?? '';
    const { codes } = services(readSettings(environmentOf(folder)));
    const store = openSqliteStore(path);
    const account = { platform: 'one', account: '7001' };
    expect(await store.useBindCode(code, account, Date.now())).toBeNull();
    expect(await store.useBindCode(codes.hash(code), account, Date.now())).toBe('lin');
    await store.close();
  });

  it('knows only people of the roster', async () => {
    const { folder, path } = await withRoster();
    expect((await runInside(['bind', '无名', '--store', path], { folder, environment })).code).toBe(1);
    const empty = await runInside(['bind', '林芳', '--store', join(folder, 'other.sqlite')], { folder, environment });
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining('花名册')]);
  });
});

describe('enrol', () => {
  it('enrols a group, and renews its name', async () => {
    const { folder, path } = await withRoster();
    expect((await runInside(['enrol', 'one', '-100', '--store', path], { folder, environment })).stdout).toContain('-100');
    const renamed = await runInside(['enrol', 'one', '-100', '--name', '防汛群', '--store', path], { folder });
    expect(renamed.stdout).toBe('已接入 one 的“防汛群”。正在运行的服务马上就读。\n');
    const store = openSqliteStore(path);
    expect((await store.enrolledGroups()).map(({ platform, id, name, by }) => [platform, id, name, by])).toEqual([
      ['one', '-100', '防汛群', 'cli'],
    ]);
    await store.close();
  });
});
