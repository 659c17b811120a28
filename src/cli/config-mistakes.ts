/** Mistakes of a configuration in the caller's words: where, what, and what to do. */
import type { Mistake } from '../service/prepare.ts';
import { isWordCode, type Say } from './words.ts';

export function mistakeLines(mistakes: readonly Mistake[], say: Say): readonly string[] {
  return mistakes.map(({ at, code, facts }) => `${at === '' ? '' : `${at}: `}${isWordCode(code) ? say(code, facts) : code}`);
}
