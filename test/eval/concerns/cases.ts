/** The labelled dangers and demands of a chat: for each cadre who may have to act the signs, and whether a person said that they have to. */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import type { ConcernModel } from '../../../src/model/concern-model.ts';
import { type ConcernSigns, concernSigns } from '../../../src/reading/directive/audience/concern-signs.ts';
import { concernedBy, readClue, readTold } from '../../../src/reading/directive/audience/concerned.ts';
import { sceneOf } from '../../../src/reading/directive/audience/scene.ts';
import { isMisconduct } from '../../../src/reading/directive/misconduct.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { type ClueCase, clueCasesIn, isCalledClue } from '../clues/cases.ts';
import { loadGold } from '../gold.ts';
import { audienceOf } from '../measures/tasks/audience.ts';
import { scenarioOf } from '../scenario.ts';

export interface ConcernCase {
  readonly signs: ConcernSigns;
  readonly isConcerned: boolean;
}

/** One danger or demand. */
export interface ToldCase {
  readonly isClue: boolean;
  readonly candidates: readonly ConcernCase[];
  /** Ids of the cadres who have to act. */
  readonly concerned: readonly string[];
  /** Ids of the cadres whom the rules and a model find. */
  readonly foundBy: (model: ConcernModel) => readonly string[];
}

/** What is told in a chat, and which of it is a clue. */
export interface ToldChat {
  readonly told: readonly ToldCase[];
  readonly clues: readonly ClueCase[];
}

export async function toldChatIn(folder: string, services: Services): Promise<ToldChat> {
  return { told: await toldCasesIn(folder, services), clues: await clueCasesIn(folder, services) };
}

/** @returns those whose first telling is a message of the chat */
async function toldCasesIn(folder: string, services: Services): Promise<readonly ToldCase[]> {
  const { org, envelopes } = await loadFolder(folder, services);
  const byId = new Map(envelopes.map((message) => [message.id, message]));
  const scenario = scenarioOf(loadGold(folder));
  const cadres = new Set(scenario.cadres.map(({ id }) => id));
  return scenario.tasks.flatMap((task): ToldCase[] => {
    const message = byId.get(task.firstSeen.id);
    if (message === undefined || (task.kind !== 'hazard' && task.kind !== 'appeal')) return [];
    const { kind } = task;
    const { text } = normalise(message.text);
    const scene = sceneOf(text, message, org);
    const isClue = isMisconduct(text) || isCalledClue(task);
    const told = isClue ? readClue(scene, message) : readTold(scene, message, org, kind);
    const concerned = audienceOf(scenario, task).map(({ id }) => id);
    const candidates = told.candidates
      .filter(({ id }) => cadres.has(id))
      .map((person) => ({ signs: concernSigns(person, told), isConcerned: concerned.includes(person.id) }));
    const foundBy = (model: ConcernModel) => concernedBy(text, message, org, kind, model).people.filter((id) => cadres.has(id));
    return [{ isClue, candidates, concerned, foundBy }];
  });
}
