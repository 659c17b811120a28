/** What a task says that it isn't. */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';

/** "这张跟年审的花名册是两回事": what it says it isn't, it isn't about. */
const OTHER_MATTER =
  /(?:[这此]一?[张个份件]?)?[跟和与同][^,。;:!?\n]{2,24}?(?:是两(?:回事|码事|件事|张|份|本)|不是(?:一|同一?)(?:回|码|张|件|个|份|本)|两码事|各是各)(?:表|事)?[啊哈呀哦的]?(?=[,。;:!?\n]|$)|[这那](?:个|张|份)?(?:可|并)?不是[^,。;!?\n]{1,12}(?:表|册|单|账|[那这][张份个])(?=[,。;!?\n]|$)/gu;

/**
 * @param start where the words begin in their text
 * @returns spans of that text
 */
export function otherMatters(words: string, start: number): readonly Span[] {
  return matchesOf(OTHER_MATTER, words).map(({ index, 0: clause }) => [start + index, start + index + clause.length] as const);
}
