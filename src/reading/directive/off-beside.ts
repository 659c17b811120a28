/** "开幕挪到4月10日,今天下午的彩排不搞了": beside what is moved, another thing is called off, in a clause of its own. */
import type { Deadline } from '../../model/deadline.ts';
import { matchesOf } from '../text/matches.ts';
import type { WordPlaces } from '../text/word-places.ts';
import type { MessageView } from '../view.ts';
import { saysInCase } from './condition.ts';
import { normalOffset } from './normal-offset.ts';
import { timeSpans } from './times-of-task.ts';
import { blank, topicsOf } from './topics.ts';

const CLAUSE = /[^,。;!?\n]+/gu;
const OFF =
  /^(?:原定|原计划|原来|那|另外?|所以|因此)?(?<what>[^()（）]{2,24}?)(?:就|也|都|先|暂时?)?(?<![不没未别莫勿]|没有|不[用必能会])(?:不[搞开办弄]了|(?:不用|不必|不需要?|别|甭)(?:再)?(?:准备|统计|上报|[写交报填搞弄做送收办查派])了|取消了?|作罢|停办了?|(?<=的事(?:先|就|都)?)停了?)$/u;
/** What is named before the word that moves it. */
const MOVED = /^(?<what>[^改挪移推延调提放]{2,20}?)(?:时间|日期)?(?:临时)?(?:[改挪移推延调提放])/u;
const MOVES_FIRST = /^(?:现在?|临时|又|再|都|往[前后])?(?:改|挪|推|延|调|提前|放)[到至在迟后期]/u;
/** Says nothing of what it is. */
const ANYTHING = /^[的,\s]*(?:时间|日期|地点|会议?|活动|这个?|那个?|具体|统一|现|我们?|大家)?[的\s]*$/u;

export interface OffBeside {
  /** Of the text. */
  readonly clause: readonly [from: number, to: number];
  readonly topics: readonly string[];
  /** Of what is moved. */
  readonly moved: readonly string[];
}

/** @param moved the time that something else is moved to */
export function offBeside(view: MessageView, moved: Deadline, names: WordPlaces): OffBeside | null {
  const { ownStart } = view.surface;
  const text = blank(view.normal.text, timeSpans(view));
  const at = normalOffset(view, moved.span[0]);
  const clauses = matchesOf(CLAUSE, text.slice(ownStart)).map(({ 0: said, index }) => ({ said, from: ownStart + index }));
  const place = clauses.findIndex(({ said, from }) => from <= at && at < from + said.length);
  const moving = clauses[place];
  if (moving === undefined) return null;
  const own = moving.said.trim();
  // "省里不来了,推到春节后": what is moved is told in the clause before.
  const subject = MOVES_FIRST.test(own) ? (clauses[place - 1]?.said ?? '') : (MOVED.exec(own)?.groups?.['what'] ?? '');
  if (ANYTHING.test(subject)) return null;
  const about = topicsOf(subject, [], names);
  const known = new Set(about);
  for (const { said, from } of clauses) {
    const what = OFF.exec(said.trim())?.groups?.['what'] ?? '';
    if (from === moving.from || ANYTHING.test(what) || saysInCase(said)) continue;
    const topics = topicsOf(what, [], names);
    if (topics.some((topic) => topic.length > 1) && !topics.some((topic) => known.has(topic)))
      return { clause: [from, from + said.length], topics, moved: about };
  }
  return null;
}
