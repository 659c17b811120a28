/** Leave-one-scenario-out for whole replays: the rule set for a scenario has models, a temperature and thresholds that never saw it. */
import { basename } from 'node:path';
import type { Services } from '../../src/cli/command.ts';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import type { MergeModel } from '../../src/model/merge-weights.ts';
import type { WordVectors } from '../../src/model/word-vectors.ts';
import type { RuleSet } from '../../src/reading/noise/rule-set.ts';
import { type ChangeCase, changeCasesIn, unmeasuredCases } from './changes/cases.ts';
import { learnChanges } from './changes/learn.ts';
import { clueTexts } from './clues/cases.ts';
import { toldChatIn } from './concerns/cases.ts';
import { learnConcerns } from './concerns/learn.ts';
import { joinCasesIn } from './joins/cases.ts';
import { learnJoins } from './joins/learn.ts';
import { learnLooks } from './looks/learn.ts';
import { meantSetsOf } from './meant/cases.ts';
import { learnMeant } from './meant/learn.ts';
import { learn } from './merge/learn.ts';
import type { Pairs } from './merge/pairs.ts';
import { pairsIn } from './merge/readings.ts';
import { fullyAskedFolders, labelledCorpus, labelledFolders, readOnceFolders } from './noise/labelled-chats.ts';
import { foldsOf, tuned } from './noise/leave-one-out.ts';
import { TOGETHER, withModels } from './noise/models.ts';
import { meantChatsBy, ofFolder, unseenRules, withUnseenMeaning } from './noise/unseen.ts';
import { bySixths } from './sixths.ts';
import { calledIn } from './vectors/called.ts';
import { learnVectors } from './vectors/learn.ts';
import { saidIn } from './vectors/said.ts';

export interface HeldOutScenario {
  readonly name: string;
  readonly rules: RuleSet;
  /** Of the scenario itself. */
  readonly pairs: Pairs;
  readonly merging: MergeModel;
}

/** By scenario: what tells noise learned from none of eight scenarios, the trees from none of a sixth. Takes the better part of an hour, told through `progress`. */
export async function heldOutRules(given: Services): Promise<ReadonlyMap<string, HeldOutScenario>> {
  const { rules, calendar, progress } = given;
  const corpus = await labelledCorpus();
  const folds = await withModels(corpus, rules.rules, calendar, (models) =>
    foldsOf(corpus, rules.rules, calendar, models, { together: TOGETHER, told: (name) => progress(`trained without ${name}`) }),
  );
  progress('');
  const folders = new Map(labelledFolders().map((folder) => [basename(folder), folder]));
  const cases = new Map<string, readonly ChangeCase[]>();
  for (const [name, folder] of folders) cases.set(name, await changeCasesIn(folder, given));
  const readOnce = await unmeasuredCases(given);
  const texts = clueTexts();
  const unseen = await unseenRules(given);
  const meant = await meantChatsBy(unseen, given);
  const concerning = await learntWithout(
    folders,
    fullyAskedFolders(),
    (folder) => toldChatIn(folder, given),
    (chats) => learnConcerns(chats, texts),
  );
  const meaning = await learntWithout(
    folders,
    readOnceFolders(),
    async (folder) => ofFolder(meant, folder),
    learnMeant,
    meantSetsOf(given),
  );
  const vectors = await learntWithout(folders, readOnceFolders(), async (folder) => saidIn(folder), learnVectors);
  const calling = await learntWithout(folders, readOnceFolders(), (folder) => calledIn(folder, given), learnVectors);
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
      concerning: concerning.get(name),
      meaning: meaning.get(name),
      calling: calling.get(name),
      merging: { ...SHIPPED_MERGE, vectors: vectors.get(name) as WordVectors },
    };
    scenarios.push({ name, rules: judging, pairs: await pairsIn(folders.get(name) ?? name, given, judging) });
  }
  const looks = await looksWithout(scenarios, withUnseenMeaning(unseen, meant, given), given);
  const joins = await learntWithout(
    folders,
    fullyAskedFolders(),
    (folder) => joinCasesIn(folder, given, ofFolder(unseen, folder)),
    (chats) => ({ joins: learnJoins(chats) }),
  );
  return new Map(
    scenarios.map((one) => [one.name, withMerging(one, scenarios, { ...looks.get(one.name), ...joins.get(one.name) })] as const),
  );
}

/** By scenario a model that learned from none of its sixth; what was read once is read by models that are in no scenario's way. */
async function learntWithout<Chat, Model>(
  folders: ReadonlyMap<string, string>,
  readOnce: readonly string[],
  read: (folder: string) => Promise<Chat>,
  learnt: (chats: readonly Chat[]) => Model,
  more: readonly Chat[] = [],
): Promise<ReadonlyMap<string, Model>> {
  const own: Chat[] = [];
  for (const folder of folders.values()) own.push(await read(folder));
  const once: Chat[] = [];
  for (const folder of readOnce) once.push(await read(folder));
  return named([...folders.keys()], bySixths(own, [...once, ...more], learnt));
}

function named<Model>(names: readonly string[], models: readonly Model[]): ReadonlyMap<string, Model> {
  return new Map(names.map((name, place) => [name, models[place] as Model]));
}

/** Of the scenarios as their held-out models read them, and of what was read once as models that never saw it do. */
async function looksWithout(
  scenarios: readonly Omit<HeldOutScenario, 'merging'>[],
  unseen: ReadonlyMap<string, RuleSet>,
  given: Services,
): Promise<ReadonlyMap<string, LookModel>> {
  const once: Pairs[] = [];
  for (const folder of fullyAskedFolders()) once.push(await pairsIn(folder, given, ofFolder(unseen, folder)));
  const own = scenarios.map(({ pairs }) => pairs);
  return named(
    scenarios.map(({ name }) => name),
    bySixths(own, once, learnLooks),
  );
}

type LookModel = ReturnType<typeof learnLooks>;

function withMerging(
  one: Omit<HeldOutScenario, 'merging'>,
  all: readonly Omit<HeldOutScenario, 'merging'>[],
  trees: Pick<MergeModel, 'again' | 'changeAgain' | 'joins'>,
): HeldOutScenario {
  const others = all.filter(({ name }) => name !== one.name);
  // What words have to do with each other is that by which its pairs were read.
  const merging = { ...one.rules.merging, ...learn(others.map(({ pairs }) => pairs)), ...trees };
  return { ...one, merging, rules: { ...one.rules, merging } };
}
