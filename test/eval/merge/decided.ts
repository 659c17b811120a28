/** How many asks (or changes) a model would join to the right directive, to a wrong one, or to none though there is one. */
import { chancesOf } from '../../../src/ledger/likely-targets.ts';
import { chanceOf } from '../../../src/ledger/merge-score.ts';
import type { MergeModel } from '../../../src/model/merge-weights.ts';
import type { Pairs } from './pairs.ts';

const AT_LEAST = 0.5;

export interface Decided {
  right: number;
  wrong: number;
  missed: number;
  /** How far chances are from the truth, in nats. */
  surprise: number;
}

export function asksDecided({ asks }: Pairs, model: MergeModel): Decided {
  return decided(asks.map((pair) => ({ of: pair.ask, same: pair.same, chance: chanceOf(pair.likeness, model[pair.family]) })));
}

export function changesDecided({ changes }: Pairs, model: MergeModel): Decided {
  return decided(
    [...Map.groupBy(changes, ({ change }) => change)].flatMap(([of, list]) => {
      const alone = list[0]?.alone;
      if (alone === undefined) return [];
      const chances = chancesOf(
        list.map(({ likeness }) => likeness),
        alone,
        model.change,
      );
      return list.map(({ same }, place) => ({ of, same, chance: chances[place] ?? 0 }));
    }),
  );
}

function decided(pairs: readonly { readonly of: object; readonly same: boolean; readonly chance: number }[]): Decided {
  const result = { right: 0, wrong: 0, missed: 0, surprise: 0 };
  for (const scored of Map.groupBy(pairs, ({ of }) => of).values()) {
    const best = scored.toSorted((a, b) => b.chance - a.chance)[0];
    for (const { chance, same } of scored) result.surprise -= Math.log(Math.max(1e-9, same ? chance : 1 - chance));
    if (best !== undefined && best.chance >= AT_LEAST) result[best.same ? 'right' : 'wrong']++;
    else if (scored.some(({ same }) => same)) result.missed++;
  }
  return result;
}
