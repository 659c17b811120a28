/** Leave-one-scenario-out for whole replays: the rule set for a scenario has models, a temperature and thresholds that never saw it. */
import { basename } from 'node:path';
import type { Services } from '../../src/cli/command.ts';
import type { ConcernModel } from '../../src/model/concern-model.ts';
import type { MergeModel } from '../../src/model/merge-weights.ts';
import type { Trees } from '../../src/model/trees.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { type ChangeCase, changeCasesIn, unmeasuredCases } from './changes/cases.ts';
import { learnChanges } from './changes/learn.ts';
import { type ToldChat, toldChatIn } from './concerns/cases.ts';
import { learnConcerns } from './concerns/learn.ts';
import { type JoinCase, joinCasesIn } from './joins/cases.ts';
import { learnJoins } from './joins/learn.ts';
import { learnLooks } from './looks/learn.ts';
import { type MeantChat, meantChatIn, meantSetsOf } from './meant/cases.ts';
import { learnMeant } from './meant/learn.ts';
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
  const meaning = await meaningWithout(folders, given);
  const scenarios: Omit<HeldOutScenario, 'merging'>[] = [];
  for (const { name, model } of folds) {
    const others = folds.filter((fold) => fold.name !== name);
    const otherCases = [...cases].filter(([other]) => other !== name).map(([, list]) => list);
    const changing = learnChanges([...otherCases, ...readOnce]);
    const judging: RuleSet = {
      id: model.id,
      rules: rules.rules,
      model: tuned(model, others),
      changing,
      ...concerning.get(name),
      ...meaning.get(name),
    };
    scenarios.push({ name, rules: judging, pairs: await pairsIn(folders.get(name) ?? name, given, judging) });
  }
  const looks = await looksWithout(scenarios, given);
  const joins = await joinsWithout(folders, given);
  return new Map(
    scenarios.map((one) => [one.name, withMerging(one, scenarios, { ...looks.get(one.name), ...joins.get(one.name) })] as const),
  );
}

const SIXTHS = 6;

/** For each scenario a model that learned from none of its sixth: one for each of them would take a quarter of an hour. */
function bySixths<Chat, Model>(
  own: readonly (readonly [string, Chat])[],
  once: readonly Chat[],
  learnt: (chats: readonly Chat[]) => Model,
) {
  const models = Array.from({ length: SIXTHS }, (_, sixth) =>
    learnt([...own.filter((__, place) => place % SIXTHS !== sixth).map(([, chat]) => chat), ...once]),
  );
  return new Map(own.map(([name], place) => [name, models[place % SIXTHS] as Model] as const));
}

type Read<Chat> = (folder: string) => Promise<Chat>;

/** As the shipped models read them, which is in no scenario's way. */
async function chatsOf<Chat>(folders: ReadonlyMap<string, string>, read: Read<Chat>) {
  const own: (readonly [string, Chat])[] = [];
  for (const [name, folder] of folders) own.push([name, await read(folder)]);
  const once: Chat[] = [];
  for (const folder of readOnceFolders()) once.push(await read(folder));
  return { own, once };
}

async function concerningWithout(
  folders: ReadonlyMap<string, string>,
  given: Services,
): Promise<ReadonlyMap<string, { readonly concerning: ConcernModel }>> {
  const { own, once } = await chatsOf<ToldChat>(folders, (folder) => toldChatIn(folder, given));
  return bySixths(own, once, (chats) => ({ concerning: learnConcerns(chats) }));
}

async function meaningWithout(
  folders: ReadonlyMap<string, string>,
  given: Services,
): Promise<ReadonlyMap<string, { readonly meaning: Trees }>> {
  const { own, once } = await chatsOf<MeantChat>(folders, (folder) => meantChatIn(folder, given, given.rules));
  return bySixths(own, [...once, ...meantSetsOf(given)], (chats) => ({ meaning: learnMeant(chats) }));
}

async function joinsWithout(
  folders: ReadonlyMap<string, string>,
  given: Services,
): Promise<ReadonlyMap<string, { readonly joins: Trees }>> {
  const { own, once } = await chatsOf<readonly JoinCase[]>(folders, (folder) => joinCasesIn(folder, given, given.rules));
  return bySixths(own, once, (chats) => ({ joins: learnJoins(chats) }));
}

/** Of the scenarios as their held-out models read them. */
async function looksWithout(
  scenarios: readonly Omit<HeldOutScenario, 'merging'>[],
  given: Services,
): Promise<ReadonlyMap<string, LookModel>> {
  const once: Pairs[] = [];
  for (const folder of readOnceFolders()) once.push(await pairsIn(folder, given, given.rules));
  const own = scenarios.map(({ name, pairs }) => [name, pairs] as const);
  return bySixths(own, once, learnLooks);
}

type LookModel = ReturnType<typeof learnLooks>;

function withMerging(
  one: Omit<HeldOutScenario, 'merging'>,
  all: readonly Omit<HeldOutScenario, 'merging'>[],
  trees: Pick<MergeModel, 'again' | 'changeAgain' | 'joins'>,
): HeldOutScenario {
  const others = all.filter(({ name }) => name !== one.name);
  const merging = { ...learn(others.map(({ pairs }) => pairs)), ...trees };
  return { ...one, merging, rules: { ...one.rules, merging } };
}
