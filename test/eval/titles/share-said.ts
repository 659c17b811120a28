/** How much of what a person wrote for a task stands in some words, whatever their order. */

/** Between the words that tell. */
const SAYS_NOTHING = /[^\u4e00-\u9fffA-Za-z0-9]|[的了在给到把和与及于对并各或等]/gu;

/** The share of the action's characters that stand there, 0 to 1. */
export function shareSaid(action: string, words: string): number {
  const wanted = new Set(action.replaceAll(SAYS_NOTHING, ''));
  if (wanted.size === 0) return 1;
  const there = new Set(words);
  return [...wanted].filter((character) => there.has(character)).length / wanted.size;
}
