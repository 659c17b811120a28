/** How many tasks one message holds: the parts of a numbered list that ask for deeds of their own, else the message as one. */
import type { OtherTime } from '../../model/deadline.ts';
import type { Day } from '../../model/instant.ts';
import type { Span } from '../../model/span.ts';
import { once } from '../once.ts';
import { matchesOf } from '../text/matches.ts';
import { listItemsOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';
import { lastLine } from './last-line.ts';
import { isWithin } from './normal-offset.ts';
import { partsByCall } from './parts-by-call.ts';
import { partsByPlace } from './parts-by-place.ts';
import { DEED, partsDueApart } from './parts-due-apart.ts';
import { rowsAsSlots, slotsIn } from './slots.ts';
import { type Task, wholeTask } from './task.ts';
import { isBeforeItBegins } from './times-of-task.ts';

/** Asked whether a message may be a change, and again where it is none. */
export const tasksOf: (view: MessageView) => readonly Task[] = once((view) => {
  const last = lastLine(view);
  if (last !== null) return last;
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const rows = tableRowsOf(text, from);
  const list = listItemsOf(text, from);
  if (rows.length < 2 && list.length === 0)
    return partsDueApart(view) ?? slotsIn(view, list) ?? partsByPlace(view) ?? partsByCall(view) ?? [wholeTask(view)];
  const items = list.map(([start, end]) => text.slice(start, end));
  if (areSections(items) || tellOneThing(view, list)) return [wholeTask(view)];
  // A table may only show what the list below it asks for.
  return (
    (rows.length >= 2 ? (tasksAmong(view, rows) ?? rowsAsSlots(view, rows)) : null) ??
    tasksAmong(view, list) ??
    slotsIn(view, list) ?? [wholeTask(view)]
  );
});

/** The items that ask for something, where at least two are bound to a time. */
function tasksAmong(view: MessageView, items: readonly Span[]): readonly Task[] | null {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const asking = items.filter(
    ([start, end]) =>
      end - start > 8 &&
      !NOTHING_NEW.test(text.slice(start, end)) &&
      (DEED.has(text.slice(start, end)) || timesWithin(view, [start, end]) > 0),
  );
  const timed = asking.filter(([start, end]) => timesWithin(view, [start, end]) > 0);
  if (asking.length < 2 || timed.length < 2) return null;
  const first = asking[0]?.[0] ?? from;
  const said = items.filter(([start, end]) => start < first && WHOM.test(text.slice(start, end)));
  return asking.map((region) => ({ region, preamble: [from, said.at(-1)?.[1] ?? items[0]?.[0] ?? from] as const }));
}

/** "三、其余照旧,没有新表。" */
const NOTHING_NEW = /^\s*\S{1,3}[.、)）]\s*其[余他它][^,。]{0,6}(?:照旧|照常|不变|不动|没变)(?:,(?:没有?|不用|无)[^,。;]{0,8})?[。;]?\s*$/u;

/** "1. 对象:各队队长。": for whom all that follows is. */
const WHOM = /^\s*\S{1,3}[.、)）]?\s*(?:对象|范围|参加|参会|人员|责任单位|责任人)[^\u4e00-\u9fff]*[:：]/u;

/** "一、自查内容。… 二、数据口径。… 三、报送要求。…": the sections of a notice about one thing. */
const SECTION =
  /^\s*\S{1,3}[.、)）]\s*[\u4e00-\u9fff]{0,6}(?:内容|口径|要求|范围|对象|时间|方式|方法|标准|依据|目的|步骤|说明|纪律|格式|程序|流程|地点|人员)\s*[。:\n]/u;

function areSections(items: readonly string[]): boolean {
  return items.filter((item) => SECTION.test(item)).length >= 2;
}

/** "1.报苗情日报;2.报的单位:各烟村;3.每天16:30前在本群报;4.不用表,不用照片": who numbers all that he says; no more than one item asks for a thing. */
function tellOneThing(view: MessageView, list: readonly Span[]): boolean {
  const [asking, more] = [false, true].map((isMore) =>
    list.filter(([start, end]) => TELLS_MORE.test(view.normal.text.slice(start, end)) === isMore),
  );
  if (asking === undefined || more === undefined || list.length < 3 || asking.length > 1) return false;
  // "1.周五前把台账整理好;2.3月6日下班前报我邮箱": each by its own time; "1.初报今天就要;2.今晚22:00前发我微信": by the same.
  const ofAsking = new Set(asking.flatMap((item) => daysWithin(view, item)));
  const ofMore = more.flatMap((item) => daysWithin(view, item));
  return ofAsking.size === 0 || ofMore.every((day) => ofAsking.has(day));
}

function daysWithin(view: MessageView, region: Span): readonly Day[] {
  return view.times.deadlines.flatMap(({ span, day }) => (isWithin(view, span, [region]) ? [day] : []));
}

/** By when, in the words and figures of a time alone, and then to whom or where: "3月9日下班前报到我邮箱", "每天16:30前在本群接着报". */
const HANDED_IN =
  '[每今明后本下上周星期天日晚早中午\\d一二三四五六七八九十月号点半时:()（）前之以班内个]{2,16}(?:在本群|在群里)?(?:接着|统一|直接)?(?:[报交发传送]|接龙)(?:[到给至在往][^,。;]{1,14}|[^,。;]{1,8}(?:邮箱|那里)|给?我[\\u4e00-\\u9fffA-Z]{0,4}|过来|齐)?(?=[,。;]|$)';

/** Of the thing that another item asks for: of whom, by when and where, how, and how not. */
const TELLS_MORE = new RegExp(
  `^\\s*\\S{1,3}?[.、)）]\\s*(?:${[
    '(?:报的?|填的?|参加的?|填报)?(?:单位|对象|范围|内容|时间|地点|口径|格式|方式|人员|要求|原因|软件|模板|附件|联系人)[^,。;]{0,2}[:是为用按在]',
    '(?:不[用要报得准能许须必再]|没有也要报|没有的|[别莫](?:再|用|要|漏|拖)|只[要报填]|照旧|其[余它他](?:不变|照旧|要求)|分[\\u4e00-\\u9fff]{2,4}、)',
    '(?:表|模板|文件|样表|二维码|链接)(?:已|都)?(?:在|见|发|挂|传)',
    '(?:报|做|持续)?到[^,。;]{1,10}(?:为止|结束)',
    HANDED_IN,
  ].join('|')})`,
  'u',
);

const TABLE_ROW = /^\s*\|?[^|\n]+\|[^|\n]+\|[^\n]*$/gmu;
const NO_ROWS: readonly Span[] = [];

/** The rows of a table drawn with vertical bars, without its head. */
function tableRowsOf(text: string, from: number): readonly Span[] {
  if (!text.includes('|', from)) return NO_ROWS;
  const rows = matchesOf(TABLE_ROW, text.slice(from)).map((match) => [from + match.index, from + match.index + match[0].length] as const);
  return rows.slice(1).filter(([start, end]) => !/^[\s|:-]+$/u.test(text.slice(start, end)));
}

function timesWithin(view: MessageView, region: Span): number {
  const inside = (span: Span) => isWithin(view, span, [region]);
  return (
    view.times.deadlines.filter((time) => inside(time.span) && !isBeforeItBegins(time)).length +
    view.times.otherTimes.filter(
      (time) => ((time.role === 'event' && !isStart(time, view)) || isLimitAhead(time, view)) && inside(time.span),
    ).length
  );
}

/** "今天正式开始", "今日起报日报": from when on, not by when; a training may begin at nine. */
function isStart({ span, steps }: OtherTime, { message: { text } }: MessageView): boolean {
  if (steps.some((step) => step.startsWith('atom/clock'))) return false;
  return steps.includes('edge/from') || /^(?:正式)?(?:开始|启动|恢复|起)/u.test(text.slice(span[1]));
}

/** "周四下班前能过三轮车": a limit to come, whatever verb says what is to be so by then. */
function isLimitAhead({ role, steps, value }: OtherTime, { message }: MessageView): boolean {
  return role === 'other' && steps.includes('edge/before') && value !== null && value.at > message.sentAt;
}
