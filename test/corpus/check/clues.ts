/** The texts of `corpus/clues` and `corpus/clues-held`, each a clue of misconduct or none: each once, and none of a scenario. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bare } from './phrases.ts';
import { type Problem, problem } from './problem.ts';
import { readLines } from './read.ts';
import type { Scenario } from './scenario.ts';
import { ClueLine } from './schemas.ts';

const FOLDERS: readonly string[] = ['corpus/clues', 'corpus/clues-held'];

/** Nothing where the corpus has no such texts. */
export function checkClues(data: string, scenarios: readonly Pick<Scenario, 'chat' | 'folder'>[]): readonly Problem[] {
  const known = new Map<string, string>(
    scenarios.flatMap(({ chat, folder }) => chat.map(({ value }) => [bare(value.text), `${folder} ${value.id}`] as const)),
  );
  return filesIn(data).flatMap((file) => {
    const { rows, problems } = readLines(data, file, ClueLine);
    const copies = rows.flatMap(({ value, line }) => {
      const text = bare(value.text);
      const where = known.get(text);
      known.set(text, `${file}:${line}`);
      return where === undefined ? [] : [problem(file, line, `the text stands in ${where}`)];
    });
    return [...problems, ...copies];
  });
}

function filesIn(data: string): readonly string[] {
  return FOLDERS.filter((folder) => existsSync(join(data, folder))).flatMap((folder) =>
    readdirSync(join(data, folder))
      .toSorted()
      .map((name) => `${folder}/${name}`),
  );
}
