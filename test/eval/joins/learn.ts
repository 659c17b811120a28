/** What answers of people whom nobody has named tell of whom a directive means. */
import { JOIN_SIGNS } from '../../../src/ledger/joined-by-answer.ts';
import type { Trees } from '../../../src/model/trees.ts';
import { type BoostSettings, boost } from '../boost/boost.ts';
import type { JoinCase } from './cases.ts';

const SETTINGS: BoostSettings = { trees: 250, rate: 0.05, leaves: 15, leafSize: 30, ridge: 3, signShare: 0.6, sampleShare: 0.8 };

/** @param chats the cases of each */
export function learnJoins(chats: readonly (readonly JoinCase[])[]): Trees {
  return boost(
    JOIN_SIGNS,
    chats.flat().map(({ signs, good }) => ({ values: signs, good })),
    SETTINGS,
  );
}
