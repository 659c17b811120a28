import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, isRoster } from '../../src/cli/import-files.ts';
import { runInside } from '../kit/program.ts';
import { CHAT, ROSTER } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

it.each<readonly [name: string, content: string, is: boolean]>([
  ['roster.json', '{', true],
  ['镇里.yaml', '', true],
  ['r2.json', `\uFEFF${JSON.stringify(ROSTER)}`, true],
  ['r2.json', '{"people":', false],
  ['result.json', '{"name":"群","type":"private_group","id":1,"messages":[]}', false],
  ['result.json', '{"people":[],"chats":{"list":[]}}', false],
  ['list.json', '[{"people":[]}]', false],
  ['chat.jsonl', CHAT.join('\n'), false],
])('%s holding %s is a roster: %s', (name, content, is) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), content);
  expect(isRoster(join(folder, name))).toBe(is);
});

it('a roster by another name is imported as one', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'r2.json'), JSON.stringify(ROSTER));
  const { code, stdout } = await runInside(['import', 'r2.json'], { folder, environment: { QUNYAO_LANG: 'en' } });
  expect([code, stdout]).toEqual([0, expect.stringContaining('roster loaded, 3 people')]);
});

it('what nobody knows may be a roster: it is said how that is called', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'r2.json'), '{"people":');
  const { code, stderr } = await runInside(['import', 'r2.json'], { folder });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/--format.*roster\.json/u)]);
});

it('a folder that holds nothing says what it could hold', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'empty'));
  expect(() => filesOf(join(folder, 'empty'))).toThrow('import.empty-folder');
  const { code, stderr } = await runInside(['import', 'empty'], { folder });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/roster\.json.*chat\.jsonl.*result\.json/u)]);
});
