/** The times of a message by their roles: a deadline to meet, an event to attend, a time gone by, one that was replaced. */
import type { TimeRole } from '../../../../model/deadline.ts';
import type { MessageView } from '../../../view.ts';
import { type Emit, SIGNAL } from './kinds.ts';

export const ROLE_GROUPS: readonly (readonly TimeRole[])[] = [['event'], ['past'], ['old'], ['period', 'document', 'other']];

export function emitTimes({ times }: MessageView, giver: number, emit: Emit): void {
  emit(SIGNAL.deadlines, Math.min(times.deadlines.length, 2) * 2 + giver);
  if (times.urgency !== 'none') emit(SIGNAL.urgency, (times.urgency === 'soon' ? 0 : 2) + giver);
  if (times.otherTimes.length === 0) return;
  ROLE_GROUPS.forEach((roles, group) => {
    if (times.otherTimes.some((time) => roles.includes(time.role))) emit(SIGNAL.otherTimes, group * 2 + giver);
  });
}
