/** Models of leave-one-out, kept in a folder: training them takes most of the time of an evaluation, and few changes change them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Rule } from '../../src/reading/noise/rule.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';

const ENDING = '.model';

/** By scenario. What was kept is taken as it is: only the rules are those of now. */
export async function keptRules(
  folder: string,
  rules: readonly Rule[],
  train: () => Promise<ReadonlyMap<string, RuleSet>>,
): Promise<ReadonlyMap<string, RuleSet>> {
  const kept = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ENDING)) : [];
  if (kept.length > 0) {
    return new Map(kept.map((file) => [file.slice(0, -ENDING.length), { ...deserialize(readFileSync(join(folder, file))), rules }]));
  }
  const trained = await train();
  mkdirSync(folder, { recursive: true });
  for (const [name, { rules: _, ...models }] of trained) {
    writeFileSync(join(folder, `${name}${ENDING}`), serialize(models));
  }
  return trained;
}
