/**
 * npm run train:looks: learns from all labelled chats, as models that never saw them read them, what the second looks of the ledger weigh, writes
 * data/model/merge-again.json and data/model/targets-again.json, and prints how they tell pairs of chats that they haven't learned from: one
 * model for each sixth of the chats. The same corpus and models give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { services } from '../../../src/app.ts';
import { chanceByTrees, type Trees } from '../../../src/model/trees.ts';
import type { Looked } from '../merge/pairs.ts';
import { pairsIn } from '../merge/readings.ts';
import { DATA, fullyAskedFolders, labelledFolders } from '../noise/labelled-chats.ts';
import { meantChatsBy, ofFolder, unseenRules, withUnseenMeaning } from '../noise/unseen.ts';
import { bySixths } from '../sixths.ts';
import { type Looks, learnLooks } from './learn.ts';

const AT_LEAST = [0.5, 0.65, 0.8];
const given = services();
const unseen = await unseenRules(given);
const sets = withUnseenMeaning(unseen, await meantChatsBy(unseen, given), given);
const chats: Looks[] = [];
for (const folder of [...labelledFolders(), ...fullyAskedFolders()]) {
  given.progress(`reads ${basename(folder)}`);
  const { askLooks, changeLooks } = await pairsIn(folder, given, ofFolder(sets, folder));
  chats.push({ askLooks, changeLooks });
}
given.progress('');
const models = bySixths(chats, [], learnLooks);
const held = chats.map((looks, place) => {
  const { again, changeAgain } = models[place] as ReturnType<typeof learnLooks>;
  return { asks: toldBy(again, looks.askLooks), changes: toldBy(changeAgain, looks.changeLooks) };
});
for (const which of ['asks', 'changes'] as const) {
  const pairs = held.flatMap((told) => told[which]);
  for (const least of AT_LEAST) {
    const told = pairs.filter(({ chance }) => chance >= least);
    const right = told.filter(({ same }) => same).length;
    const all = pairs.filter(({ same }) => same).length;
    given.print(`${which} from ${least}: ${right} of ${all} pairs told, ${told.length - right} wrongly\n`);
  }
}
const { again, changeAgain } = learnLooks(chats);
write('merge-again.json', again);
write('targets-again.json', changeAgain);

function toldBy(trees: Trees, looks: readonly Looked[]): readonly { readonly chance: number; readonly same: boolean }[] {
  return looks.map(({ signs, same }) => ({ chance: chanceByTrees(trees, signs), same }));
}

function write(file: string, model: Trees): void {
  writeFileSync(join(DATA, 'model', file), `${JSON.stringify(model)}\n`);
}
