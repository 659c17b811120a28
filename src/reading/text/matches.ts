/** What `matchAll` finds, without the copy of the pattern that it makes at each call: in texts as short as these the copy costs more than the search. */

const NONE: readonly RegExpExecArray[] = [];

/** @param pattern global, and never matches nothing */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
