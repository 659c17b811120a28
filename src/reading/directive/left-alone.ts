/** What a change says of other things that stay as they are: "自查表不用报了。台账照常,今晚。" calls off the first, and names nothing of it in the second. */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';

const SENTENCE = /[^。!?;\n]+/gu;
const STAYS = /照[常旧]|不变|不受影响|继续(?:报|填|交|办|搞)|(?:还是|仍)(?:要|按)|(?<=^[^,]{4,16})还是(?=[今明后周下本原\d])/u;
const ENDS = /取消|作废|停|[不别免]/u;

/** The sentences that only say that something stays; none where nothing else is said. */
export function leftAlone({ normal: { text }, surface: { ownStart } }: MessageView): readonly Span[] {
  const sentences = matchesOf(SENTENCE, text.slice(ownStart));
  const staying = sentences.filter(([said]) => STAYS.test(said) && !ENDS.test(said.replace(STAYS, '')));
  if (staying.length === sentences.length) return [];
  return staying.map(({ 0: said, index }) => [ownStart + index, ownStart + index + said.length] as const);
}
