/**
 * npm run train:answers: learns from the labelled chats what tells which directive an answer is to, writes data/model/answers.json, and
 * prints how often a model finds it that was learned without the chat. The same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { services } from '../../../src/app.ts';
import { heldOutRules } from '../held-out-rules.ts';
import { DATA, labelledFolders } from '../noise/labelled-chats.ts';
import { ofFolder } from '../noise/unseen.ts';
import { type AnswerCase, casesIn } from './cases.ts';
import { learnAnswers, tally } from './learn.ts';

const given = services();
const { rules } = await heldOutRules(given);
const chats: { readonly name: string; readonly cases: readonly AnswerCase[] }[] = [];
for (const folder of labelledFolders()) {
  chats.push({ name: basename(folder), cases: await casesIn(folder, given, ofFolder(rules, folder)) });
}
for (const { name, cases } of chats) {
  const others = chats.filter((other) => other.name !== name).flatMap((other) => other.cases);
  given.print(`${name}: ${tally(cases, learnAnswers(others))}\n`);
}
const model = learnAnswers(chats.flatMap(({ cases }) => cases));
writeFileSync(join(DATA, 'model/answers.json'), `${JSON.stringify(model, null, 2)}\n`);
