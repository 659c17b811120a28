/** The written scenarios that all load is made from. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { loadFolder, type ScenarioFolder } from '../../../src/cli/folder.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'data');

export async function loadScenarios(): Promise<readonly ScenarioFolder[]> {
  const corpus = readdirSync(join(DATA, 'corpus')).toSorted();
  const folders = [join(DATA, 'demo'), ...corpus.map((name) => join(DATA, 'corpus', name))];
  const program = services();
  return await Promise.all(folders.filter((folder) => existsSync(join(folder, 'chat.jsonl'))).map((folder) => loadFolder(folder, program)));
}
