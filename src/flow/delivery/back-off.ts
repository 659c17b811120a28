/** How long to wait before something is tried again: longer each time, and not all at the same moment. */
import { MINUTE } from '../../model/instant.ts';

const FIRST_MS = 1000;
const MOST_MS = 5 * MINUTE;

/** @param draw between 0 and 1 */
export function backOff(attempts: number, draw: number): number {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.round(full * (0.5 + draw / 2));
}
