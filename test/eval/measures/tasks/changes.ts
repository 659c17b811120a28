/** What changes after a task was first seen is told at the next digest, and a cancelled task isn't shown as open again. */
import type { ItemDocument, Replayed } from '../../documents.ts';
import { evidenceIds } from '../../documents.ts';
import { type Check, check, type Measure, share } from '../../measure.ts';
import type { Scenario, Task, TaskChange } from '../../scenario.ts';
import { audienceOf } from './audience.ts';
import { isDayRight } from './deadlines.ts';
import { digestFrom, itemsOf, type Showing } from './showing.ts';
import { standingAt } from './standing.ts';

export function changeMeasures(replayed: Replayed, seen: readonly Showing[]): readonly Measure[] {
  const later = seen.flatMap((showing) =>
    showing.task.history.filter(({ sentAt }) => sentAt > showing.digest.sentAt).map((change) => ({ showing, change })),
  );
  return [
    share(
      'change told at the next digest',
      later.flatMap(({ showing, change }) => movedCheck(replayed, showing, change)),
    ),
    share(
      'cancellation told at the next digest',
      later.flatMap(({ showing, change }) => cancelledCheck(replayed, showing, change)),
    ),
  ];
}

/** Only what still holds at the next digest is asked for: a deadline moved twice in a window is told once. */
function movedCheck(replayed: Replayed, { task, reader }: Showing, { change, deadline, sentAt }: TaskChange): readonly Check[] {
  const next = digestFrom(replayed, reader, sentAt);
  if (next === undefined || deadline === null || change === 'cancel') return [];
  const { deadline: wanted, status } = standingAt(task, next.sentAt);
  if (wanted === null || status !== 'open') return [];
  const items = itemsOf(task, next);
  const told = items.some(
    (item) => isDayRight(task, wanted, item, next.sentAt) && (item.status === 'changed' || item.section === 'changed'),
  );
  const got = items.map((item) => `${item.section}/${item.status}/${item.deadline?.day}`).join() || 'not shown';
  return [check(told, 'change not told', task.id, reader.id, `gold ${wanted.day}`, got, task.action)];
}

function cancelledCheck(replayed: Replayed, { task, reader }: Showing, { change, sentAt }: TaskChange): readonly Check[] {
  const next = digestFrom(replayed, reader, sentAt);
  if (next === undefined || change !== 'cancel' || standingAt(task, next.sentAt).status !== 'cancelled') return [];
  const told = itemsOf(task, next).some(({ status }) => status === 'cancelled');
  return [check(told, 'cancellation not told', task.id, reader.id, task.action)];
}

/** Of tasks that end cancelled: every reader of the audience, in every digest after the last cancellation. */
export function cancelledMeasure(scenario: Scenario, { digestsOf }: Replayed): Measure {
  const checks = scenario.tasks.flatMap((task) => {
    const cancellation = task.history.findLast(({ change }) => change === 'cancel');
    if (task.final.status !== 'cancelled' || cancellation === undefined) return [];
    return audienceOf(scenario, task).map((reader) => {
      const after = (digestsOf.get(reader.id) ?? []).filter(({ sentAt }) => sentAt >= cancellation.sentAt);
      const stillOpen = after.some((digest) => itemsOf(task, digest).some((item) => isOpenAlone(scenario, task, item)));
      return check(!stillOpen, 'still open after cancel', task.id, reader.id, task.action);
    });
  });
  return share('cancelled not shown open', checks);
}

/** An item that rests on another task too may be open for that one's sake. */
function isOpenAlone({ messages }: Scenario, task: Task, item: ItemDocument): boolean {
  const tasks = evidenceIds(item).flatMap((id) => messages.get(id)?.tasks ?? []);
  return item.status !== 'cancelled' && item.status !== 'done' && tasks.every((id) => id === task.id);
}
