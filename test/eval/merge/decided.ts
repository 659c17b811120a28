/** How many asks a model would join to the right directive, to a wrong one, or to none though there is one. */
import { chanceOf, SHIPPED_MERGE } from '../../../src/ledger/merge-score.ts';
import type { Pair } from './pairs.ts';

const AT_LEAST = 0.5;

export function asksDecided(pairs: readonly Pair[], model = SHIPPED_MERGE) {
  const decided = { right: 0, wrong: 0, missed: 0, surprise: 0 };
  for (const ofAsk of Map.groupBy(pairs, ({ ask }) => ask).values()) {
    const scored = ofAsk.map((pair) => ({ ...pair, chance: chanceOf(pair.likeness, model[pair.family]) }));
    const best = scored.toSorted((a, b) => b.chance - a.chance)[0];
    for (const { chance, same } of scored) decided.surprise -= Math.log(Math.max(1e-9, same ? chance : 1 - chance));
    if (best !== undefined && best.chance >= AT_LEAST) decided[best.same ? 'right' : 'wrong']++;
    else if (ofAsk.some(({ same }) => same)) decided.missed++;
  }
  return decided;
}
