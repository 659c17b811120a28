/** A configuration with many mistakes tells them all in one go, each where it is mended. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../adapters/registry.ts';
import { prepareService } from '../../src/service/prepare.ts';
import { PROGRAM } from '../kit/scenarios.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const ROSTER = 'org: 柏林镇\npeople:\n  - { id: bo, name: 柏松, roles: [leader, admin] }\n';

async function prepared(yaml: string, { roster = ROSTER, variables = {} as Record<string, string>, folder = temporaryFolder() } = {}) {
  const path = join(folder, 'qunyao.yaml');
  writeFileSync(path, yaml);
  writeFileSync(join(folder, 'roster.yaml'), roster);
  const around = () => ({ now: () => 0, log: () => {}, show: () => {}, remember: async () => {}, recall: async () => null });
  return await prepareService(path, { registry: ADAPTERS, loadRoster: PROGRAM.loadRoster, around, variables });
}

async function mistakesIn(...given: Parameters<typeof prepared>): Promise<readonly string[]> {
  const result = await prepared(...given);
  return 'mistakes' in result ? result.mistakes.map(({ at, code }) => `${at} ${code}`) : [];
}

describe('a configuration', () => {
  it('tells what is wrong with keys, kinds, settings, secrets and roster at once', async () => {
    const yaml = 'digest: { spreadMinute: 3 }\nchats: { telegramm: {}, telegram: { pollSecond: 2 }, Main: {} }\nhealth: { port: high }\n';
    const roster = 'org: 柏林镇\npeople:\n  - { id: bo, name: 柏松, roles: [boss] }\n';
    const told = await mistakesIn(yaml, { roster });
    expect(told.toSorted()).toEqual([
      expect.stringMatching(/roster\.yaml config\.roster$/u),
      'QUNYAO_TELEGRAM_TOKEN config.secret',
      'chats.Main config.wrong',
      'chats.telegram.pollSecond chat.unknown-setting',
      'chats.telegramm config.no-kind',
      'digest.spreadMinute config.unknown-key',
      'health.port config.wrong',
    ]);
  });

  it('tells a token that can be none where it stands', async () => {
    expect(await mistakesIn('chats: { main: { kind: telegram } }', { variables: { QUNYAO_MAIN_TOKEN: 'none' } })).toEqual([
      'QUNYAO_MAIN_TOKEN chat.telegram.token-malformed',
    ]);
  });

  it('with a refiner far away needs its key, one in the house does not', async () => {
    const yaml = (url: string): string => `chats: { telegram: {} }\nrefine: { mode: unsure, model: m, baseUrl: "${url}" }\n`;
    const TOKEN = { QUNYAO_TELEGRAM_TOKEN: '424242:a-token-for-tests' };
    expect(await mistakesIn(yaml('https://far.example/v1'), { variables: TOKEN })).toEqual(['QUNYAO_REFINE_KEY config.secret']);
    expect(await mistakesIn(yaml('http://localhost:8000/v1'), { variables: TOKEN })).toEqual([]);
    const result = await prepared(yaml('https://far.example/v1'), { variables: { ...TOKEN, QUNYAO_REFINE_KEY: 'sk-1234' } });
    expect(result).toMatchObject({ refineKey: 'sk-1234', secrets: expect.arrayContaining(['sk-1234']) });
  });

  it('tells that .env is there and can’t be read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.env'));
    expect(await mistakesIn('chats:\n  telegram:\n', { folder })).toEqual(['QUNYAO_TELEGRAM_TOKEN config.env-file']);
  });

  it('that connects nothing tells what there is', async () => {
    expect(await mistakesIn('chats:\n')).toEqual(['chats config.no-chats']);
  });

  it('is told of keys of the roster that are passed over', async () => {
    const variables = { QUNYAO_TELEGRAM_TOKEN: '424242:a-token-for-tests' };
    const result = await prepared('chats:\n  telegram:\n', { roster: ROSTER.replace('roles', 'role'), variables });
    expect(result).toMatchObject({ warnings: [{ at: expect.stringMatching(/people\.0\.role$/u), code: 'config.roster-key' }] });
  });
});
