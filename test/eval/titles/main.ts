/**
 * npm run train:titles: learns from the labelled chats which clauses of an ask say its task, writes data/model/titles.json, and prints how
 * much of the actions that people wrote the titles say by a model that was learned without the chat: one model for each sixth of the chats.
 * The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import { DATA, labelledFolders, readOnceFolders } from '../noise/labelled-chats.ts';
import { type TitleCase, titleCasesIn } from './cases.ts';
import { learnTitles, titlesTold } from './learn.ts';

const FOLDS = 6;
const given = services();
const chats: (readonly TitleCase[])[] = [];
for (const folder of [...labelledFolders(), ...readOnceFolders()]) chats.push(await titleCasesIn(folder, given));
const total = { cases: 0, said: 0, amiss: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  const model = learnTitles(chats.filter((_, index) => index % FOLDS !== fold));
  const heldOut = chats.filter((_, index) => index % FOLDS === fold).flat();
  const { cases, said, amiss } = titlesTold(heldOut, model);
  total.cases += cases;
  total.said += said;
  total.amiss += amiss;
}
const percent = (part: number): string => `${((100 * part) / total.cases).toFixed(1)}%`;
given.print(`titles of ${total.cases} tasks say ${percent(total.said)} of their actions, ${percent(total.amiss)} less than a fifth\n`);
writeFileSync(join(DATA, 'model/titles.json'), `${JSON.stringify(learnTitles(chats))}\n`);
