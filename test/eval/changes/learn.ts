/**
 * Multinomial logistic regression by AdaGrad over the signs of labelled updates. Signs that only a few chats have are left out: they are
 * their names and matters. From a fixed order and seed: the same cases give the same weights.
 */
import { CHANGE_KINDS, type ChangeModel } from '../../../src/model/change-model.ts';
import { likeliestChange, RUNS_SHARE } from '../../../src/reading/directive/change-chances.ts';
import { randomFrom, shuffle } from '../../../src/reading/noise/train/shuffle.ts';
import { commonSigns } from '../common-signs.ts';
import { hundredths } from '../weight.ts';
import type { ChangeCase } from './cases.ts';

const CHATS_AT_LEAST = 3;
const EPOCHS = 12;
const RATE = 0.1;
const DECAY = 1e-4;
const SEED = 7;
/** Weights this small say nothing. */
const LEAST = 0.01;

/** @param chats the cases of each */
export function learnChanges(chats: readonly (readonly ChangeCase[])[]): ChangeModel {
  const learner = new Learner(
    commonSigns(
      chats.map((cases) => cases.flatMap(({ signs: { runs, facts } }) => [...runs, ...facts])),
      CHATS_AT_LEAST,
    ),
  );
  const cases = chats.flat();
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(cases, random);
    for (const one of cases) learner.learnFrom(one);
  }
  return learner.model();
}

/** How many a model tells rightly. */
export function changesTold(cases: readonly ChangeCase[], model: ChangeModel): { readonly right: number; readonly byRules: number } {
  const isRight = ({ signs, byRules, kind }: ChangeCase) => likeliestChange(signs, byRules, () => true, model) === kind;
  return { right: cases.filter(isRight).length, byRules: cases.filter(({ byRules, kind }) => byRules === kind).length };
}

class Learner {
  readonly #rows: ReadonlyMap<string, { readonly weights: Float64Array; readonly squares: Float64Array }>;
  readonly #bias = newRow();

  constructor(signs: readonly string[]) {
    this.#rows = new Map(signs.map((sign) => [sign, newRow()]));
  }

  learnFrom({ kind, signs: { runs, facts } }: ChangeCase): void {
    const known = runs.flatMap((run) => this.#rows.get(run) ?? []);
    const share = RUNS_SHARE / Math.sqrt(Math.max(1, known.length));
    const rows = [
      ...known.map((row) => ({ row, share })),
      ...facts.flatMap((fact) => this.#rows.get(fact) ?? []).map((row) => ({ row, share: 1 })),
    ];
    const scores = CHANGE_KINDS.map((_, at) =>
      rows.reduce((sum, one) => sum + one.share * (one.row.weights[at] ?? 0), this.#bias.weights[at] ?? 0),
    );
    const top = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - top));
    const all = odds.reduce((sum, one) => sum + one, 0);
    for (const [at, name] of CHANGE_KINDS.entries()) {
      const slope = (odds[at] ?? 0) / all - (name === kind ? 1 : 0);
      if (Math.abs(slope) < 1e-4) continue;
      move(this.#bias, at, slope);
      for (const one of rows) move(one.row, at, slope * one.share + DECAY * (one.row.weights[at] ?? 0));
    }
  }

  model(): ChangeModel {
    const weights = [...this.#rows].flatMap(([sign, row]) => {
      const rounded = [...row.weights].map(hundredths);
      return rounded.some((weight) => Math.abs(weight) > LEAST) ? [[sign, rounded] as const] : [];
    });
    return { bias: [...this.#bias.weights].map(hundredths), weights: Object.fromEntries(weights) };
  }
}

function newRow(): { readonly weights: Float64Array; readonly squares: Float64Array } {
  return { weights: new Float64Array(CHANGE_KINDS.length), squares: new Float64Array(CHANGE_KINDS.length).fill(1e-3) };
}

function move({ weights, squares }: ReturnType<typeof newRow>, at: number, slope: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(square);
}
