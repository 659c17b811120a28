/** The deadline that a task has in the digest where it should first be seen. */
import { type Instant, isoAt, MINUTE } from '../../../../src/model/instant.ts';
import { evidenceIds, type ItemDocument } from '../../documents.ts';
import type { GoldDeadline } from '../../gold.ts';
import { check, type Measure, share } from '../../measure.ts';
import type { Scenario, Task } from '../../scenario.ts';
import type { Showing } from './showing.ts';

/** Rounding to the minute, and the second between 23:59:59 and 24:00. */
const TOLERANCE = MINUTE + 1000;

interface Dated {
  readonly showing: Showing;
  readonly wanted: GoldDeadline;
  /** The item that has the right day; where none has, the first one. */
  readonly item: ItemDocument;
  readonly dayRight: boolean;
}

export function deadlineMeasures(scenario: Scenario, seen: readonly Showing[]): readonly Measure[] {
  const dated = seen.flatMap(datedOf);
  const said = (at: Instant) => isoAt(at, scenario.timezone);
  const undated = seen.filter(({ standing }) => standing.deadline === null);
  return [
    share(
      'deadline day right',
      dated.map(({ showing: { task, reader }, wanted, item, dayRight }) => {
        const got = `got ${item.deadline?.day ?? null} "${item.deadline?.phrase ?? ''}"`;
        return check(dayRight, 'deadline', task.id, reader.id, `gold ${wanted.day}`, got, task.action);
      }),
    ),
    share(
      'deadline minute right',
      dated.filter(isExact).map(({ showing: { task, reader }, wanted, item }) => {
        const got = item.deadline === null ? 'got null' : `got ${said(item.deadline.at)}`;
        return check(isMinuteRight(item, wanted), 'minute', task.id, reader.id, `gold ${said(wanted.at)}`, got, task.action);
      }),
    ),
    share(
      'deadline invented where there is none',
      undated.map(({ items: [item] }) => ({
        good: item !== undefined && isInvented(scenario, item),
        miss:
          item !== undefined && isInvented(scenario, item)
            ? { what: 'invented', subject: item.evidence[0]?.id ?? '', details: [item.deadline?.phrase ?? '', item.title] }
            : null,
      })),
    ),
  ];
}

function datedOf(showing: Showing): readonly Dated[] {
  const { task, digest, standing, items } = showing;
  const wanted = standing.deadline;
  if (wanted === null) return [];
  const right = items.find((item) => isDayRight(task, wanted, item, digest.sentAt));
  const item = right ?? items[0];
  return item === undefined ? [] : [{ showing, wanted, item, dayRight: right !== undefined }];
}

/** A recurring task may show any occurrence from the day of the digest (in UTC, so that early ones pass) to its last day. */
export function isDayRight({ recurrence, until }: Task, wanted: GoldDeadline, { deadline }: ItemDocument, at: Instant): boolean {
  if (deadline === null) return false;
  const isOccurrence = recurrence !== null && deadline.day >= new Date(at).toISOString().slice(0, 10) && deadline.day <= (until ?? '9999');
  return deadline.day === wanted.day || isOccurrence;
}

/** Minutes are asked only where a time was said, and of recurring tasks not at all. */
function isExact({ showing, wanted }: Dated): boolean {
  return showing.task.recurrence === null && (wanted.precision === 'minute' || wanted.precision === 'hour');
}

function isMinuteRight({ deadline }: ItemDocument, wanted: GoldDeadline): boolean {
  return deadline !== null && Math.abs(deadline.at - wanted.at) <= TOLERANCE;
}

/** A message that asks for several tasks may have a deadline for another one of them. */
function isInvented({ messages }: Scenario, item: ItemDocument): boolean {
  const [first = ''] = evidenceIds(item);
  return item.deadline !== null && (messages.get(first)?.tasks.length ?? 0) <= 1;
}
