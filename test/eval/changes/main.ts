/**
 * npm run train:changes: learns from the labelled chats what an update does to its directive, writes data/model/changes.json, and prints
 * how often a model tells it that was learned without the chat: one model for each sixth of the
 * chats. The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { services } from '../../../src/app.ts';
import { DATA, labelledFolders } from '../noise/labelled-chats.ts';
import { type ChangeCase, changeCasesIn, unmeasuredCases } from './cases.ts';
import { changesTold, learnChanges } from './learn.ts';

const FOLDS = 6;
const given = services();
const chats: { readonly name: string; readonly cases: readonly ChangeCase[] }[] = [];
for (const folder of labelledFolders()) chats.push({ name: basename(folder), cases: await changeCasesIn(folder, given) });
const readOnce = await unmeasuredCases(given);
const total = { right: 0, byRules: 0, cases: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  const isHeldOut = (index: number): boolean => index % FOLDS === fold;
  const others = chats.filter((_, index) => !isHeldOut(index)).map(({ cases }) => cases);
  const model = learnChanges([...others, ...readOnce]);
  for (const { name, cases } of chats.filter((_, index) => isHeldOut(index))) {
    const { right, byRules } = changesTold(cases, model);
    given.print(`changes of ${name}: ${right} of ${cases.length} told, ${byRules} by the rules alone\n`);
    total.right += right;
    total.byRules += byRules;
    total.cases += cases.length;
  }
}
given.print(`changes of all: ${total.right} of ${total.cases} told, ${total.byRules} by the rules alone\n`);
writeFileSync(join(DATA, 'model/changes.json'), `${JSON.stringify(learnChanges([...chats.map(({ cases }) => cases), ...readOnce]))}\n`);
