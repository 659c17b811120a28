/** Is a pattern from outside safe to run on every message? Looks at its form only; how long it really takes is measured by the caller. */
import { type Refusal, refusal } from '../refusal.ts';
import { type PatternNode, parsePattern } from './parse.ts';
import { contains, waysOf } from './ways.ts';

export const MAX_PATTERN = 300;
/** From one place of a text; a text has thousands of places. */
const MAX_WAYS = 50_000;
const MAX_WAYS_BEHIND = 100;

/** Null for a pattern that may run. */
export function checkPattern(pattern: string): Refusal | null {
  if (pattern.length > MAX_PATTERN) return refusal('rules.refused.pattern-long', { length: pattern.length, most: MAX_PATTERN });
  const mistake = mistakeIn(pattern);
  if (mistake !== null) return refusal('rules.refused.pattern-syntax', { reason: mistake });
  if (new RegExp(pattern, 'u').test('')) return refusal('rules.refused.pattern-empty');
  const tree = parsePattern(pattern);
  if (contains(tree, (node) => node.kind === 'reference')) return refusal('rules.refused.pattern-reference');
  if (contains(tree, isLongLookbehind)) return refusal('rules.refused.pattern-lookbehind');
  if (contains(tree, multiplies)) return refusal('rules.refused.pattern-nested');
  return waysOf(tree) > MAX_WAYS ? refusal('rules.refused.pattern-ways') : null;
}

function mistakeIn(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /u, '') : String(error);
  }
}

function isLongLookbehind(node: PatternNode): boolean {
  return node.kind === 'look' && node.behind && waysOf(node.body) > MAX_WAYS_BEHIND;
}

/** A repeat of something that can itself match in several ways, too often. */
function multiplies(node: PatternNode): boolean {
  return node.kind === 'repeat' && node.most > 1 && waysOf(node.body) > 1 && waysOf(node) > MAX_WAYS;
}
