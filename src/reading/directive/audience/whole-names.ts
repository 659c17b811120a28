/** Short names in the words of an ask: where one stands as a call, the whole name is put in, by which everything else finds it. */
import { escapePattern } from '../../lexicon.ts';

export interface Call {
  readonly called: RegExp;
  readonly whole: string;
}

/**
 * By any of some names, the longest that stands there.
 * @param before what may stand before a call, as a pattern that takes up nothing
 */
export function callBy(names: readonly string[], before: string, behind: string): RegExp {
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`${before}(?:${longestFirst.join('|')})${behind}`, 'gu');
}

export function putWhole(text: string, calls: readonly Call[]): string {
  return calls.reduce((rest, { called, whole }) => rest.replaceAll(called, whole), text);
}
