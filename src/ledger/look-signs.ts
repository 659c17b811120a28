/** What the signs that trees weigh are measured by. */
import type { Directive } from '../model/directive.ts';
import { HOUR, type Instant } from '../model/instant.ts';

/** What is less likely at first sight isn't looked at again. */
export const POSSIBLE = 0.01;

/** In the place of hours where one of the two has no time. */
const NO_HOURS = 10_000;
const STATUSES: readonly Directive['status'][] = ['open', 'done', 'cancelled'];

export function hoursBetween(earlier: Instant | undefined, later: Instant | undefined): number {
  return earlier === undefined || later === undefined ? NO_HOURS : (later - earlier) / HOUR;
}

export function statusSign({ status }: Directive): number {
  return STATUSES.indexOf(status);
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
