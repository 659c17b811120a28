/** A task reaches its audience, each reader once, however often it was posted. */
import { evidenceIds } from '../../documents.ts';
import { type Check, check, type Measure, share } from '../../measure.ts';
import { isMember, type Scenario } from '../../scenario.ts';
import type { Showing } from './showing.ts';

export function shownMeasures(all: readonly Showing[]): readonly Measure[] {
  const byTask = Map.groupBy(all, ({ task }) => task);
  return [
    share(
      'shown to everyone in its audience at the first digest (tasks)',
      [...byTask.values()].map((ofTask) => ({ good: ofTask.every(({ items }) => items.length > 0), miss: null })),
    ),
    share(
      'shown (task x cadre)',
      all.map(({ task, reader, items }) => check(items.length > 0, 'MISSED', task.id, reader.id, task.action)),
    ),
  ];
}

export function copiesMeasure(scenario: Scenario, seen: readonly Showing[]): Measure {
  return share(
    'copies merged into one item',
    seen.flatMap((showing) => copiesCheck(scenario, showing)),
  );
}

/**
 * All copies that the reader had by then stand in one item. A copy that asks for nothing else stands in no second one;
 * a copy that asks for several tasks rightly does.
 */
function copiesCheck(scenario: Scenario, { task, reader, digest, items }: Showing): readonly Check[] {
  const copies = task.sources.filter(
    ({ sentAt, group, label }) => sentAt <= digest.sentAt && label === 'directive' && isMember(scenario, reader.id, group),
  );
  if (copies.length < 2) return [];
  const own = copies.filter(({ tasks }) => tasks.length <= 1);
  const rests = items.map((item) => new Set(evidenceIds(item)));
  const together = rests.some((ids) => copies.every(({ id }) => ids.has(id)));
  const once = own.length === 0 || rests.filter((ids) => own.some(({ id }) => ids.has(id))).length === 1;
  return [check(together && once, 'split', task.id, reader.id, `${items.length} items`, task.action)];
}
