/** How long the ledger keeps what nothing is heard of. */
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';

/** Longer than anything that looks back: copies are merged for 45 days, and what is overdue stands in digests for 60 at most. */
const KEPT_DAYS = 60;
/** A day in whatever time zone is over two days after its midnight in Greenwich. */
const OVER = 2 * DAY;

/** From when on something must have been heard of what is still kept at an instant; the same for a whole day. */
export function keptSince(at: Instant): Instant {
  return (Math.floor(at / DAY) - KEPT_DAYS) * DAY;
}

/** Is it open and due at an instant or later, or does it come again then? */
export function isAwaited({ status, deadline }: Pick<Directive, 'status' | 'deadline'>, since: Instant): boolean {
  if (status !== 'open' || deadline === null) return false;
  const { at, recurrence, until } = deadline;
  return at >= since || (recurrence !== null && (until === null || Date.parse(until) + OVER >= since));
}
