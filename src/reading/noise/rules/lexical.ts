/**
 * Rules that are nothing but a pattern on the text. They are data (`data/rules`), each with texts that it must hit and texts that it
 * must not. One scan for all words that the patterns can't do without tells which patterns are worth trying.
 */
import asks from '../../../../data/rules/asks.json' with { type: 'json' };
import courtesy from '../../../../data/rules/courtesy.json' with { type: 'json' };
import voices from '../../../../data/rules/voices.json' with { type: 'json' };
import type { Label } from '../../../model/label.ts';
import { wordScanner } from '../../text/word-scan.ts';
import type { MessageView } from '../../view.ts';
import { findOwn, ownText, type Rule } from '../rule.ts';

export interface LexicalRule {
  readonly id: string;
  readonly label: Label;
  readonly weight: number;
  readonly says: string;
  /** `own`: the sender's words as they stand; `bare`: without mentions, stickers and outer punctuation. */
  readonly on: 'own' | 'bare';
  /** Every text that the pattern matches has one of these. */
  readonly needs?: readonly string[];
  readonly pattern: string;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

export const LEXICAL_RULES = [...asks, ...courtesy, ...voices] as readonly LexicalRule[];

export const lexical: readonly Rule[] = lexicalRules(LEXICAL_RULES);

export function lexicalRules(rules: readonly LexicalRule[]): readonly Rule[] {
  const scanner = wordScanner(rules.map((rule) => rule.needs ?? []));
  const counts = new Uint16Array(rules.length);
  let scanned: MessageView | null = null;
  const mayHit = (view: MessageView, place: number): boolean => {
    if (scanned !== view) {
      scanner.scan(ownText(view), counts);
      scanned = view;
    }
    return (counts[place] ?? 0) > 0;
  };
  return rules.map(({ id, label, weight, says, on, needs, pattern }, place) => {
    const expression = new RegExp(pattern, 'u');
    return {
      id,
      label,
      weight,
      says,
      hits: (view) => {
        if (needs !== undefined && !mayHit(view, place)) return false;
        return on === 'bare' ? expression.test(view.surface.bare) : findOwn(view, expression);
      },
    };
  });
}
