/**
 * A refiner that answers with what a language model once answered to the same masked questions (`answers.jsonl`, a line a question; how
 * they were recorded stands in README.md beside it). A question that was not asked then has no answer.
 */
import { readFileSync } from 'node:fs';
import type { RefineQuestion } from '../../../src/model/refinement.ts';
import type { Refiner } from '../../../src/ports/refiner.ts';
import { proposalsIn } from '../../../src/refine/openai/wire.ts';
import { keyOf } from './refined-replay.ts';

const RECORDED = new URL('./answers.jsonl', import.meta.url);

export type Answers = ReadonlyMap<string, object>;

/** By the hash of the question. */
export function readAnswers(text = readFileSync(RECORDED, 'utf8')): Answers {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => JSON.parse(line) as { readonly key: string; readonly answer: object }).map(({ key, answer }) => [key, answer]),
  );
}

/** @param unknown is told each question that has no answer, every time that it is asked */
export function recordedRefiner(
  answers: Answers,
  hash: (text: string) => string,
  unknown: (key: string, question: RefineQuestion) => void,
): Refiner {
  return {
    host: 'recorded',
    model: 'recorded',
    estimate: () => 0,
    async ask(questions) {
      const found = questions.flatMap((question, n) => {
        const key = hash(keyOf(question)).slice(0, 16);
        const answer = answers.get(key);
        if (answer === undefined) unknown(key, question);
        return answer === undefined ? [] : [{ n, ...answer }];
      });
      // Through the same door as an answer over the network.
      const proposals = proposalsIn(JSON.stringify({ answers: found }), questions.length) ?? questions.map(() => null);
      return { outcome: 'answered', proposals, inputTokens: 0, outputTokens: 0 };
    },
  };
}
