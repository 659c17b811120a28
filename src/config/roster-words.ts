/** How mistakes of a roster are told: the schema's own by zod's catalogue of the language, the rest by `data/lang/roster.json`. */
import { z } from 'zod';
import words from '../../data/lang/roster.json' with { type: 'json' };
import type { Language } from './settings.ts';

export type MistakeCode = keyof (typeof words)['en'];
export type SayMistake = (code: MistakeCode, facts?: Readonly<Record<string, string | number>>) => string;

export interface RosterSpeaker {
  readonly say: SayMistake;
  /** A mistake that the schema found, without its place. */
  readonly ofIssue: (issue: z.core.$ZodIssue) => string;
}

const LOCALES = { zh: z.locales.zhCN(), en: z.locales.en() };

export function rosterSpeaker(language: Language): RosterSpeaker {
  const sentences = words[language];
  const say: SayMistake = (code, facts = {}) =>
    sentences[code].replace(/\{(?<key>\w+)\}/gu, (whole, key: string) => String(facts[key] ?? whole));
  return {
    say,
    ofIssue(issue) {
      if (issue.code === 'invalid_union') return say('id');
      if (issue.code === 'custom') return ofCustom(issue.params, say);
      const told = LOCALES[language].localeError(issue as z.core.$ZodRawIssue);
      return (typeof told === 'string' ? told : told?.message) ?? issue.message;
    },
  };
}

function ofCustom(params: Readonly<Record<string, unknown>> | undefined, say: SayMistake): string {
  return params?.['mistake'] === 'clock' ? say('clock', { text: String(params['text']) }) : say('timezone');
}
