/** All that training makes: the model, and what it was seen to do on chats that it had not seen. */
import { examplesOf, phraseExamplesOf } from '../../../src/flow/training-examples.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { encodeModel } from '../../../src/reading/noise/model/file.ts';
import { hashRule } from '../../../src/reading/noise/model/hash.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import { tempered } from '../../../src/reading/noise/train/calibrate.ts';
import type { HeldOut } from '../../../src/reading/noise/train/held-out.ts';
import { trainModel, UNTUNED } from '../../../src/reading/noise/train/index.ts';
import { type Corpus, foldsOf, type HeldOutMessage, tuned } from './leave-one-out.ts';

export interface Trained {
  readonly model: NoiseModel;
  readonly bytes: Uint8Array;
  readonly examples: number;
  /** Each message by a model that never saw its chat, at the final temperature. */
  readonly heldOut: readonly HeldOutMessage[];
  /** The same of messages without their chat. */
  readonly alone: readonly HeldOut[];
}

export function train(corpus: Corpus, rules: readonly Rule[], calendar: WorkCalendar): Trained {
  const folds = foldsOf(corpus, rules, calendar);
  const examples = [
    ...corpus.chats.flatMap((chat) => examplesOf(chat, rules, calendar)),
    ...phraseExamplesOf(corpus.phrases, rules, calendar),
  ];
  const unnamed = tuned(trainModel(examples, { id: '', ...UNTUNED }), folds);
  const id = (hashRule(Buffer.from(encodeModel(unnamed)).toString('latin1')) >>> 0).toString(16).padStart(8, '0');
  const model = { ...unnamed, id };
  const atLast = <T extends HeldOut>(one: T): T => ({ ...one, chances: tempered(one.chances, model.temperature) });
  const heldOut = folds.flatMap(({ chat }) => chat.map(atLast));
  const alone = folds.flatMap((fold) => fold.alone.map(atLast));
  return { model, bytes: encodeModel(model), examples: examples.length, heldOut, alone };
}
