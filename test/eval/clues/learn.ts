/**
 * Logistic regression by AdaGrad: whether what is told is a clue of misconduct, by its runs of characters. Runs that only a few chats have are
 * left out: they are their names and matters. From a fixed order and seed: the same cases give the same weights.
 */
import type { ClueModel } from '../../../src/model/concern-model.ts';
import { shareOf } from '../../../src/reading/directive/clue-chance.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import { commonSigns } from '../common-signs.ts';
import { hundredths, move, newWeight, telling, type Weight } from '../weight.ts';
import type { ClueCase } from './cases.ts';

const CHATS_AT_LEAST = 3;
const EPOCHS = 12;
const RATE = 0.1;
const SEED = 7;

/** @param chats the cases of each */
export function learnClues(chats: readonly (readonly ClueCase[])[]): ClueModel {
  const signs = commonSigns(
    chats.map((cases) => cases.flatMap((one) => one.signs)),
    CHATS_AT_LEAST,
  );
  const weights = new Map<string, Weight>(signs.map((sign) => [sign, newWeight()]));
  const bias = newWeight();
  const cases = chats.flat().map((one) => ({ isClue: one.isClue, known: one.signs.flatMap((sign) => weights.get(sign) ?? []) }));
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(cases, random);
    for (const { known, isClue } of cases) {
      const share = shareOf(known.length);
      const odds = bias.value + share * known.reduce((sum, { value }) => sum + value, 0);
      const miss = 1 / (1 + Math.exp(-odds)) - Number(isClue);
      move(bias, miss, RATE);
      for (const weight of known) move(weight, miss * share, RATE);
    }
  }
  return { bias: hundredths(bias.value), weights: telling(weights) };
}
