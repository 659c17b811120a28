/** All that training makes: the model, and what it was seen to do on chats that it had not seen. */
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { encodeModel } from '../../../src/reading/noise/model/file.ts';
import { hashRule } from '../../../src/reading/noise/model/hash.ts';
import type { NoiseModel, NoiseWeights } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import { tempered } from '../../../src/reading/noise/train/calibrate.ts';
import type { HeldOut } from '../../../src/reading/noise/train/held-out.ts';
import { type Fold, foldsOf, type HeldOutMessage, tuned } from './leave-one-out.ts';
import { type Corpus, type Models, TOGETHER, withModels } from './models.ts';

export interface Trained {
  readonly model: NoiseModel;
  readonly bytes: Uint8Array;
  readonly examples: Models['examples'];
  /** Each message by a model that never saw its chat, at the final temperature. */
  readonly heldOut: readonly HeldOutMessage[];
  /** The same of messages without their chat. */
  readonly alone: readonly HeldOut[];
}

export function train(corpus: Corpus, rules: readonly Rule[], calendar: WorkCalendar): Promise<Trained> {
  return withModels(corpus, rules, calendar, async (models) => {
    const [whole, folds] = await Promise.all([models.without(), foldsOf(corpus, rules, calendar, models, { together: TOGETHER })]);
    return trainedFrom(tuned(whole, folds), folds, models);
  });
}

function trainedFrom(unnamed: NoiseModel, folds: readonly Fold[], { examples }: Models): Trained {
  const id = (hashRule(Buffer.from(encodeModel(unnamed)).toString('latin1')) >>> 0).toString(16).padStart(8, '0');
  const model = { ...unnamed, id };
  const atLast =
    ({ temperature }: NoiseWeights) =>
    <T extends HeldOut>(one: T): T => ({ ...one, chances: tempered(one.chances, temperature) });
  const heldOut = folds.flatMap((fold) => fold.chat.map(atLast(model.chat)));
  const alone = folds.flatMap((fold) => fold.alone.map(atLast(model.alone)));
  return { model, bytes: encodeModel(model), examples, heldOut, alone };
}
