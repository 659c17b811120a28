/**
 * npm run train:joins: learns from all labelled chats, as models that never saw them read them, who is meant by what they answer though it names others,
 * writes data/model/joins.json, and prints how many join rightly and wrongly in chats that a model hasn't learned from: one model for each sixth of
 * the chats. The same corpus and models give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { services } from '../../../src/app.ts';
import { chanceByTrees, type Trees } from '../../../src/model/trees.ts';
import { DATA, fullyAskedFolders, labelledFolders } from '../noise/labelled-chats.ts';
import { meantChatsBy, ofFolder, unseenRules, withUnseenMeaning } from '../noise/unseen.ts';
import { bySixths } from '../sixths.ts';
import { type JoinCase, joinCasesIn } from './cases.ts';
import { learnJoins } from './learn.ts';

const AT_LEAST = [0.3, 0.4, 0.5, 0.6, 0.7];
const given = services();
const unseen = await unseenRules(given);
const sets = withUnseenMeaning(unseen, await meantChatsBy(unseen, given), given);
const chats: (readonly JoinCase[])[] = [];
for (const folder of [...labelledFolders(), ...fullyAskedFolders()]) {
  given.progress(`reads ${basename(folder)}`);
  chats.push(await joinCasesIn(folder, given, ofFolder(sets, folder)));
}
given.progress('');
const told: { readonly chance: number; readonly good: boolean; readonly pair: string }[] = [];
const models = bySixths(chats, [], learnJoins);
for (const [place, cases] of chats.entries()) {
  const model = models[place] as Trees;
  for (const { signs, good, pair, letGo } of cases)
    if (!letGo) told.push({ chance: chanceByTrees(model, signs), good, pair: `${place} ${pair}` });
}
const pairsOf = (list: typeof told): number => new Set(list.map(({ pair }) => pair)).size;
for (const least of AT_LEAST) {
  const joined = told.filter(({ chance }) => chance >= least);
  const [right, wrong, all] = [joined.filter(({ good }) => good), joined.filter(({ good }) => !good), told.filter(({ good }) => good)].map(
    pairsOf,
  );
  given.print(`from ${least}: ${right} of ${all} join rightly, ${wrong} wrongly\n`);
}
writeFileSync(join(DATA, 'model/joins.json'), `${JSON.stringify(learnJoins(chats))}\n`);
