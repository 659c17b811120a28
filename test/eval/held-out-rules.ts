/** Rule sets for whole replays of chats that they have never seen: everything that is learned has learned from none of the chat's sixth. */
import type { Services } from '../../src/cli/command.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { clueTexts } from './clues/cases.ts';
import { toldChatIn } from './concerns/cases.ts';
import { learnConcerns } from './concerns/learn.ts';
import { joinCasesIn } from './joins/cases.ts';
import { learnJoins } from './joins/learn.ts';
import { learnLooks } from './looks/learn.ts';
import { learn } from './merge/learn.ts';
import type { Pairs } from './merge/pairs.ts';
import { pairsIn } from './merge/readings.ts';
import { fullyAskedFolders, labelledFolders } from './noise/labelled-chats.ts';
import { meantChatsBy, ofFolder, unseenRules, withUnseenMeaning } from './noise/unseen.ts';
import { bySixthsOf } from './sixths.ts';

export interface HeldOut {
  /** By folder of the corpus. */
  readonly rules: ReadonlyMap<string, RuleSet>;
  /** By folder of a scenario: what there is to merge, as its rule set reads it. */
  readonly pairs: ReadonlyMap<string, Pairs>;
}

/**
 * Of all labelled chats, though the first looks of the ledger learn from the scenarios alone. Temperatures and thresholds of noise are the shipped
 * ones, which are fitted on what was held out, too. Takes the better part of an hour, told through `progress`.
 */
export async function heldOutRules(given: Services): Promise<HeldOut> {
  const { progress } = given;
  const unseen = await unseenRules(given);
  const meaning = withUnseenMeaning(unseen, await meantChatsBy(unseen, given), given);
  const folders = [...unseen.keys()];
  const asked = [...labelledFolders(), ...fullyAskedFolders()];
  const each = async <Kept>(what: string, some: readonly string[], read: (folder: string) => Promise<Kept>): Promise<Map<string, Kept>> => {
    const all = new Map<string, Kept>();
    for (const folder of some) {
      progress(`${what}: ${all.size + 1} of ${some.length}`);
      all.set(folder, await read(folder));
    }
    progress('');
    return all;
  };
  const texts = clueTexts();
  const told = await each('what is told', asked, (folder) => toldChatIn(folder, given));
  const concerning = bySixthsOf(folders, told, (chats) => learnConcerns(chats, texts));
  const pairs = await each('what is merged', asked, (folder) => pairsIn(folder, given, ofFolder(meaning, folder)));
  const looks = bySixthsOf(folders, pairs, learnLooks);
  const joining = await each('who joins', asked, (folder) => joinCasesIn(folder, given, ofFolder(meaning, folder)));
  const joins = bySixthsOf(folders, joining, learnJoins);
  const scenarios = new Map(labelledFolders().map((folder) => [folder, ofFolder(pairs, folder)]));
  const first = bySixthsOf(folders, scenarios, learn);
  const rules = [...meaning].map(([folder, one]) => {
    const merging = { ...one.merging, ...ofFolder(first, folder), ...ofFolder(looks, folder), joins: ofFolder(joins, folder) };
    return [folder, { ...one, concerning: ofFolder(concerning, folder), merging }] as const;
  });
  return { rules: new Map(rules), pairs: scenarios };
}
