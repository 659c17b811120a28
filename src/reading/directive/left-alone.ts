/** What a change says of other things that stay as they are: "自查表不用报了。台账照常,今晚。" calls off the first, and names nothing of it in the second. */
import type { Span } from '../../model/span.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';

const SENTENCE = /[^。!?;\n]+/gu;
const STAYS = /照[常旧]|不变|不受影响|继续(?:报|填|交|办|搞)|(?:还是|仍)(?:要|按)|(?<=^[^,]{4,16})还是(?=[今明后周下本原\d])/u;
/** "那份不动,照旧22号". */
const UNCHANGED = /不(?:延|变|动|停|改|缓|推)/gu;
/** What it says beside that isn't only that something stays. */
const ENDS = /取消|作废|停|[不别免]|(?<!整)改(?!革)|挪|推(?:[迟后]|[到至])|延[到至期后长]|提前|往[前后]/u;

/** "商户那张不延", "西线那边照原来的", "联审表照交", "最美家庭是另一回事": a clause that says no more. */
const CLAUSE = /[^,。!?;\n]+/gu;
const STAYS_SO =
  /(?<!时间|地点|其他|其它|其余|要求|内容|字数|格式|人员|列|人|会场|一律)(?:不延|不变|不动|不停|不改|不缓|不推|不受影响|不在此列|不在其列|不在内|不算在内|[照按]原来(?:的)?(?:时间)?|照旧|照常|照样?[交报填做开办查收送搞](?=$|[哈啊的])|另说|另算|另定|是?(?:另一?|两)(?:回|码)事)[哈啊呀噢哦的了]{0,2}$/u;

/** The sentences that only say that something stays; none where nothing else is said. */
export function leftAlone({ normal: { text }, surface: { ownStart } }: MessageView): readonly Span[] {
  const sentences = matchesOf(SENTENCE, text.slice(ownStart));
  const stays = sentences.filter(([said]) => STAYS.test(said) && !ENDS.test(said.replace(STAYS, '').replaceAll(UNCHANGED, '')));
  const staying = stays.length === sentences.length ? [] : stays;
  const clauses = matchesOf(CLAUSE, text.slice(ownStart));
  const others = clauses.filter(([said]) => STAYS_SO.test(said));
  const alone = others.length === clauses.length ? [] : others;
  return [...staying, ...alone.filter(({ index }) => !staying.some((one) => index >= one.index && index < one.index + one[0].length))]
    .toSorted((a, b) => a.index - b.index)
    .map(({ 0: said, index }) => [ownStart + index, ownStart + index + said.length] as const);
}
