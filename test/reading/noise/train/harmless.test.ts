import { expect, it } from 'vitest';
import { turnReader } from '../../../../src/flow/turns.ts';
import { LABELS } from '../../../../src/model/label.ts';
import type { WeightDelta } from '../../../../src/model/tuning.ts';
import { noiseJudge } from '../../../../src/reading/noise/judge.ts';
import { withDeltas } from '../../../../src/reading/noise/model/deltas.ts';
import { featureReader } from '../../../../src/reading/noise/model/features.ts';
import { harmlessDeltas } from '../../../../src/reading/noise/train/harmless.ts';
import type { MessageView } from '../../../../src/reading/view.ts';
import { PROGRAM } from '../../../kit/scenarios.ts';
import { CALENDAR, TOWN, TOWN_CHAT } from '../../../kit/tuning-builders.ts';

const { model } = PROGRAM.rules;
if (model === undefined) throw new Error('the shipped model is missing');
const BASE = { ...PROGRAM.rules, model };

function viewsOf(ids: readonly string[]): readonly MessageView[] {
  const reader = turnReader(TOWN, CALENDAR, noiseJudge(BASE));
  const turns = TOWN_CHAT.map((envelope, index) => reader.take({ ...envelope, seq: index + 1 }));
  return turns.flatMap((turn) => turn.judged.map(({ view }) => view)).filter((view) => ids.includes(view.message.id));
}

/** Speaks for small talk with all that the town's first order is made of. */
function against(by: number): { readonly grams: readonly WeightDelta[]; readonly signals: readonly WeightDelta[] } {
  const [view] = viewsOf(['m1']);
  if (view === undefined) throw new Error('no m1');
  const { grams, gramCount } = featureReader(BASE.rules)(view);
  return { grams: [...new Set(grams.subarray(0, gramCount))].map((hash) => [hash, LABELS.indexOf('chitchat'), by]), signals: [] };
}

it('takes less of what drops an order, and nothing of what drops it at any strength', () => {
  const views = viewsOf(['m1']);
  const { deltas, strength } = harmlessDeltas(against(5), views, BASE);
  expect(strength).toBeGreaterThan(0);
  expect(strength).toBeLessThan(1);
  const keeps = (of: typeof deltas): boolean =>
    views.every(
      (view) =>
        noiseJudge({
          ...BASE,
          model: withDeltas(BASE.model, { number: 0, at: 0, by: '', reason: '', corrections: 0, base: BASE.model.id, ...of }),
        })(view).keep,
    );
  expect([keeps(against(5)), keeps(deltas)]).toEqual([false, true]);
  expect(harmlessDeltas(against(500), views, BASE)).toEqual({ deltas: { grams: [], signals: [] }, strength: 0 });
});

it('takes all of what drops only noise', () => {
  const learned = against(5);
  expect(harmlessDeltas(learned, viewsOf(['m2', 'm5']), BASE)).toEqual({ deltas: learned, strength: 1 });
});
