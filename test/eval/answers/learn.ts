/** A conditional logit for each form of answer: which of the candidates, or none. Gradient steps, drawn towards 0. Deterministic. */
import { ANSWER_SIGNS, type AnswerForm, type AnswerModel, type AnswerWeights } from '../../../src/model/answer-weights.ts';
import type { AnswerCase } from './cases.ts';

const FORMS: readonly AnswerForm[] = ['word', 'report', 'talk'];
const PULL = 1.5;
const STEPS = 500;
const RATE = 0.05;

export function learnAnswers(cases: readonly AnswerCase[]): AnswerModel {
  const [word, report, talk] = FORMS.map((form) => learnForm(cases.filter((one) => one.form === form)));
  if (word === undefined || report === undefined || talk === undefined) throw new Error('every form has weights');
  return { word, report, talk };
}

type Row = readonly number[];

function rowsOf({ candidates }: AnswerCase): readonly Row[] {
  return candidates.map(({ signs }) => [...ANSWER_SIGNS.map((sign) => signs[sign]), 1]);
}

function learnForm(cases: readonly AnswerCase[]): AnswerWeights {
  // What answers something that no candidate is can't be learned from.
  const usable = cases.filter(({ candidates, answers }) => candidates.length > 0 && (!answers || candidates.some(({ good }) => good)));
  const sets = usable.map((one) => ({ rows: rowsOf(one), good: one.candidates.map(({ good }) => good) }));
  const size = ANSWER_SIGNS.length + 1;
  const beta = new Array<number>(size).fill(0);
  const [first, second] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = beta.map((value, index) => (index === size - 1 ? 0 : -PULL * value));
    for (const { rows, good } of sets) addGradient(gradient, rows, good, beta);
    for (let index = 0; index < size; index++) {
      const slope = gradient[index] ?? 0;
      first[index] = 0.9 * (first[index] ?? 0) + 0.1 * slope;
      second[index] = 0.99 * (second[index] ?? 0) + 0.01 * slope * slope;
      const mean = (first[index] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((second[index] ?? 0) / (1 - 0.99 ** step)) + 1e-8;
      beta[index] = (beta[index] ?? 0) + (RATE * mean) / spread;
    }
  }
  const rounded = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100;
  return { bias: rounded(beta.at(-1)), weights: Object.fromEntries(ANSWER_SIGNS.map((sign, index) => [sign, rounded(beta[index])])) };
}

/** What is expected of the right ones, less what is expected of all; the none option has the score 0. */
function addGradient(gradient: number[], rows: readonly Row[], good: readonly boolean[], beta: Row): void {
  const weights = rows.map((row) =>
    Math.exp(
      Math.min(
        30,
        row.reduce((sum, value, index) => sum + value * (beta[index] ?? 0), 0),
      ),
    ),
  );
  const all = 1 + weights.reduce((sum, weight) => sum + weight, 0);
  const right = weights.reduce((sum, weight, index) => sum + (good[index] === true ? weight : 0), 0);
  for (const [place, row] of rows.entries()) {
    const weight = weights[place] ?? 0;
    const share = (good[place] === true && right > 0 ? weight / right : 0) - weight / all;
    for (const [index, value] of row.entries()) gradient[index] = (gradient[index] ?? 0) + share * value;
  }
}

/** How many are found, missed, and taken for what they are not. */
export function tally(cases: readonly AnswerCase[], model: AnswerModel): string {
  const parts = FORMS.map((form) => {
    const counts = { found: 0, missed: 0, wrong: 0 };
    for (const one of cases.filter((other) => other.form === form)) {
      const { bias, weights } = model[form];
      const scores = one.candidates.map(({ signs }) => ANSWER_SIGNS.reduce((sum, sign) => sum + signs[sign] * (weights[sign] ?? 0), bias));
      const best = scores.indexOf(Math.max(...scores));
      const isTaken = (scores[best] ?? -1) > 0;
      const isRight = isTaken && one.candidates[best]?.good === true;
      if (isRight) counts.found++;
      if (isTaken && !isRight) counts.wrong++;
      if (one.answers && !isRight) counts.missed++;
    }
    return `${form} ${counts.found} found, ${counts.missed} missed, ${counts.wrong} wrong`;
  });
  return parts.join('; ');
}
