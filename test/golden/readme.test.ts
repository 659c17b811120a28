/**
 * The front doors stay true: the digest that they show is the demo's own (test/golden/demo), and the two commands stand in them.
 * `UPDATE_GOLDEN=1 npm run test:run -- test/golden` writes the sample anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRoster } from '../../src/config/roster.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const SAMPLE = 'test/golden/demo/gu-yan.txt';
const BLOCK = /(?<=<!-- sample: test\/golden\/demo\/gu-yan\.txt -->\n```\n)[\s\S]*?(?=```)/u;

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  it('shows a real digest of the demo', () => {
    const path = `${ROOT}${name}`;
    const sample = readFileSync(`${ROOT}${SAMPLE}`, 'utf8');
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(BLOCK, () => sample),
      );
    expect(BLOCK.exec(readFileSync(path, 'utf8'))?.[0]).toBe(sample);
  });

  it.each(['npm ci && npm start', 'npm ci && npm test'])('names %s', (command) => {
    expect(readFileSync(`${ROOT}${name}`, 'utf8')).toContain(command);
  });
});

/** One word for one thing. */
it.each([
  ['README.zh-CN.md', '摘要', '日要'],
  ['data/lang/zh.json', '摘要', '日要'],
  ['data/lang/cli.json', '摘要', '日要'],
])('%s calls a digest nothing like %s, but %s', (name, other) => {
  expect(readFileSync(`${ROOT}${name}`, 'utf8')).not.toContain(other);
});

/** Places that the program's own words send people to. */
it.each([
  ['README.md', '## Connecting real groups'],
  ['README.zh-CN.md', '## 接入真实的群'],
  ['README.zh-CN.md', '### 花名册'],
])('%s has %s', (name, heading) => {
  expect(readFileSync(`${ROOT}${name}`, 'utf8')).toContain(`\n${heading}\n`);
});

it.each(['README.md', 'README.zh-CN.md'])('%s shows a roster that can be read, and only files that are there', (name) => {
  const text = readFileSync(`${ROOT}${name}`, 'utf8');
  const [roster = ''] = /(?<=```yaml\n)\s*org:[\s\S]*?(?=```)/u.exec(text) ?? [];
  expect(parseRoster(roster.replaceAll(/^ {3}/gmu, ''), false)).toMatchObject({
    unknown: [],
    roster: { people: [{ id: 'bo' }, { id: 'lin' }] },
  });
  const links = [...text.matchAll(/\]\((?<path>[^)#:]+)\)/gu)].map(({ groups }) => groups?.['path'] ?? '');
  expect(links.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
});
