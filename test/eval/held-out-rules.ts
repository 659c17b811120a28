/** Leave-one-scenario-out for whole replays: the rule set for a scenario has models, a temperature and thresholds that never saw it. */
import { basename } from 'node:path';
import type { Services } from '../../src/cli/command.ts';
import type { ConcernModel } from '../../src/model/concern-model.ts';
import type { MergeModel } from '../../src/model/merge-weights.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { type ChangeCase, changeCasesIn, unmeasuredCases } from './changes/cases.ts';
import { learnChanges } from './changes/learn.ts';
import { type ToldChat, toldChatIn } from './concerns/cases.ts';
import { learnConcerns } from './concerns/learn.ts';
import { learnLooks } from './looks/learn.ts';
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
  const looks = await looksWithout(scenarios, given);
  return new Map(scenarios.map((one) => [one.name, withMerging(one, scenarios, looks)] as const));
}

const SIXTHS = 6;

/** For each scenario a model that learned from none of its sixth: one for each of them would take a quarter of an hour. */
async function concerningWithout(
  folders: ReadonlyMap<string, string>,
  given: Services,
): Promise<ReadonlyMap<string, { readonly concerning: ConcernModel }>> {
  const told: { readonly name: string; readonly sixth: number; readonly cases: ToldChat }[] = [];
  for (const [place, [name, folder]] of [...folders].entries())
    told.push({ name, sixth: place % SIXTHS, cases: await toldChatIn(folder, given) });
  const readOnce: ToldChat[] = [];
  for (const folder of readOnceFolders()) readOnce.push(await toldChatIn(folder, given));
  const models = Array.from({ length: SIXTHS }, (_, sixth) =>
    learnConcerns([...told.filter((one) => one.sixth !== sixth).map(({ cases }) => cases), ...readOnce]),
  );
  return new Map(told.map(({ name, sixth }) => [name, { concerning: models[sixth] as ConcernModel }]));
}

/** As for concerns; what was read once as the shipped models read it, which is in no scenario's way. */
async function looksWithout(
  scenarios: readonly Omit<HeldOutScenario, 'merging'>[],
  given: Services,
): Promise<ReadonlyMap<string, LookModel>> {
  const once: Pairs[] = [];
  for (const folder of readOnceFolders()) once.push(await pairsIn(folder, given, given.rules));
  const models = Array.from({ length: SIXTHS }, (_, sixth) =>
    learnLooks([...scenarios.filter((__, place) => place % SIXTHS !== sixth).map(({ pairs }) => pairs), ...once]),
  );
  return new Map(scenarios.map(({ name }, place) => [name, models[place % SIXTHS] as LookModel]));
}

type LookModel = ReturnType<typeof learnLooks>;

function withMerging(
  one: Omit<HeldOutScenario, 'merging'>,
  all: readonly Omit<HeldOutScenario, 'merging'>[],
  looks: ReadonlyMap<string, LookModel>,
): HeldOutScenario {
  const others = all.filter(({ name }) => name !== one.name);
  const merging = { ...learn(others.map(({ pairs }) => pairs)), ...looks.get(one.name) };
  return { ...one, merging, rules: { ...one.rules, merging } };
}
