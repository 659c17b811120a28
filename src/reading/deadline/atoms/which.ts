/** Which alternative of a pattern matched, told by plain captures: an object of named groups for each match is costly. */
export function whichOf<T>(words: readonly (readonly [value: T, source: string])[], match: RegExpExecArray, first = 1): T | null {
  for (let index = 0; index < words.length; index++) {
    if (match[first + index] !== undefined) return words[index]?.[0] ?? null;
  }
  return null;
}

/** The sources as alternatives, each a capture. */
export function alternatives(words: readonly (readonly [value: unknown, source: string])[]): string {
  return words.map(([, source]) => `(${source})`).join('|');
}
