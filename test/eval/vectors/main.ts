/**
 * npm run train:vectors: learns from all labelled chats what is said of which tasks, and who is called by which words, writes data/model/said-vectors.json
 * and data/model/called-vectors.json, and prints for how much of it one that is meant is the nearest: one model for each sixth of the chats. The
 * same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { nearnessAmong, type WordVectors } from '../../../src/model/word-vectors.ts';
import { DATA, labelledFolders, readOnceFolders } from '../noise/labelled-chats.ts';
import { bySixths } from '../sixths.ts';
import { calledInAll } from './called.ts';
import { learnVectors, type NearCase } from './learn.ts';
import { saidIn } from './said.ts';

const given = services();
const folders = [...labelledFolders(), ...readOnceFolders()];
learn('said-vectors.json', folders.map(saidIn));
learn('called-vectors.json', await calledInAll(folders, given));

function learn(file: string, chats: readonly (readonly NearCase[])[]): void {
  const models = bySixths(chats, [], learnVectors);
  const found = chats.flatMap((cases, place) => cases.map((one) => isNearestMeant(one, models[place] as WordVectors)));
  given.print(`${file}: one that is meant is the nearest for ${found.filter(Boolean).length} of ${found.length}\n`);
  writeFileSync(join(DATA, 'model', file), `${JSON.stringify(learnVectors(chats))}\n`);
}

function isNearestMeant({ said, among }: NearCase, vectors: WordVectors): boolean {
  const near = nearnessAmong(
    vectors,
    said,
    among.map(({ words }) => new Set(words)),
  );
  return among[near.findIndex(({ nearer }) => nearer === 0)]?.isMeant === true;
}
