/**
 * Linear regression by AdaGrad: which share of a task's words each clause of its ask says, by the signs of the clause. Signs that only a few
 * chats have are left out: they are their names and matters. From a fixed order and seed: the same cases give the same weights.
 */
import type { TitleModel } from '../../../src/model/title-model.ts';
import { titleOf } from '../../../src/reading/directive/title/index.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import { commonSigns } from '../common-signs.ts';
import { move, newWeight, type Weight } from '../weight.ts';
import type { ClauseCase, TitleCase } from './cases.ts';
import { shareSaid } from './share-said.ts';

const CHATS_AT_LEAST = 8;
const EPOCHS = 6;
const RATE = 0.05;
const BIAS_RATE = 0.005;
const SEED = 7;
/** Weights this small say nothing. */
const LEAST = 0.005;

/** @param chats the cases of each */
export function learnTitles(chats: readonly (readonly TitleCase[])[]): TitleModel {
  const learner = new Learner(
    commonSigns(
      chats.map((cases) => cases.flatMap(({ clauses }) => clauses.flatMap(({ signs: { facts, runs } }) => [...facts, ...runs]))),
      CHATS_AT_LEAST,
    ),
  );
  const clauses = chats.flatMap((cases) => cases.flatMap((one) => one.clauses));
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(clauses, random);
    for (const clause of clauses) learner.learnFrom(clause);
  }
  return learner.model();
}

/** A title that says less than this of its task is of another matter. */
const AMISS = 0.2;

export interface Told {
  readonly cases: number;
  /** Sum of the shares that the titles say. */
  readonly said: number;
  readonly amiss: number;
}

/** @param model that of the program where none is given */
export function titlesTold(cases: readonly TitleCase[], model?: TitleModel): Told {
  const shares = cases.map(({ kind, source, action }) => shareSaid(action, titleOf(kind, source, model)));
  return { cases: cases.length, said: shares.reduce((sum, one) => sum + one, 0), amiss: shares.filter((share) => share < AMISS).length };
}

class Learner {
  readonly #weights: ReadonlyMap<string, Weight>;
  #bias = 0;

  constructor(signs: readonly string[]) {
    this.#weights = new Map(signs.map((sign) => [sign, newWeight()]));
  }

  learnFrom({ signs: { facts, runs }, said }: ClauseCase): void {
    const known = runs.flatMap((run) => this.#weights.get(run) ?? []);
    const share = 1 / Math.sqrt(Math.max(1, known.length));
    const all = [
      ...facts.flatMap((fact) => this.#weights.get(fact) ?? []).map((weight) => ({ weight, share: 1 })),
      ...known.map((weight) => ({ weight, share })),
    ];
    const miss = all.reduce((sum, one) => sum + one.share * one.weight.value, this.#bias) - said;
    for (const one of all) move(one.weight, miss * one.share, RATE);
    this.#bias -= BIAS_RATE * miss;
  }

  model(): TitleModel {
    const weights = [...this.#weights].flatMap(([sign, { value }]) =>
      Math.abs(value) > LEAST ? [[sign, thousandths(value)] as const] : [],
    );
    return { bias: thousandths(this.#bias), weights: Object.fromEntries(weights) };
  }
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
