/** What is called off by pointing at it: "草垛那个先别动了". */
import type { Directive } from '../model/directive.ts';
import { type Change, isTold } from '../model/reading.ts';

/**
 * The only thing that still stands and wasn't told from below of which all is that is pointed at, where less than half of it is of anything else
 * that is known.
 */
export function onlyPointedAt(known: readonly Directive[], { change, pointed, head }: Change): Directive | null {
  const words = head.filter((topic) => topic.length > 1);
  if (change !== 'cancel' || pointed !== true || words.length === 0) return null;
  const holders = known.filter(({ topics }) => words.filter((word) => topics.has(word)).length * 2 >= words.length);
  const [only] = holders;
  if (only === undefined || holders.length > 1 || only.status !== 'open' || isTold(only.kind)) return null;
  return words.every((word) => only.topics.has(word)) ? only : null;
}
