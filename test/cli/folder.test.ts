import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runInside } from '../kit/program.ts';
import { CHAT, ROSTER, writeScenario } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

it.each([
  ['import', 'scenario'],
  ['import', 'scenario/roster.json'],
  ['replay', 'scenario'],
  ['classify', 'chat.jsonl', '--roster', 'scenario/roster.json'],
])('%s %s: keys of a roster that nobody knows are warned of', async (...args) => {
  const folder = temporaryFolder();
  const [bo, ...others] = ROSTER.people;
  writeScenario(folder, CHAT, { ...ROSTER, groop: [], people: [{ ...bo, role: ['leader'] }, ...others] });
  writeFileSync(join(folder, 'chat.jsonl'), CHAT.join('\n'));
  const { code, stderr } = await runInside(args, { folder, environment: { QUNYAO_LANG: 'en' } });
  expect(code).toBe(0);
  for (const key of ['groop', 'people.0.role']) expect(stderr).toMatch(new RegExp(`roster\\.json: ${key}: .*README`, 'u'));
});
