/** How much of what is said a directive is about, by weight. */
import type { Directive } from '../model/directive.ts';
import type { TopicWeights } from './likeness.ts';

export function topicShare(weights: TopicWeights, topics: readonly string[], known: Directive): number {
  const { shared, smaller } = weights.overlap(topics, known);
  return smaller === 0 ? 0 : shared / smaller;
}
