/** What can't wait for the next digest: a hazard, or a task that is due before its reader's next digest. */
import { MINUTE } from '../../../../src/model/instant.ts';
import type { Replayed } from '../../documents.ts';
import type { GoldPerson } from '../../gold.ts';
import { type Check, check, type Measure, share } from '../../measure.ts';
import type { Scenario, Task } from '../../scenario.ts';
import { audienceOf } from './audience.ts';
import { digestFrom, restsOn } from './showing.ts';
import { standingAt } from './standing.ts';

const ALERT_WITHIN = 15 * MINUTE;
/** Who answers within this time has seen it and needs no alert. */
const ANSWERED_WITHIN = 10 * MINUTE;

interface Waiting {
  readonly task: Task;
  readonly reader: GoldPerson;
  readonly cannotWait: boolean;
  /** False where it was closed again before the next digest. */
  readonly open: boolean;
}

/** Source messages of all tasks for which an alert is right, be it asked for or not. */
export function urgentSources(scenario: Scenario, replayed: Replayed): ReadonlySet<string> {
  const urgent = waitingOf(scenario, replayed).filter(({ task, cannotWait }) => cannotWait || task.urgent);
  return new Set(urgent.flatMap(({ task }) => task.sources.map(({ id }) => id)));
}

export function alertedMeasure(scenario: Scenario, replayed: Replayed): Measure {
  const asked = waitingOf(scenario, replayed).filter(
    ({ task, reader, cannotWait, open }) => cannotWait && open && !hasAnswered(scenario, task, reader),
  );
  return share(
    'what cannot wait is alerted',
    asked.map((waiting) => alertCheck(replayed, waiting)),
  );
}

function waitingOf(scenario: Scenario, replayed: Replayed): readonly Waiting[] {
  return scenario.tasks
    .filter(({ kind }) => kind !== 'traffic' && kind !== 'appeal')
    .flatMap((task) =>
      audienceOf(scenario, task)
        .filter(({ id }) => id !== task.issuer)
        .map((reader) => {
          const next = digestFrom(replayed, reader, task.firstSeen.sentAt);
          const due = task.recurrence === null ? task.deadline : null;
          const dueBefore = next !== undefined && due !== null && due.at > task.firstSeen.sentAt && due.at <= next.sentAt;
          const open = next === undefined || standingAt(task, next.sentAt).status === 'open';
          return { task, reader, cannotWait: task.kind === 'hazard' || dueBefore, open };
        }),
    );
}

function hasAnswered({ messages }: Scenario, { id, firstSeen }: Task, reader: GoldPerson): boolean {
  const until = firstSeen.sentAt + ANSWERED_WITHIN;
  return [...messages.values()].some(({ sender, answers, sentAt }) => sender === reader.id && answers === id && sentAt <= until);
}

/** At night an alert may wait for the morning, unless it tells of a danger. */
function alertCheck({ alerts }: Replayed, { task, reader }: Waiting): Check {
  const alert = alerts.find(({ cadre, item }) => cadre === reader.id && restsOn(item, task));
  const isNight = task.firstSeen.localHour >= 21 || task.firstSeen.localHour < 8;
  const mayWait = isNight && task.kind !== 'hazard';
  const inTime = alert !== undefined && (mayWait || alert.at - task.firstSeen.sentAt <= ALERT_WITHIN);
  return check(inTime, 'no alert', task.id, reader.id, task.action);
}
