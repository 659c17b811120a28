import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

describe('the language', () => {
  it.each<readonly [environment: Record<string, string>, language: string]>([
    [{}, 'zh'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'C' }, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'POSIX' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'cs_CZ.UTF-8' }, 'en'],
    [{ LANG: 'ca' }, 'en'],
    [{ LC_MESSAGES: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [{ LC_ALL: '', LANG: 'de_DE.UTF-8' }, 'en'],
    [{ QUNYAO_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, 'en'],
    [{ QUNYAO_LANG: 'zh', LC_ALL: 'en_US.UTF-8' }, 'zh'],
  ])('of %j is %s', (environment, language) => {
    expect(readSettings(environment).language).toBe(language);
  });
});

describe('folders', () => {
  it('are the caller’s under npm, and those of the process elsewhere', () => {
    expect(readSettings({ INIT_CWD: '/some/where', npm_command: 'run' }).callerFolder).toBe('/some/where');
    expect(readSettings({ INIT_CWD: '/some/where' }).callerFolder).toBe(process.cwd());
    expect(readSettings({}).callerFolder).toBe(process.cwd());
  });

  it('of the stores are in the checkout, at home, or where they are named', () => {
    const { root, storePath, demoStorePath } = readSettings({});
    expect(existsSync(join(root, 'package.json'))).toBe(true);
    expect([storePath, demoStorePath]).toEqual([join(root, 'data/var/qunyao.sqlite'), join(root, 'data/var/demo.sqlite')]);
    expect(readSettings({ QUNYAO_HOME: '/home/q' })).toMatchObject({
      storePath: '/home/q/data/var/qunyao.sqlite',
      demoStorePath: '/home/q/data/var/demo.sqlite',
    });
    expect(readSettings({ INIT_CWD: '/some/where', npm_command: 'run', QUNYAO_STORE: 'my.sqlite' }).storePath).toBe(
      '/some/where/my.sqlite',
    );
    expect(readSettings({ QUNYAO_STORE: '' }).storePath).toBe(storePath);
  });
});

describe('the store of the configuration', () => {
  it('is every command’s, unless the environment names another', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'qunyao.yaml'), 'store: kept/here.sqlite\nchats: {}\n');
    expect(readSettings({ QUNYAO_HOME: folder }).storePath).toBe(join(folder, 'kept/here.sqlite'));
    expect(readSettings({ QUNYAO_HOME: folder, QUNYAO_STORE: '/other.sqlite' }).storePath).toBe('/other.sqlite');
    writeFileSync(join(folder, 'qunyao.yaml'), 'store: [\n');
    expect(readSettings({ QUNYAO_HOME: folder }).storePath).toBe(join(folder, 'data/var/qunyao.sqlite'));
    expect(readSettings({ QUNYAO_CONFIG: folder, QUNYAO_HOME: folder }).storePath).toBe(join(folder, 'data/var/qunyao.sqlite'));
  });
});

describe('colour', () => {
  it.each<readonly [environment: Record<string, string>, colour: boolean]>([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('%j: %s', (environment, colour) => {
    expect(readSettings(environment).colour).toBe(colour);
  });
});

it('settings can’t be changed, and know the version', () => {
  const settings = readSettings({});
  expect(Object.isFrozen(settings)).toBe(true);
  expect(settings.version).toMatch(/^\d+\.\d+\.\d+/u);
});
