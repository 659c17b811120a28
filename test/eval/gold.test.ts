import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TWO_DAYS } from './fixture.ts';
import { loadGold } from './gold.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunyao-gold-'));
  cpSync(TWO_DAYS, folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

describe('loading gold', () => {
  it('reads instants, with the hour on the sender’s clock', () => {
    expect(loadGold(folder).chat[0]?.sentAt).toEqual({ at: Date.UTC(2026, 10, 16, 1), localHour: 9 });
  });

  it('takes a missing "deadline" of a change for none', () => {
    expect(loadGold(folder).directives.find(({ id }) => id === 'D4')?.history).toEqual([
      { message: 'm12', change: 'cancel', deadline: null },
    ]);
  });

  it.each([
    { file: 'gold.jsonl', from: '"label":"ack"', to: '"label":"thanks"', says: /gold\.jsonl:3: .*Invalid option/su },
    { file: 'chat.jsonl', from: '2026-11-16T09:05:00+08:00', to: '2026-11-16T09:05:00', says: /chat\.jsonl:2: .*not an instant/su },
    { file: 'gold.jsonl', from: '"answers":"D1"', to: '"answers":"D9"', says: /directives\.json: there is no D9/u },
    { file: 'gold.jsonl', from: /\{"id":"m13".*\n/u, to: '', says: /gold\.jsonl: message m13 has no label/u },
    { file: 'gold.jsonl', from: '"id":"m13"', to: '"id":"m12"', says: /gold\.jsonl: message m12 is labelled twice/u },
    { file: 'chat.jsonl', from: '"id":"m13"', to: '"id":"m12"', says: /chat\.jsonl: message m12 stands twice/u },
    { file: 'directives.json', from: /"m11"/gu, to: '"m99"', says: /chat\.jsonl: there is no message m99/u },
    { file: 'gold.jsonl', from: '"directive":"D4"', to: '"directive":"D4","directives":["D1","D4"]', says: /must hold the first/u },
  ])('refuses $file where $from becomes $to', ({ file, from, to, says }) => {
    edit(file, from, to);
    expect(() => loadGold(folder)).toThrow(says);
  });
});
