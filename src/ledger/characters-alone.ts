/** Words that mean the same often share a character (册子 for 底册, 打针 for 补针): which of several directives has characters of a change that no other has. */
import type { Directive } from '../model/directive.ts';

const CHINESE = /[\u4e00-\u9fff]/u;
/** Stand in words of every kind. */
const OF_ALL = /[一二三四五六七八九十个人不有上下大小中来去到出这那要会可能时后前家地事里名点发报交好看说做以及等其各全]/u;
const known = new WeakMap<ReadonlySet<string>, { readonly size: number; readonly characters: ReadonlySet<string> }>();

/** For each directive the number of characters of these topics that it alone has, without those of topics that it shares. */
export function charactersAlone(pool: readonly Directive[], topics: readonly string[]): readonly number[] {
  const counts = pool.map(() => 0);
  for (const character of new Set(topics.flatMap((topic) => [...topic]))) {
    if (!CHINESE.test(character) || OF_ALL.test(character)) continue;
    const holder = onlyHolder(pool, ({ topics: there }) => charactersOf(there).has(character));
    const topicsThere = pool[holder]?.topics;
    if (topicsThere === undefined || topics.some((topic) => topic.includes(character) && topicsThere.has(topic))) continue;
    counts[holder] = (counts[holder] ?? 0) + 1;
  }
  return counts;
}

/** The place of the only one that has something; -1 where none or several have it. Looked for from both ends, so that what many have is soon left. */
export function onlyHolder(pool: readonly Directive[], has: (known: Directive) => boolean): number {
  const first = pool.findIndex(has);
  return first === pool.findLastIndex(has) ? first : -1;
}

/** Topics of a directive only grow. */
function charactersOf(topics: ReadonlySet<string>): ReadonlySet<string> {
  const before = known.get(topics);
  if (before?.size === topics.size) return before.characters;
  const characters = new Set([...topics].flatMap((topic) => [...topic]));
  known.set(topics, { size: topics.size, characters });
  return characters;
}
