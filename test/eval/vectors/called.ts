/** What is asked in the labelled chats beside the members of the group where it is asked, and whom it means. */
import type { Services } from '../../../src/cli/command.ts';
import { loadFolder } from '../../../src/cli/folder.ts';
import { calledBy } from '../../../src/reading/directive/audience/called-by.ts';
import { runsOf } from '../../../src/reading/directive/audience/concern-signs.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { loadGold } from '../gold.ts';
import { audienceOf } from '../measures/tasks/audience.ts';
import { scenarioOf } from '../scenario.ts';
import type { NearCase } from './learn.ts';

/** Of each folder. */
export async function calledInAll(folders: readonly string[], services: Services): Promise<readonly (readonly NearCase[])[]> {
  const chats: (readonly NearCase[])[] = [];
  for (const folder of folders) chats.push(await calledIn(folder, services));
  return chats;
}

export async function calledIn(folder: string, services: Services): Promise<readonly NearCase[]> {
  const { org } = await loadFolder(folder, services);
  const scenario = scenarioOf(loadGold(folder));
  const words = new Map(org.people.map((person) => [person.id, [...calledBy(person)]]));
  return scenario.tasks.flatMap((task): readonly NearCase[] => {
    const { kind, action, firstSeen } = task;
    if (kind === 'hazard' || kind === 'appeal') return [];
    const meant = audienceOf(scenario, task).map(({ id }) => id);
    const members = scenario.members.get(firstSeen.group) ?? new Set();
    const people = org.people.filter(({ id, roles }) => roles.includes('cadre') && id !== firstSeen.sender && members.has(id));
    const asked = firstSeen.tasks.length > 1 ? action : firstSeen.text;
    return [
      {
        said: runsOf(normalise(asked).text),
        among: people.map(({ id }) => ({ words: words.get(id) ?? [], isMeant: meant.includes(id) })),
      },
    ];
  });
}
