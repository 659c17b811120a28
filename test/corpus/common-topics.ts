/**
 * Makes data/lexicon/common-topics.json: the topics that stand in the tasks of many organisations, and so tell little about
 * which task a text is. Run after the corpus has grown: node test/corpus/common-topics.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { topicsOf } from '../../src/reading/directive/topics.ts';
import { normalise } from '../../src/reading/text/normalise.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What a topic weighs that stands in the tasks of so large a share of the scenarios. */
const LEVELS = [
  { share: 0.5, weight: 0.15 },
  { share: 0.3, weight: 0.3 },
  { share: 0.2, weight: 0.55 },
];

const corpus = join(ROOT, 'data/corpus');
const folders = [
  join(ROOT, 'data/demo'),
  ...readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('phrases'))
    .map((entry) => join(corpus, entry.name)),
];
const seenIn = new Map<string, number>();
for (const folder of folders) {
  const labels = new Map(jsonLines(join(folder, 'gold.jsonl')).map((row) => [row['id'], row['label']]));
  const tasks = jsonLines(join(folder, 'chat.jsonl')).filter((row) => labels.get(row['id']) === 'directive');
  const topics = new Set(tasks.flatMap((row) => topicsOf(normalise(String(row['text'])).text)));
  for (const topic of topics) seenIn.set(topic, (seenIn.get(topic) ?? 0) + 1);
}
const weightOf = (count: number) => LEVELS.find(({ share }) => count >= share * folders.length)?.weight;
const common = [...seenIn].map(([topic, count]) => ({ topic, weight: weightOf(count) })).filter(({ weight }) => weight !== undefined);
const levels = LEVELS.map(({ weight }) => [
  weight,
  common
    .filter((one) => one.weight === weight)
    .map(({ topic }) => topic)
    .toSorted(),
]);
writeFileSync(join(ROOT, 'data/lexicon/common-topics.json'), `${JSON.stringify(Object.fromEntries(levels), null, 0)}\n`);
console.log(`${common.length} common topics of ${seenIn.size}, from ${folders.length} scenarios`);

function jsonLines(path: string): readonly Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
