/** All that training makes: the model, and what it was seen to do on chats that it had not seen. */
import { examplesOf, type LabelledChat } from '../../../src/flow/training-examples.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { encodeModel } from '../../../src/reading/noise/model/file.ts';
import { hashRule } from '../../../src/reading/noise/model/hash.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import { fitTemperature, tempered } from '../../../src/reading/noise/train/calibrate.ts';
import { fitGuard } from '../../../src/reading/noise/train/guard.ts';
import { trainModel, UNTUNED } from '../../../src/reading/noise/train/index.ts';
import { type HeldOutMessage, judgeHeldOut } from './leave-one-out.ts';

export interface Trained {
  readonly model: NoiseModel;
  readonly bytes: Uint8Array;
  readonly examples: number;
  /** Each message by a model that never saw its chat, at the final temperature. */
  readonly heldOut: readonly HeldOutMessage[];
}

export function train(chats: readonly LabelledChat[], rules: readonly Rule[], calendar: WorkCalendar): Trained {
  const examples = chats.map((chat) => examplesOf(chat, rules, calendar));
  const raw = chats.flatMap((chat, index) => {
    const others = examples.flatMap((list, other) => (other === index ? [] : list));
    return judgeHeldOut(chat, trainModel(others, { id: `without-${chat.name}`, ...UNTUNED }), rules, calendar);
  });
  const temperature = fitTemperature(raw);
  const heldOut = raw.map((one) => ({ ...one, chances: tempered(one.chances, temperature) }));
  const all = examples.flat();
  const unnamed = trainModel(all, { id: '', temperature, guard: fitGuard(heldOut) });
  const id = (hashRule(Buffer.from(encodeModel(unnamed)).toString('latin1')) >>> 0).toString(16).padStart(8, '0');
  const model = { ...unnamed, id };
  return { model, bytes: encodeModel(model), examples: all.length, heldOut };
}
