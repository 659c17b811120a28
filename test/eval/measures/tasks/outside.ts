/** Tasks shown to people whom they don't concern. */
import { type DigestDocument, evidenceIds, type ItemDocument, type Replayed } from '../../documents.ts';
import type { Measure } from '../../measure.ts';
import type { Scenario, Task } from '../../scenario.ts';
import { digestsOfCadres } from '../digests.ts';
import { audienceOf } from './audience.ts';

export function outsideMeasure(scenario: Scenario, replayed: Replayed): Measure {
  const digests = digestsOfCadres(scenario, replayed);
  const misses = scenario.tasks
    .filter(({ kind }) => kind !== 'traffic')
    .flatMap((task) => {
      const concerned = new Set([task.issuer, ...audienceOf(scenario, task).map(({ id }) => id)]);
      const others = digests.filter(({ cadre }) => !concerned.has(cadre));
      return others.flatMap((digest) =>
        taskItems(digest)
          .filter((item) => asksOnlyFor(scenario, task, item))
          .map(() => ({ what: 'outside', subject: task.id, details: [digest.cadre, task.action] })),
      );
    });
  return {
    kind: 'share',
    name: 'items outside the audience',
    good: misses.length,
    total: digests.flatMap(taskItems).length,
    misses,
  };
}

function taskItems({ items }: DigestDocument): readonly ItemDocument[] {
  return items.filter(
    ({ section, kind }) => ['due', 'new', 'changed', 'upcoming'].includes(section) && (kind === 'directive' || kind === 'meeting'),
  );
}

/** It rests on a source that asks for this task and for no other. */
function asksOnlyFor({ messages }: Scenario, task: Task, item: ItemDocument): boolean {
  const ids = new Set(evidenceIds(item));
  return task.sources.some(({ id }) => {
    const tasks = messages.get(id)?.tasks ?? [];
    return ids.has(id) && tasks.length === 1 && tasks[0] === task.id;
  });
}
