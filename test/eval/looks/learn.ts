/** What the second looks learn from labelled chats: whether an ask is a copy of something known, and whether a change is about it. */
import { MERGE_SIGNS } from '../../../src/ledger/second-look.ts';
import { TARGET_SIGNS } from '../../../src/ledger/target-look.ts';
import type { MergeModel } from '../../../src/model/merge-weights.ts';
import type { Trees } from '../../../src/model/trees.ts';
import { type BoostSettings, boost } from '../boost/boost.ts';
import type { Pairs } from '../merge/pairs.ts';

const SETTINGS: BoostSettings = { trees: 300, rate: 0.05, leaves: 15, leafSize: 20, ridge: 2, signShare: 0.6, sampleShare: 0.8 };

export type Looks = Pick<Pairs, 'askLooks' | 'changeLooks'>;

/** @param chats the looks of each */
export function learnLooks(chats: readonly Looks[]): Pick<Required<MergeModel>, 'again' | 'changeAgain'> {
  return { again: learn(MERGE_SIGNS, 'askLooks', chats), changeAgain: learn(TARGET_SIGNS, 'changeLooks', chats) };
}

function learn(signs: readonly string[], which: keyof Looks, chats: readonly Looks[]): Trees {
  const samples = chats.flatMap((looks) => looks[which].map(({ signs: values, same }) => ({ values, good: same })));
  return boost(signs, samples, SETTINGS);
}
