/** How telling a topic is by itself: words that the tasks of many organisations share, and single characters, tell little. */
import common from '../../data/lexicon/common-topics.json' with { type: 'json' };

const COMMON: ReadonlySet<string> = new Set(common);

export function plainWeight(topic: string): number {
  if (topic.length === 1) return 0.3;
  return COMMON.has(topic) ? 0.25 : 1;
}
