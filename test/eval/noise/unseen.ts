/**
 * How chats are read by models that never saw them: one for each sixth. What learns from readings has to learn from such, as the models err far
 * less in chats that they have learned from than in those to come.
 */
import { basename } from 'node:path';
import type { Services } from '../../../src/cli/command.ts';
import { SHIPPED_MERGE } from '../../../src/ledger/merge-score.ts';
import type { ChangeModel } from '../../../src/model/change-model.ts';
import type { Trees } from '../../../src/model/trees.ts';
import type { WordVectors } from '../../../src/model/word-vectors.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';
import { type ChangeCase, changeCasesIn, textCases } from '../changes/cases.ts';
import { learnChanges } from '../changes/learn.ts';
import { type MeantChat, meantChatIn, meantSetsOf } from '../meant/cases.ts';
import { learnMeant } from '../meant/learn.ts';
import { bySixths, placesOfSixth, SIXTHS } from '../sixths.ts';
import { calledInAll } from '../vectors/called.ts';
import { learnVectors } from '../vectors/learn.ts';
import { saidIn } from '../vectors/said.ts';
import { labelledCorpus, labelledFolders, readOnceFolders } from './labelled-chats.ts';
import { withModels } from './models.ts';

/**
 * By folder: the shipped rule set, but with what tells noise in chats, what updates do, and what words have to do with each other, learned from
 * none of the folder's sixth.
 */
export async function unseenRules(given: Services): Promise<ReadonlyMap<string, RuleSet>> {
  const { rules, calendar, progress } = given;
  const { chats, readOnce, ...more } = await labelledCorpus();
  const all = [...chats, ...readOnce];
  const weights = await withModels({ chats: all, readOnce: [], ...more }, rules.rules, calendar, ({ inChatWithout }) =>
    Promise.all(
      Array.from({ length: SIXTHS }, async (_, sixth) => {
        const learned = await inChatWithout(...placesOfSixth(sixth, all.length));
        progress(`trained without a sixth: ${sixth + 1}`);
        return learned;
      }),
    ),
  );
  const folders = [...labelledFolders(), ...readOnceFolders()];
  const cases: (readonly ChangeCase[])[] = [];
  for (const folder of folders) {
    progress(`changes of ${basename(folder)}`);
    cases.push(await changeCasesIn(folder, given));
  }
  const changing = bySixths(cases, await textCases(given), learnChanges);
  progress('what words have to do with each other');
  const vectors = bySixths(folders.map(saidIn), [], learnVectors);
  const calling = bySixths(await calledInAll(folders, given), [], learnVectors);
  progress('');
  return new Map(
    folders.map((folder, place) => {
      const chat = weights[place % SIXTHS];
      if (rules.model === undefined || chat === undefined) throw new Error('there is no shipped model of noise');
      const learned = { changing: changing[place] as ChangeModel, calling: calling[place] as WordVectors };
      const merging = { ...SHIPPED_MERGE, vectors: vectors[place] as WordVectors };
      const model = { ...rules.model, chat: { ...chat, temperature: rules.model.chat.temperature } };
      return [folder, { ...rules, model, ...learned, merging }] as const;
    }),
  );
}

/** By folder: its asks, read by its rule set, and whom they mean. */
export async function meantChatsBy(sets: ReadonlyMap<string, RuleSet>, given: Services): Promise<ReadonlyMap<string, MeantChat>> {
  const chats = new Map<string, MeantChat>();
  for (const [folder, rules] of sets) {
    given.progress(`whom asks mean in ${basename(folder)}`);
    chats.set(folder, await meantChatIn(folder, given, rules));
  }
  given.progress('');
  return chats;
}

/** The rule sets with trees of whom an ask means that have learned from none of the folder's sixth either. */
export function withUnseenMeaning(
  sets: ReadonlyMap<string, RuleSet>,
  chats: ReadonlyMap<string, MeantChat>,
  given: Services,
): ReadonlyMap<string, RuleSet> {
  const meaning = bySixths([...chats.values()], meantSetsOf(given), learnMeant);
  return new Map([...sets].map(([folder, rules], place) => [folder, { ...rules, meaning: meaning[place] as Trees }]));
}

/** What stands there for a folder of the corpus. */
export function ofFolder<Kept>(kept: ReadonlyMap<string, Kept>, folder: string): Kept {
  const found = kept.get(folder);
  if (found === undefined) throw new Error(`${folder} is no folder of the corpus`);
  return found;
}
