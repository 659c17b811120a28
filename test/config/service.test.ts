import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretsBeside } from '../../src/config/environment.ts';
import { parseServiceConfig } from '../../src/config/service.ts';

function mistakesIn(text: string): readonly string[] {
  const result = parseServiceConfig(text);
  return 'mistakes' in result ? result.mistakes.map(({ at, code }) => `${at} ${code}`) : [];
}

describe('qunyao.yaml', () => {
  it('needs the chats alone', () => {
    const result = parseServiceConfig('chats:\n  telegram: {}\n');
    expect(result).toMatchObject({
      config: {
        roster: 'roster.yaml',
        digest: { spreadMinutes: 5, graceSeconds: 20 },
        retention: { messagesDays: 90 },
        health: { port: 8790 },
        refine: { mode: 'off', dailyYuan: 2 },
      },
    });
  });

  it('hands an adapter its own settings as they are', () => {
    const result = parseServiceConfig('chats:\n  qq-two: { kind: onebot, mode: reverse, port: 6700 }\n');
    expect(result).toMatchObject({ config: { chats: { 'qq-two': { kind: 'onebot', mode: 'reverse', port: 6700 } } } });
  });

  it('takes a key with nothing behind it for an empty section', () => {
    expect(parseServiceConfig('chats:\n  telegram:\ndigest:\nretention:\n')).toMatchObject({
      config: { chats: { telegram: {} }, digest: { spreadMinutes: 5 }, retention: { messagesDays: 90 } },
    });
    expect(parseServiceConfig('chats:\n')).toMatchObject({ config: { chats: {} } });
  });

  it('hands on what can be read beside a mistake', () => {
    expect(parseServiceConfig('rostr: a.yaml\nchats: { telegram: { proxy: x }, Bad: {}, qq: 3 }\n')).toMatchObject({
      readable: { roster: 'roster.yaml', chats: { telegram: { proxy: 'x' } } },
    });
    expect(parseServiceConfig('roster: 3\n')).toMatchObject({ readable: { roster: null, chats: {} } });
    expect(parseServiceConfig('[1, 2]')).toMatchObject({ readable: null });
  });

  it.each([
    ['nothing', '', ['chats config.missing']],
    ['no YAML', 'chats: [', [' config.not-yaml']],
    ['an unknown key', 'chats: {}\nrostr: a.yaml\n', ['rostr config.unknown-key']],
    ['a number out of range', 'chats: {}\ndigest: { spreadMinutes: 90 }\n', ['digest.spreadMinutes config.wrong']],
    ['a refiner without a server', 'chats: {}\nrefine: { mode: unsure }\n', ['refine.baseUrl config.wrong', 'refine.model config.wrong']],
    [
      'a refiner out in the clear',
      'chats: {}\nrefine: { mode: unsure, model: m, baseUrl: http://far.example/v1 }\n',
      ['refine.baseUrl config.wrong'],
    ],
    ['a refiner in the house', 'chats: {}\nrefine: { mode: unsure, model: m, baseUrl: "http://127.0.0.1:8000/v1" }\n', []],
    ['a word for a number', 'chats: {}\nhealth: { port: many }\n', ['health.port config.wrong']],
    [
      'several at once',
      'chats: {}\nretention: { messagesDays: 1, day: 3 }\nlog: { level: loud }\n',
      ['retention.messagesDays config.wrong', 'retention.day config.unknown-key', 'log.level config.wrong'],
    ],
  ])('with %s says where', (_what, text, mistakes) => {
    expect(mistakesIn(text)).toEqual(mistakes);
  });
});

describe('secrets', () => {
  it('can’t be had from an .env that can’t be read', () => {
    mkdirSync(join(folder, '.env'));
    const look = secretsBeside(join(folder, 'qunyao.yaml'), { QUNYAO_A_TOKEN: 'set' });
    expect([look('QUNYAO_A_TOKEN'), look('QUNYAO_B_TOKEN')]).toEqual([
      { value: 'set' },
      { missing: 'env-unreadable', file: join(folder, '.env') },
    ]);
  });

  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qunyao-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('come from the environment before .env, and from a file that either names', () => {
    writeFileSync(join(folder, '.env'), 'QUNYAO_A_TOKEN=beside\nQUNYAO_B_TOKEN=beside\nQUNYAO_C_TOKEN_FILE=secret.txt\n');
    writeFileSync(join(folder, 'secret.txt'), 'in a file\n');
    const look = secretsBeside(join(folder, 'qunyao.yaml'), {
      QUNYAO_A_TOKEN: 'set',
      QUNYAO_D_TOKEN_FILE: 'none.txt',
      QUNYAO_E_TOKEN: ' ',
    });
    expect(['A', 'B', 'C', 'D', 'E'].map((name) => look(`QUNYAO_${name}_TOKEN`))).toEqual([
      { value: 'set' },
      { value: 'beside' },
      { value: 'in a file' },
      { missing: 'unreadable', file: 'none.txt' },
      { missing: 'unset' },
    ]);
  });
});
