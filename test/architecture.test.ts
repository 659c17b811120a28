/** Reads the import lines of src/ and adapters/, and fails with the sentence of the rule that was broken. */
import { describe, expect, it } from 'vitest';
import { RULES } from './architecture/rules.ts';
import { asSource, readSources, type Source } from './architecture/sources.ts';

const sources = readSources();

describe('the house', () => {
  it('is read whole', () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/main.ts', 'src/model/span.ts', 'adapters/files/index.ts']),
    );
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
  });

  it.each(RULES.map(({ sentence, broken }) => [sentence, broken] as const))('%s', (sentence, broken) => {
    expect(broken(sources), sentence).toEqual([]);
  });
});

describe('a rule notices what breaks it', () => {
  it.each<readonly [words: string, path: string, text: string]>([
    ['part of the house', 'src/helpers/any.ts', ''],
    ['part of the house', 'adapters/common.ts', ''],
    ['Who may import whom', 'src/model/span.ts', `import type { Entry } from '../ledger/entry.ts';`],
    ['Who may import whom', 'src/ledger/fold.ts', `import {\n  one,\n} from '../reading/read-turn.ts';`],
    ['Who may import whom', 'src/flow/ingest.ts', `export { openSqliteStore } from '../store/sqlite/index.ts';`],
    ['Who may import whom', 'src/ports/store.ts', `import { fold } from '../ledger/fold.ts';`],
    ['Who may import whom', 'src/cli/start.ts', `const files = await import('../../adapters/files/index.ts');`],
    ['An adapter imports', 'adapters/one/index.ts', `import { parseInstant } from '../../src/model/instant.ts';`],
    ['An adapter imports', 'adapters/one/index.ts', `import { readLines } from '../files/bytes/lines.ts';`],
    ['A package is imported', 'src/model/span.ts', `import { join } from 'node:path';`],
    ['A package is imported', 'src/flow/settle.ts', `import Database from 'better-sqlite3';`],
    ['no clock', 'src/digest/select.ts', 'export const now = () => Date.now();'],
    ['no clock', 'src/reading/read-turn.ts', 'export async function readTurn() {}'],
    ["No chat system's name", 'src/flow/ingest.ts', '// as Telegram does'],
    ["No chat system's name", 'src/cli/qq.ts', ''],
    ['SQL is written', 'src/flow/ingest.ts', `run('INSERT OR IGNORE INTO messages VALUES (?)');`],
    ['SQL is written', 'adapters/files/index.ts', 'const all = `select id\n  from messages`;'],
    ['process.env', 'src/app.ts', `const home = process.env['HOME'];`],
    ['process.env', 'src/app.ts', 'const { env } = process;'],
    ['circle', 'src/model/a.ts', `import type { A } from './a.ts';`],
  ])('%s: %s', (words, path, text) => {
    expect(brokenRules([asSource(path, text)])).toEqual([expect.stringContaining(words)]);
  });

  it('circle: by way of another file', () => {
    const circle = [asSource('src/model/a.ts', `import { b } from './b.ts';`), asSource('src/model/b.ts', `import { a } from './a.ts';`)];
    expect(RULES.at(-1)?.broken(circle)).toEqual(['src/model/a.ts → src/model/b.ts → src/model/a.ts']);
  });

  it('and lets pass what is as it should be', () => {
    const good: readonly (readonly [string, string])[] = [
      ['src/ports/store.ts', `import type { Entry } from '../ledger/entry.ts';`],
      ['src/reading/lexicon.ts', `import words from '../../data/lexicon/words.json' with { type: 'json' };`],
      ['src/digest/select.ts', '/** No await, no Date.now() here. */ // select the items from the day'],
      ['src/config/settings.ts', 'export const home = process.env;'],
      [
        'adapters/one/index.ts',
        `import { z } from 'zod';\nimport { instantAt } from '../../src/adapter-kit.ts';\nimport { a } from './wire.ts';`,
      ],
    ];
    expect(brokenRules(good.map(([path, text]) => asSource(path, text)))).toEqual([]);
  });
});

function brokenRules(made: readonly Source[]): readonly string[] {
  return RULES.filter(({ broken }) => broken(made).length > 0).map(({ sentence }) => sentence);
}
