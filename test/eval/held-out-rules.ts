/** Leave-one-scenario-out for whole replays: the rule set for a scenario has a model, a temperature and thresholds that never saw it. */
import type { Services } from '../../src/cli/command.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { labelledChats, labelledPhrases } from './noise/labelled-chats.ts';
import { foldsOf, tuned } from './noise/leave-one-out.ts';

/** By scenario; training takes some seconds a scenario, told through `progress`. */
export async function heldOutRules({ rules: { rules }, calendar, progress }: Services): Promise<ReadonlyMap<string, RuleSet>> {
  const corpus = { chats: await labelledChats(), phrases: labelledPhrases() };
  const folds = foldsOf(corpus, rules, calendar, (name) => progress(`training without ${name}`));
  progress('');
  return new Map(
    folds.map(({ name, model }) => {
      const others = folds.filter((fold) => fold.name !== name).flatMap((fold) => fold.heldOut);
      return [name, { id: model.id, rules, model: tuned(model, others) }] as const;
    }),
  );
}
