/** Leave-one-scenario-out for whole replays: the rule set for a scenario has models, a temperature and thresholds that never saw it. */
import { basename } from 'node:path';
import type { Services } from '../../src/cli/command.ts';
import type { ConcernModel } from '../../src/model/concern-model.ts';
import type { MergeModel } from '../../src/model/merge-weights.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { type ChangeCase, changeCasesIn, unmeasuredCases } from './changes/cases.ts';
import { learnChanges } from './changes/learn.ts';
import { type ToldCase, toldCasesIn } from './concerns/cases.ts';
import { learnConcerns } from './concerns/learn.ts';
import { learn } from './merge/learn.ts';
import type { Pairs } from './merge/pairs.ts';
import { pairsIn } from './merge/readings.ts';
import { labelledCorpus, labelledFolders, readOnceFolders } from './noise/labelled-chats.ts';
import { foldsOf, tuned } from './noise/leave-one-out.ts';
import { withModels } from './noise/models.ts';

export interface HeldOutScenario {
  readonly name: string;
  readonly rules: RuleSet;
  /** Of the scenario itself. */
  readonly pairs: Pairs;
  readonly merging: MergeModel;
}

/** By scenario; training takes some seconds a scenario, told through `progress`. */
export async function heldOutRules(given: Services): Promise<ReadonlyMap<string, HeldOutScenario>> {
  const { rules, calendar, progress } = given;
  const corpus = await labelledCorpus();
  const folds = await withModels(corpus, rules.rules, calendar, (models) =>
    foldsOf(corpus, rules.rules, calendar, models, { told: (name) => progress(`trained without ${name}`) }),
  );
  progress('');
  const folders = new Map(labelledFolders().map((folder) => [basename(folder), folder]));
  const cases = new Map<string, readonly ChangeCase[]>();
  for (const [name, folder] of folders) cases.set(name, await changeCasesIn(folder, given));
  const readOnce = await unmeasuredCases(given);
  const concerning = await concerningWithout(folders, given);
  const scenarios: Omit<HeldOutScenario, 'merging'>[] = [];
  for (const { name, model } of folds) {
    const others = folds.filter((fold) => fold.name !== name);
    const otherCases = [...cases].filter(([other]) => other !== name).map(([, list]) => list);
    const changing = learnChanges([...otherCases, ...readOnce]);
    const judging: RuleSet = { id: model.id, rules: rules.rules, model: tuned(model, others), changing, ...concerning.get(name) };
    scenarios.push({ name, rules: judging, pairs: await pairsIn(folders.get(name) ?? name, given, judging) });
  }
  return new Map(scenarios.map((one) => [one.name, withMerging(one, scenarios)] as const));
}

const SIXTHS = 6;

/** For each scenario a model that learned from none of its sixth: one for each of them would take a quarter of an hour. */
async function concerningWithout(
  folders: ReadonlyMap<string, string>,
  given: Services,
): Promise<ReadonlyMap<string, { readonly concerning: ConcernModel }>> {
  const told: { readonly name: string; readonly sixth: number; readonly cases: readonly ToldCase[] }[] = [];
  for (const [place, [name, folder]] of [...folders].entries())
    told.push({ name, sixth: place % SIXTHS, cases: await toldCasesIn(folder, given) });
  const readOnce: (readonly ToldCase[])[] = [];
  for (const folder of readOnceFolders()) readOnce.push(await toldCasesIn(folder, given));
  const models = Array.from({ length: SIXTHS }, (_, sixth) =>
    learnConcerns([...told.filter((one) => one.sixth !== sixth).map(({ cases }) => cases), ...readOnce]),
  );
  return new Map(told.map(({ name, sixth }) => [name, { concerning: models[sixth] as ConcernModel }]));
}

function withMerging(one: Omit<HeldOutScenario, 'merging'>, all: readonly Omit<HeldOutScenario, 'merging'>[]): HeldOutScenario {
  const merging = learn(all.filter(({ name }) => name !== one.name).map(({ pairs }) => pairs));
  return { ...one, merging, rules: { ...one.rules, merging } };
}
