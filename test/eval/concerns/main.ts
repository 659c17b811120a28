/**
 * npm run train:concerns: learns from the labelled chats whose a danger or a demand is to act on, and what is a clue, writes data/model/concerns.json, and prints
 * how many of those who have to act are found by a model that was learned without the chat: one model for each sixth of the chats. The same
 * corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../../src/app.ts';
import type { ConcernModel } from '../../../src/model/concern-model.ts';
import { clueIn, isMisconduct } from '../../../src/reading/directive/misconduct.ts';
import { type ClueCase, clueTexts, heldClueTexts } from '../clues/cases.ts';
import { DATA, fullyAskedFolders, labelledFolders } from '../noise/labelled-chats.ts';
import { bySixths } from '../sixths.ts';
import { type ToldChat, toldChatIn } from './cases.ts';
import { learnConcerns } from './learn.ts';

const RULES_ALONE = { bias: Number.NEGATIVE_INFINITY, weights: {} };
const given = services();
const chats: ToldChat[] = [];
for (const folder of [...labelledFolders(), ...fullyAskedFolders()]) chats.push(await toldChatIn(folder, given));
const clues: (ClueCase & { readonly found: boolean })[] = [];
const texts = clueTexts();
const models = bySixths(chats, [], (some) => learnConcerns(some, texts));
const tallies = { told: newTally(), clues: newTally() };
for (const [place, chat] of chats.entries()) {
  const model = models[place] as ConcernModel;
  for (const one of chat.clues) clues.push({ ...one, found: clueIn(one.text, model.clue) === 'likely' });
  for (const { isClue, concerned, foundBy } of chat.told) {
    const tally = isClue ? tallies.clues : tallies.told;
    const people = foundBy(model);
    const byRules = foundBy(RULES_ALONE);
    tally.concerned += concerned.length;
    tally.told += people.length;
    tally.toldByRules += byRules.length;
    tally.found += concerned.filter((id) => people.includes(id)).length;
    tally.foundByRules += concerned.filter((id) => byRules.includes(id)).length;
  }
}
for (const [name, { concerned, found, told, foundByRules, toldByRules }] of Object.entries(tallies)) {
  const percent = (part: number): string => `${((100 * part) / concerned).toFixed(1)}%`;
  given.print(
    `${name}: ${concerned} people; found ${percent(found)} with ${told} told, by the rules alone ${percent(foundByRules)} with ${toldByRules}\n`,
  );
}
const count = (which: (one: (typeof clues)[number]) => boolean): number => clues.filter(which).length;
given.print(
  `clues: ${count(({ isClue, found }) => isClue && found)} of ${count(({ isClue }) => isClue)} found, with ${count(({ isClue, found }) => !isClue && found)} others; by the rules alone ${count(({ isClue, text }) => isClue && isMisconduct(text))}, with ${count(({ isClue, text }) => !isClue && isMisconduct(text))}\n`,
);
const learned = learnConcerns(chats, texts);
const held = heldClueTexts().map(({ text, isClue }) => ({ isClue, found: clueIn(text, learned.clue) === 'likely' }));
const told = (is: boolean): string => {
  const some = held.filter(({ isClue }) => isClue === is);
  return `${some.filter(({ found }) => found).length} of ${some.length}`;
};
given.print(`texts of a hand that nothing was learned from: of clues ${told(true)} found, of what is none ${told(false)}\n`);
writeFileSync(join(DATA, 'model/concerns.json'), `${JSON.stringify(learned)}\n`);

function newTally() {
  return { concerned: 0, found: 0, told: 0, foundByRules: 0, toldByRules: 0 };
}
