/**
 * Sentences a second of processor time: the same loop for each, over the corpus again and again for at least two seconds a round; two
 * rounds to warm up, then the middle one of three.
 */
import type { Sentence } from '../../corpus/sentences.ts';
import { median, stopwatch } from '../stopwatch.ts';

const ROUNDS = 3;
const LEAST_SECONDS = 2;

export function sentencesASecond(sentences: readonly Sentence[], parse: (text: string, sentAt: number) => unknown): number {
  const inputs = sentences.map(({ text, sentAt }) => [text, Date.parse(sentAt)] as const);
  const round = (): number => {
    const seconds = stopwatch();
    let count = 0;
    for (; seconds().cpu < LEAST_SECONDS; count += inputs.length) for (const [text, sentAt] of inputs) parse(text, sentAt);
    return count / seconds().cpu;
  };
  round();
  round();
  return median(Array.from({ length: ROUNDS }, round));
}
