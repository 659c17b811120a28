/** Mistakes of a configuration in the caller's words: where, what, and what to do. */
import type { Mistake } from '../service/prepare.ts';
import { isWordCode, type Say } from './words.ts';

export function mistakeLines(mistakes: readonly Mistake[], say: Say): readonly string[] {
  return mistakes.map(({ at, code, facts }) => `${at === '' ? '' : `${at}: `}${isWordCode(code) ? say(code, worded(facts, say)) : code}`);
}

/** Kinds of values have names of their own in each language; ranges and lists are told as they are. */
function worded(facts: Mistake['facts'], say: Say): Mistake['facts'] {
  const kind = `config.kind.${facts['wanted'] ?? ''}`;
  return isWordCode(kind) ? { ...facts, wanted: say(kind) } : facts;
}
