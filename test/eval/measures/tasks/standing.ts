/** How a task stands at an instant, by what was said until then. */
import type { Instant } from '../../../../src/model/instant.ts';
import type { GoldDeadline } from '../../gold.ts';
import type { Task, TaskChange } from '../../scenario.ts';

export interface Standing {
  readonly deadline: GoldDeadline | null;
  readonly status: 'open' | 'cancelled' | 'done';
}

const STATUS_AFTER: Partial<Record<TaskChange['change'], Standing['status']>> = { cancel: 'cancelled', done: 'done', reinstate: 'open' };

export function standingAt({ deadline, history }: Task, at: Instant): Standing {
  const known = history.filter(({ sentAt }) => sentAt <= at);
  const moved = known.findLast((change) => change.deadline !== null && change.change !== 'cancel');
  const turned = known.findLast(({ change }) => STATUS_AFTER[change] !== undefined);
  return { deadline: moved?.deadline ?? deadline, status: (turned && STATUS_AFTER[turned.change]) ?? 'open' };
}
