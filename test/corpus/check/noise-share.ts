/** Real work groups are mostly noise: a scenario outside these bounds is no likeness of one. */
import { NOISE } from '../../../src/model/label.ts';
import { type Problem, problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

const LEAST = 0.65;
const MOST = 0.9;

export function noiseShare({ gold }: Pick<Scenario, 'gold'>): number {
  return gold.length === 0 ? 0 : gold.filter(({ value }) => NOISE.has(value.label)).length / gold.length;
}

export function checkNoiseShare(scenario: Scenario): readonly Problem[] {
  const share = noiseShare(scenario);
  if (share >= LEAST && share <= MOST) return [];
  return [problem(`${scenario.folder}/gold.jsonl`, 0, `${(100 * share).toFixed(1)}% of the messages are noise; 65 to 90% is wanted`)];
}
