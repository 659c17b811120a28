/** The command line's words: a code and its facts to a sentence in the caller's language. */
import words from '../../data/lang/cli.json' with { type: 'json' };
import type { Language } from '../config/settings.ts';

export type WordCode = keyof (typeof words)['zh'];
export type Facts = Readonly<Record<string, string | number>>;
export type Say = (code: WordCode, facts?: Facts) => string;

export function speaker(language: Language): Say {
  const sentences: Readonly<Record<string, string>> = words[language];
  return (code, facts = {}) =>
    (sentences[code] ?? code).replace(/\{(?<key>[\w-]+)\}/gu, (whole, key: string) =>
      facts[key] === undefined ? whole : String(facts[key]),
    );
}

/** Codes that come from outside the command line (a reader's problem) may be unknown; then the code itself is said. */
export function isWordCode(code: string): code is WordCode {
  return code in words.zh;
}
