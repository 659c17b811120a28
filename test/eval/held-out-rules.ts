/** Leave-one-scenario-out for whole replays: the rule set for a scenario has a model, a temperature and thresholds that never saw it. */
import type { Services } from '../../src/cli/command.ts';
import { examplesOf } from '../../src/flow/training-examples.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { fitTemperature, tempered } from '../../src/reading/noise/train/calibrate.ts';
import { fitGuard } from '../../src/reading/noise/train/guard.ts';
import { trainModel, UNTUNED } from '../../src/reading/noise/train/index.ts';
import { labelledChats } from './noise/labelled-chats.ts';
import { judgeHeldOut } from './noise/leave-one-out.ts';

/** By scenario; training takes some seconds a scenario, told through `progress`. */
export async function heldOutRules({ rules: { rules }, calendar, progress }: Services): Promise<ReadonlyMap<string, RuleSet>> {
  const chats = await labelledChats();
  const examples = chats.map((chat) => examplesOf(chat, rules, calendar));
  const folds = chats.map((chat, index) => {
    progress(`training without ${chat.name}`);
    const model = trainModel(
      examples.flatMap((list, other) => (other === index ? [] : list)),
      { id: `without-${chat.name}`, ...UNTUNED },
    );
    return { name: chat.name, model, heldOut: judgeHeldOut(chat, model, rules, calendar) };
  });
  progress('');
  return new Map(
    folds.map(({ name, model }) => {
      const others = folds.filter((fold) => fold.name !== name).flatMap((fold) => fold.heldOut);
      const temperature = fitTemperature(others);
      const guard = fitGuard(others.map((one) => ({ ...one, chances: tempered(one.chances, temperature) })));
      return [name, { id: model.id, rules, model: { ...model, temperature, guard } }] as const;
    }),
  );
}
