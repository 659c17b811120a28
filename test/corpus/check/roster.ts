/** The roster names each person and group once, and only persons whom it has. */
import { parseClock } from '../../../src/model/instant.ts';
import { type Problem, problem } from './problem.ts';
import type { Scenario } from './scenario.ts';

export function checkRoster({ folder, roster, personOf, rosterLine }: Scenario): readonly Problem[] {
  const file = `${folder}/roster.json`;
  const at = (id: string, says: string) => problem(file, rosterLine(id), says);
  const { start, end } = roster.workday;
  return [
    ...twice(roster.people.map(({ id }) => id)).map((id) => at(id, `person ${id} stands twice`)),
    ...twice(roster.groups.map(({ id }) => id)).map((id) => at(id, `group ${id} stands twice`)),
    ...roster.people.filter(({ id }) => id.startsWith('x-')).map(({ id }) => at(id, `${id} has an outsider's id but stands in the roster`)),
    ...roster.groups.flatMap(({ id, members }) => [
      ...twice(members).map((member) => at(id, `${member} is twice a member of ${id}`)),
      ...members.filter((member) => !personOf.has(member)).map((member) => at(id, `member ${member} of ${id} is nobody of the roster`)),
    ]),
    ...((parseClock(start) ?? 0) < (parseClock(end) ?? 0)
      ? []
      : [problem(file, 0, `the working day ends at ${end}, before it starts at ${start}`)]),
  ];
}

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
