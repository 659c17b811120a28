/**
 * May two items be shown as one, whatever a refiner says? Only tasks that stand, that can bind the same people, and whose days don't
 * contradict each other: dangers, demands and what can't be read always stand alone.
 */
import type { Directive } from '../../model/directive.ts';
import { type Audience, isTask } from '../../model/reading.ts';

export type Comparable = Pick<Directive, 'kind' | 'status' | 'deadline' | 'audience' | 'condition'>;

export function mayBeOne(a: Comparable, b: Comparable): boolean {
  if (!isTask(a.kind) || a.kind !== b.kind || a.status !== 'open' || b.status !== 'open') return false;
  return agreeOnDay(a, b) && agreeOnPeople(a.audience, b.audience) && (a.condition ?? b.condition) === (b.condition ?? a.condition);
}

/** The same day and the same coming again, or one of them has none. */
function agreeOnDay({ deadline: a }: Comparable, { deadline: b }: Comparable): boolean {
  return a === null || b === null || (a.day === b.day && a.recurrence === b.recurrence);
}

/** Those of the one are all among those of the other; where one doesn't say whom it means, some are. */
function agreeOnPeople(a: Audience, b: Audience): boolean {
  const known = new Set(a.people);
  const common = b.people.filter((person) => known.has(person)).length;
  const least = a.unclear || b.unclear ? 1 : Math.min(known.size, b.people.length);
  return common > 0 && common >= least;
}
