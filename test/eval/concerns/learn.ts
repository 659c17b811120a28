/**
 * Logistic regression by AdaGrad: whether somebody has to act on a danger or a demand, by the signs of both; beside it whether it is a clue.
 * Signs that only a few chats have are left out: they are their names and matters. From a fixed order and seed: the same cases give the same weights.
 */

import type { ConcernModel } from '../../../src/model/concern-model.ts';
import type { ConcernSigns } from '../../../src/reading/directive/audience/concern-signs.ts';
import { pairOf } from '../../../src/reading/directive/audience/concern-worth.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import type { ClueCase } from '../clues/cases.ts';
import { learnClues } from '../clues/learn.ts';
import { commonSigns } from '../common-signs.ts';
import { hundredths, move, newWeight, telling, type Weight } from '../weight.ts';
import type { ConcernCase, ToldChat } from './cases.ts';

const CHATS_AT_LEAST = 10;
const EPOCHS = 8;
const RATE = 0.05;
const BIAS_RATE = 0.01;
const SEED = 7;

/**
 * @param chats what is told in each
 * @param texts what else is known to be a clue, or none, in parts
 */
export function learnConcerns(chats: readonly ToldChat[], texts: readonly (readonly ClueCase[])[] = []): ConcernModel {
  const cases = chats.map(({ told }) => told.flatMap(({ candidates }) => candidates));
  const signs = cases.map((all) => all.flatMap(({ signs }) => [...signs.facts, ...pairsOf(signs)]));
  const learner = new Learner(commonSigns(signs, CHATS_AT_LEAST));
  const all = cases.flat().map((one) => learner.known(one));
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(all, random);
    for (const one of all) learner.learnFrom(one);
  }
  return { ...learner.model(), clue: learnClues([...chats.map(({ clues }) => clues), ...texts]) };
}

function pairsOf({ words, posts }: ConcernSigns): readonly string[] {
  return words.flatMap((word) => posts.map((post) => pairOf(word, post)));
}

interface KnownCase {
  readonly facts: readonly Weight[];
  readonly pairs: readonly Weight[];
  readonly isConcerned: boolean;
}

class Learner {
  readonly #weights: ReadonlyMap<string, Weight>;
  #bias = -1;

  constructor(signs: readonly string[]) {
    this.#weights = new Map(signs.map((sign) => [sign, newWeight()]));
  }

  known({ signs, isConcerned }: ConcernCase): KnownCase {
    const find = (some: readonly string[]): readonly Weight[] => some.flatMap((sign) => this.#weights.get(sign) ?? []);
    return { facts: find(signs.facts), pairs: find(pairsOf(signs)), isConcerned };
  }

  learnFrom({ facts, pairs, isConcerned }: KnownCase): void {
    const share = 1 / Math.sqrt(Math.max(1, pairs.length));
    const odds = sumOf(facts) + share * sumOf(pairs) + this.#bias;
    const miss = 1 / (1 + Math.exp(-odds)) - Number(isConcerned);
    for (const weight of facts) move(weight, miss, RATE);
    for (const weight of pairs) move(weight, miss * share, RATE);
    this.#bias -= BIAS_RATE * miss;
  }

  model(): ConcernModel {
    return { bias: hundredths(this.#bias), weights: telling(this.#weights) };
  }
}

function sumOf(weights: readonly Weight[]): number {
  return weights.reduce((sum, { value }) => sum + value, 0);
}
