/** Leave-one-scenario-out: each chat judged by a model, and by thresholds, that never saw it. */
import type { LabelledChat } from '../../../src/flow/training-examples.ts';
import { turnReader } from '../../../src/flow/turns.ts';
import { byTime } from '../../../src/model/message.ts';
import type { WorkCalendar } from '../../../src/reading/deadline/calendar/index.ts';
import { decide } from '../../../src/reading/noise/decide.ts';
import { chanceReader } from '../../../src/reading/noise/judge.ts';
import type { NoiseModel } from '../../../src/reading/noise/model/weights.ts';
import type { Rule } from '../../../src/reading/noise/rule.ts';
import type { HeldOut } from '../../../src/reading/noise/train/held-out.ts';
import type { MessageView } from '../../../src/reading/view.ts';

export interface HeldOutMessage extends HeldOut {
  readonly chat: string;
  readonly view: MessageView;
}

/** Reads a chat as it would be read when running: what was judged of earlier messages is what later ones see. */
export function judgeHeldOut(
  chat: LabelledChat,
  model: NoiseModel,
  rules: readonly Rule[],
  calendar: WorkCalendar,
): readonly HeldOutMessage[] {
  const chancesFor = chanceReader(model, rules);
  const heldOut: HeldOutMessage[] = [];
  const reader = turnReader(chat.org, calendar, (view) => {
    const chances = chancesFor(view).slice();
    const { platform, group, id } = view.message;
    const label = chat.labels.get(id);
    if (label !== undefined) heldOut.push({ chat: chat.name, view, chances, label });
    return { platform, group, id, ...decide(chances, model.guard), reasons: [] };
  });
  for (const [index, envelope] of chat.envelopes.toSorted(byTime).entries()) reader.take({ ...envelope, seq: index + 1 });
  return heldOut;
}
