import { daysBetween } from '../compose/day.ts';
import { previousDay } from '../day-pattern.ts';
import type { Scene } from './scene.ts';

/** A date without a year that has just gone and whose next turn is far off. */
export function isLongGone({ phrase, frame, ahead }: Scene): boolean {
  const { day } = phrase.slots;
  if (ahead === null || day === null || day.fixed || day.pattern.every !== 'year') return false;
  const behind = previousDay(day.pattern, frame.today);
  return behind !== null && daysBetween(behind, frame.today) <= 75 && daysBetween(frame.today, ahead.value.day) > 200;
}
