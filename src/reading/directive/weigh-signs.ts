/** What signs come to by a linear model: of many runs each says less, of the facts each says the same beside whatever others. */
import { once } from '../once.ts';

interface SignWeights {
  readonly bias: number;
  /** Sign → what it adds. */
  readonly weights: Readonly<Record<string, number>>;
}

export function weighSigns(facts: readonly string[], runs: readonly string[], model: SignWeights): number {
  const weights = weightsOf(model);
  let sum = model.bias;
  for (const fact of facts) sum += weights.get(fact) ?? 0;
  let [ofRuns, known] = [0, 0];
  for (const run of runs) {
    const weight = weights.get(run);
    if (weight === undefined) continue;
    ofRuns += weight;
    known++;
  }
  return sum + ofRuns / Math.sqrt(Math.max(1, known));
}

const weightsOf = once(({ weights }: SignWeights): ReadonlyMap<string, number> => new Map(Object.entries(weights)));
