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

export async function calledIn(folder: string, services: Services): Promise<readonly NearCase[]> {
  const { org } = await loadFolder(folder, services);
  const scenario = scenarioOf(loadGold(folder));
  return scenario.tasks.flatMap((task): readonly NearCase[] => {
    const { kind, action, firstSeen } = task;
    if (kind === 'hazard' || kind === 'appeal') return [];
    const meant = audienceOf(scenario, task).map(({ id }) => id);
    const members = scenario.members.get(firstSeen.group) ?? new Set();
    const people = org.people.filter(({ id, roles }) => roles.includes('cadre') && id !== firstSeen.sender && members.has(id));
    const words = firstSeen.tasks.length > 1 ? action : firstSeen.text;
    return [
      {
        said: runsOf(normalise(words).text),
        among: people.map((person) => ({ words: [...calledBy(person)], isMeant: meant.includes(person.id) })),
      },
    ];
  });
}
