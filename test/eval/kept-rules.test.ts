import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { services } from '../../src/app.ts';
import { keptRules } from './kept-rules.ts';

test('models are trained once and come back as they were', async () => {
  const { rules } = services();
  const folder = join(mkdtempSync(join(tmpdir(), 'models-')), 'kept');
  let trainings = 0;
  const train = async () => {
    trainings++;
    return new Map(Array.from({ length: 8 }, (_, place) => [`chat ${place}`, { ...rules, id: `sixth ${place % 6}` }]));
  };
  const first = await keptRules(folder, rules.rules, train);
  const second = await keptRules(folder, rules.rules, train);
  rmSync(folder, { recursive: true });
  expect(trainings).toBe(1);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...second.values()].map(({ id }) => id)).toEqual([...first.values()].map(({ id }) => id));
  expect(second.get('chat 7')?.model).toEqual(rules.model);
});
