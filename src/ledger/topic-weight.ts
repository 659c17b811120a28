/** How telling a topic is by itself: words that the tasks of many organisations share, and single characters, tell little. */
import common from '../../data/lexicon/common-topics.json' with { type: 'json' };

/** By topic; the file has the topics of each weight. */
const COMMON: ReadonlyMap<string, number> = new Map(
  Object.entries(common).flatMap(([weight, topics]) => topics.map((topic) => [topic, Number(weight)] as const)),
);

const SINGLE = 0.3;

export function plainWeight(topic: string): number {
  const weight = COMMON.get(topic) ?? 1;
  return topic.length === 1 ? Math.min(SINGLE, weight) : weight;
}
