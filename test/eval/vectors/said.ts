/** What is said in the labelled chats beside the tasks of the chat, and which of them it is about. */
import { topicsOf } from '../../../src/reading/directive/topics.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { loadGold } from '../gold.ts';
import { type Scenario, scenarioOf, type Task } from '../scenario.ts';
import type { NearCase } from './learn.ts';

/** Less says nothing. */
const TOPICS_AT_LEAST = 2;

export function saidIn(folder: string): readonly NearCase[] {
  const scenario = scenarioOf(loadGold(folder));
  const tasks = scenario.tasks.map((task) => ({ id: task.id, whole: topicsIn(wholeOf(task)), short: topicsIn(task.action) }));
  return textsIn(scenario).map(({ said, about, isFirst }) => ({
    said,
    among: tasks.map(({ id, whole, short }) => ({ words: isFirst ? short : whole, isMeant: about.includes(id) })),
  }));
}

interface Said {
  readonly said: readonly string[];
  /** Ids of the tasks. */
  readonly about: readonly string[];
  /** Where a task is told first: what is asked is not to be found by all of its own words. */
  readonly isFirst: boolean;
}

function textsIn({ messages, tasks }: Scenario): readonly Said[] {
  const first = new Set(tasks.map(({ firstSeen }) => firstSeen.id));
  return [...messages.values()].flatMap(({ id, text, tasks: named, answers }) => {
    const about = answers === null ? named : [...named, answers];
    const said = about.length === 0 ? [] : topicsIn(text);
    return said.length < TOPICS_AT_LEAST ? [] : [{ said, about, isFirst: first.has(id) }];
  });
}

/** Of several tasks of a message each is no more than its own words. */
function wholeOf({ action, firstSeen }: Task): string {
  return firstSeen.tasks.length > 1 ? action : `${action} ${firstSeen.text}`;
}

function topicsIn(text: string): readonly string[] {
  return topicsOf(normalise(text).text);
}
