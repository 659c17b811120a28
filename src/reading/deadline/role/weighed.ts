/**
 * The second look at each deadline, after all rules: what stands around it is weighed as a whole. A rule knows the sentences that it was
 * written for; where the words around a time are all but never those of a deadline, it has taken a sentence of another kind for one.
 */
import { chanceOfDeadline, type DeadlineWeights } from './chance/chance.ts';
import type { Told } from './tell.ts';

/**
 * Of 1,735 sentences by seven hands that neither the rules nor the weights had seen, two fifths of what was falsely given is below (11 of
 * 28), and two of the 1,018 that were rightly given.
 */
export const UNLIKELY = 0.08;

/** The rules that tell a deadline by words which other sentences have as well; the others have its very name, or what is said of two times. */
const BY_SHARED_WORDS: ReadonlySet<string> = new Set([
  'role/verb',
  'role/before-word',
  'role/within-duration',
  'role/end-of-range',
  'role/relative-to-event',
]);

/** 17:00截止 needs no second look. */
const NAMED = /截止|最[晚迟]|期限/;

export function weigh(told: readonly Told[], text: string, weights: DeadlineWeights): readonly Told[] {
  return told.map((each) => {
    const { phrase, role, rule, resolved } = each;
    if (role !== 'deadline' || resolved === null || !BY_SHARED_WORDS.has(rule)) return each;
    if (NAMED.test(text.slice(phrase.start, phrase.end))) return each;
    const chance = chanceOfDeadline(text, phrase.start, phrase.end, weights);
    return chance < UNLIKELY ? { ...each, role: 'other', rule: 'role/unlikely', until: null } : each;
  });
}
