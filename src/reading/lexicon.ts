/** The word lists of `data/lexicon`, compiled once. Lists are data; what they mean is said where they are used. */
import words from '../../data/lexicon/words.json' with { type: 'json' };
import { type WordScanner, wordScanner } from './text/word-scan.ts';

export type WordList = keyof typeof words;

const LISTS = Object.keys(words) as WordList[];
const LIST_INDEX: Readonly<Record<string, number>> = Object.fromEntries(LISTS.map((list, index) => [list, index]));

let scanner: WordScanner | null = null;

/** How often each list's words occur in a text. */
export type WordCounts = (list: WordList) => number;

export function countWords(text: string): WordCounts {
  scanner ??= wordScanner(LISTS.map((list) => words[list]));
  const counts = scanner.scan(text);
  return (list) => counts[LIST_INDEX[list] ?? 0] ?? 0;
}

/** A pattern source that matches any word of the lists, longest first. */
export function anyOf(...lists: readonly WordList[]): string {
  const all = lists.flatMap((list) => words[list]);
  return [...new Set(all)]
    .toSorted((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
