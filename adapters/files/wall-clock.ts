/** Times as exports write them: a wall clock without a zone. */
import { canBeSentAt, type Instant, instantAt, isDay } from '../../src/adapter-kit.ts';

/** `2026-11-16` and `8:31:05` in a zone; null where no such day or time exists, or nobody can have sent anything then. */
export function wallClock(day: string, time: string, timezone: string): Instant | null {
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})$/u.exec(time);
  if (clock === null || !isDay(day)) return null;
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = instantAt(day, hour * 60 + minute, timezone) + second * 1000;
  return canBeSentAt(at) ? at : null;
}
