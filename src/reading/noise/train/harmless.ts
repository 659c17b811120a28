/** How much of what was learned may be used: as much as drops nothing that must be kept. */
import { MUST_KEEP } from '../../../model/label.ts';
import type { MessageView } from '../../view.ts';
import { noiseJudge } from '../judge.ts';
import { withDeltas } from '../model/deltas.ts';
import type { NoiseModel } from '../model/weights.ts';
import type { RuleSet } from '../rule-set.ts';
import { type Deltas, scaledDeltas } from './deltas.ts';

export interface Harmless {
  readonly deltas: Deltas;
  /** 1 = all of it, 0 = nothing. */
  readonly strength: number;
}

const WEAKER = 0.7;
const WEAKEST = 0.05;
const UNSIGNED = { number: 0, at: 0, by: '', reason: '', corrections: 0 };

/** @param views messages that nobody has corrected */
export function harmlessDeltas(learned: Deltas, views: readonly MessageView[], base: RuleSet & { readonly model: NoiseModel }): Harmless {
  const before = noiseJudge(base);
  const precious = views.filter((view) => {
    const { keep, label } = before(view);
    return keep && MUST_KEEP.has(label);
  });
  for (let strength = 1; strength > WEAKEST; strength *= WEAKER) {
    const deltas = strength === 1 ? learned : scaledDeltas(learned, strength);
    const judge = noiseJudge({ ...base, model: withDeltas(base.model, { ...UNSIGNED, base: base.model.id, ...deltas }) });
    if (precious.every((view) => judge(view).keep)) return { deltas, strength };
  }
  return { deltas: { grams: [], signals: [] }, strength: 0 };
}
