/** A task in the last line of a long text: "【雨情】…大家当演习打。另,蚬围、涌尾两家钥匙在谁手里,下午3点前报我". */
import type { Span } from '../../model/span.ts';
import { listItemsOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience/index.ts';
import { normalOffset } from './normal-offset.ts';
import type { Task } from './task.ts';

/**
 * That task alone, where what stands before it only tells; beside it, where that calls people together or has something handed in. Null where
 * the text before is short or has a time limit of its own, and no mere advice.
 */
export function lastLine(view: MessageView): readonly Task[] | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const besides = besidesAt(text, from);
  const at = besides?.behind ?? lastSentenceAt(view);
  if (at === null) return null;
  const due = view.times.deadlines.map(({ span: [start] }) => normalOffset(view, start));
  if (!due.some((start) => start >= at)) return null;
  const last: Task = { region: [at, text.length], preamble: null };
  if (ADVICE.test(text.slice(from))) return [last];
  if (due.some((start) => start < at)) return null;
  const before: Span = [from, besides?.at ?? at];
  if (BULLETIN.test(text.slice(from))) return [last];
  if (listItemsOf(text.slice(0, before[1]), from).length > 0) return null;
  return asksBefore(view, before) ? [{ region: before, preamble: null }, last] : [last];
}

/** Where the task begins that is put beside all that was told: behind "另,", "另外". */
function besidesAt(text: string, from: number): { readonly at: number; readonly behind: number } | null {
  const besides = BESIDES.exec(text.slice(from));
  if (besides === null || besides.index < LONG) return null;
  return { at: from + besides.index, behind: from + besides.index + besides[0].length };
}

const BESIDES = /(?<=[。!;\n][ \t]{0,2})(?:(?:另外?|此外)[:,]|(?:另外|此外)(?=[\u4e00-\u9fff]))/u;
/** What only introduces the task is shorter. */
const LONG = 40;

/** "【天气提示】…要看机器。溪桥社区和市场,今晚8点前试转": the last sentence of a bulletin, where it calls somebody. */
function lastSentenceAt({ normal: { text }, surface: { ownStart }, message, context: { org } }: MessageView): number | null {
  if (!BULLETIN.test(text.slice(ownStart))) return null;
  const end = text.trimEnd().length - 1;
  const at = Math.max(...['。', '!', '\n'].map((mark) => text.lastIndexOf(mark, end - 1))) + 1;
  if (at < ownStart + LONG_BULLETIN || audienceOf(text.slice(at), message, org).unclear) return null;
  return at;
}

const BULLETIN = /^\s*【[^】]{0,12}(?:天气|气象|雨情|水情|汛情|预警|风险|提示|提醒|停电|停水|停气|通报|科普|播报|公告|告知)[^】]{0,8}】/u;
const LONG_BULLETIN = 60;
/** "【补苗技术要点】…4.雹伤叶48小时内喷一次药": by when something is best done, for whoever grows it. */
const ADVICE = /^\s*【[^】]{0,12}(?:技术(?:要点|指导|提示|意见)|(?:管理|防治|栽培|养殖|用药|田管)要点|科普|常识|小?知识|贴士)[^】]{0,6}】/u;

/** A gathering that is still to come, or something that somebody is to get. */
function asksBefore(view: MessageView, [start, end]: Span): boolean {
  const words = view.normal.text.slice(start, end);
  const isCalled = view.times.otherTimes.some(
    ({ role, value, span }) => role === 'event' && value !== null && value.at > view.message.sentAt && normalOffset(view, span[0]) < end,
  );
  return (isCalled && ATTENDS.test(words)) || HANDS_IN.test(words);
}

const ATTENDS = /参加|出席|参会|到会|召开|集合/u;
const HANDS_IN = /(?:报|交|送|发)(?:给|到|至|送)?(?:我|[\u4e00-\u9fff]{2,6}(?:办|所|站|中心|邮箱)|本群|群里)/u;
