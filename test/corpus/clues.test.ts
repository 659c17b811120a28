import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkClues } from './check/clues.ts';
import { tell } from './check/problem.ts';
import { readScenario } from './check/scenario.ts';
import { writeSmallScenario } from './check/small-scenario.ts';

let data = '';

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'qunyao-clues-'));
});

afterEach(() => {
  rmSync(data, { recursive: true });
});

function problemsOf(own: readonly object[], held: readonly object[] = []): readonly string[] {
  for (const [folder, lines] of [
    ['corpus/clues', own],
    ['corpus/clues-held', held],
  ] as const) {
    mkdirSync(join(data, folder), { recursive: true });
    writeFileSync(join(data, folder, 'city.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
  writeSmallScenario(join(data, 'demo'));
  const { scenario } = readScenario(data, 'demo');
  return checkClues(data, scenario === null ? [] : [scenario]).map(tell);
}

it('a clue, and what is none, stand once and in no scenario', () => {
  const clue = { text: '收条都没给一张', clue: true };
  expect(problemsOf([clue, { text: '路灯坏了三天', clue: false }], [{ text: '账上没这一笔', clue: true }])).toEqual([]);
  expect(problemsOf([clue], [{ text: '收条,都没给一张', clue: false }])).toEqual([
    'corpus/clues-held/city.jsonl:1: the text stands in corpus/clues/city.jsonl:1',
  ]);
});

it('every line says what it is', () => {
  expect(problemsOf([{ text: '收条都没给一张' }], [{ text: '账上没这一笔', clue: true }])).toHaveLength(1);
});
