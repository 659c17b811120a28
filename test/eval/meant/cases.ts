/**
 * Whom asks mean, as labelled: in the chats each task beside the members of its group, and the single orders of data/audiences. Read without
 * the trees that learn from them.
 */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import type { Envelope } from '../../../src/model/message.ts';
import type { Organisation } from '../../../src/model/organisation.ts';
import { type Ask, type Audience, isTask } from '../../../src/model/reading.ts';
import type { WordVectors } from '../../../src/model/word-vectors.ts';
import { audienceOf } from '../../../src/reading/directive/audience/index.ts';
import { meantCandidates } from '../../../src/reading/directive/audience/meant-signs.ts';
import { wordsOfAsks } from '../../../src/reading/directive/words-of-asks.ts';
import type { RuleSet } from '../../../src/reading/noise/rule-set.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { audienceSets, messageOf } from '../audiences/cases.ts';
import { loadGold } from '../gold.ts';
import { audienceOf as goldAudience } from '../measures/tasks/audience.ts';
import { asksOf } from '../merge/pairs.ts';
import { readingsIn } from '../merge/readings.ts';
import { scenarioOf } from '../scenario.ts';

export interface MeantPerson {
  readonly signs: Float64Array;
  /** Of the person; empty where they have none. */
  readonly place: string;
  readonly isMeant: boolean;
}

/** One ask, and everybody whom it may mean. */
export type MeantCase = readonly MeantPerson[];

/** The asks of one chat or of one organisation. */
export interface MeantChat {
  readonly cases: readonly MeantCase[];
}

export async function meantChatIn(folder: string, services: Services, rules: RuleSet): Promise<MeantChat> {
  const { org, envelopes } = await loadFolder(folder, services);
  const messages = new Map(envelopes.map((message) => [message.id, message]));
  const scenario = scenarioOf(loadGold(folder));
  const tasks = new Map(scenario.tasks.map((task) => [task.id, task]));
  const cases: MeantCase[] = [];
  for (const reading of readingsIn(org, envelopes, services, { ...rules, meaning: null })) {
    const words = wordsIn(reading.asks, messages);
    for (const { ask, task: name } of asksOf(scenario, reading)) {
      const [task, first] = [tasks.get(name), ask.evidence[0]];
      const message = messages.get(first?.id ?? '');
      if (task === undefined || message === undefined || !isTask(ask.kind) || task.kind === 'hazard' || task.kind === 'appeal') continue;
      const people = goldAudience(scenario, task).map(({ id }) => id);
      cases.push(caseOf(words.get(ask) ?? normalise(message.text).text, message, org, ask.audience, people, rules.calling));
    }
  }
  return { cases };
}

export function meantSetsOf(services: Services): readonly MeantChat[] {
  return audienceSets(services).map(({ org, cases }) => ({
    cases: cases.flatMap((one) => {
      const message = messageOf(one, org);
      const found = audienceOf(normalise(one.text).text, message, org);
      return one.people === null ? [] : [caseOf(normalise(one.text).text, message, org, found, one.people)];
    }),
  }));
}

/** Of each ask of a turn, as the readers have them. */
function wordsIn(asks: readonly Ask[], messages: ReadonlyMap<string, Envelope>): ReadonlyMap<Ask, string> {
  const byMessage = Map.groupBy(asks, ({ evidence: [first] }) => first?.id ?? '');
  return new Map(
    [...byMessage].flatMap(([id, own]) => {
      const words = wordsOfAsks(own, messages.get(id)?.text ?? '');
      return own.map((ask, place) => [ask, words[place] ?? ''] as const);
    }),
  );
}

function caseOf(
  words: string,
  message: Envelope,
  org: Organisation,
  found: Audience,
  people: readonly string[],
  calling?: WordVectors,
): MeantCase {
  const meant = new Set(people);
  return meantCandidates(words, normalise(message.text).text, message, org, found, calling).map(({ person, signs }) => ({
    signs,
    place: person.areas[0] ?? '',
    isMeant: meant.has(person.id),
  }));
}
