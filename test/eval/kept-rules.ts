/** Models that never saw a sixth of the chats, kept in a folder: training them takes most of the time of an evaluation, and few changes change them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Rule } from '../../src/reading/noise/rule.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { SIXTHS } from './sixths.ts';

const NAMES = 'chats.json';

/** By chat, all of a sixth with the same models. What was kept is taken as it is: only the rules are those of now. */
export async function keptRules(
  folder: string,
  rules: readonly Rule[],
  train: () => Promise<ReadonlyMap<string, RuleSet>>,
): Promise<ReadonlyMap<string, RuleSet>> {
  if (existsSync(join(folder, NAMES))) {
    const names: readonly string[] = JSON.parse(readFileSync(join(folder, NAMES), 'utf8'));
    const sixths = names.slice(0, SIXTHS).map((_, sixth) => ({ ...deserialize(readFileSync(fileOf(folder, sixth))), rules }));
    return new Map(names.map((name, place) => [name, sixths[place % SIXTHS]]));
  }
  const trained = await train();
  mkdirSync(folder, { recursive: true });
  for (const [sixth, { rules: _, ...models }] of [...trained.values()].slice(0, SIXTHS).entries()) {
    writeFileSync(fileOf(folder, sixth), serialize(models));
  }
  writeFileSync(join(folder, NAMES), `${JSON.stringify([...trained.keys()])}\n`);
  return trained;
}

function fileOf(folder: string, sixth: number): string {
  return join(folder, `without-sixth-${sixth + 1}.model`);
}
