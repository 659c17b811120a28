/** Long texts that make a slow pattern show it: runs of what the pattern is made of, cut off before they would match. */
import type { LocalRule } from '../../model/tuning.ts';
import { LONG_TEXT } from './ways.ts';

const MOST_CHARACTERS = 8;
const NO_END = '\u{10FFFF}';

export function hostileTexts({ pattern, hits, misses }: Pick<LocalRule, 'pattern' | 'hits' | 'misses'>): readonly string[] {
  const characters = new Set([...`${pattern}${hits.join('')}`].filter((one) => /[\p{L}\p{N}]/u.test(one)).slice(0, MOST_CHARACTERS));
  const seeds = [...characters, '村', '1', ' ', ',', ...hits.flatMap((hit) => [hit, hit.slice(0, -1)]), ...misses].filter(
    (seed) => seed !== '',
  );
  return [...new Set(seeds)].map(
    (seed) => `${seed.repeat(Math.ceil(LONG_TEXT / seed.length)).slice(0, LONG_TEXT - NO_END.length)}${NO_END}`,
  );
}
