/** The word lists of `data/lexicon`, compiled once. Lists are data; what they mean is said where they are used. */
import words from '../../data/lexicon/words.json' with { type: 'json' };
import { type WordPlaces, wordPlaces } from './text/word-places.ts';
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

const places = new Map<string, WordPlaces>();

/** The words of the lists, long ones first, to be looked for in pieces of a text: sooner done than with a pattern of all of them. */
export function wordsOf(...lists: readonly WordList[]): WordPlaces {
  const key = lists.join(' ');
  let found = places.get(key);
  if (found === undefined) {
    found = wordPlaces([...new Set(lists.flatMap((list) => words[list]))].toSorted((a, b) => b.length - a.length));
    places.set(key, found);
  }
  return found;
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
