/** Which of the times in a message is that of its task: a limit, a gathering's start, or else the time that an order names. */
import { type Deadline, namesDay, type OtherTime } from '../../model/deadline.ts';
import { DAY, HOUR } from '../../model/instant.ts';
import type { Verdict } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { readTimes } from '../deadline/index.ts';
import { normalise } from '../text/normalise.ts';
import type { MessageView } from '../view.ts';
import { localPartAt } from './local-part.ts';
import { clauseAt, impliedDeadline, isForSpeaker, isHandedIn, isLimit, isOnWatch, mainDeadline } from './main-deadline.ts';
import { normalOffset } from './normal-offset.ts';
import { type Task, wholeTask } from './task.ts';

/** Any word of a gathering, but of one where somebody only is, or goes: "镇长在县上开会,托我转句话", "下午去中心小学开会,路过小卖部". */
export function namesMeeting(words: string): boolean {
  return MEETING.test(words.replaceAll(AWAY, ''));
}

const AWAY =
  /(?:还|正|都)?在[\u4e00-\u9fff]{1,5}(?:开会|培训|学习)(?=[,。;!\s])|去[\u4e00-\u9fff]{1,6}(?:开会|培训|学习)(?=,?(?:路过|路上|回来|顺路|看[见到]|听[见到说]))|[省市县区镇乡]里开会(?=要|得|需|用)/gu;
const MEETING =
  /[这那]个会|会议(?!记录|纪要|材料|精神)|开(?:[\u4e00-\u9fff]{0,6}[^社协机])?会|(?<![过上社协机])(?<!过一[遍次])[\u4e00-\u9fff](?<!过.?[遍次])(?<![管居村业组]委)会(?:$|[,。;:!)」”]|议|定|暂|改|挪|推)|视频会商|(?:培训|演练)(?!评估|方案|总结|脚本|记录|照片|台账|材料|报告)|集合|党课|宣讲|讲座|座谈/u;

/** By when a task is due, and the gathering or the like that it is due for, if any. */
export interface Due {
  readonly event: OtherTime | null;
  readonly deadline: Deadline | null;
}

export function dueOf(view: MessageView, verdict: Verdict, task: Task): Due {
  const event = verdict.label === 'directive' && !hasLocalLimit(view) ? eventTime(view, task) : null;
  const deadline = event === null ? (deadlineFor(view, task) ?? impliedOf(view, verdict, task)) : startOf(view, task, event);
  return { event, deadline };
}

/** "【转发】…1月22日办培训。\n——名字明天10点前发我": what is to be handed in here, not the gathering that it is for. */
function hasLocalLimit(view: MessageView): boolean {
  const local = localPartAt(view.normal.text);
  return local !== null && view.times.deadlines.some(({ span: [start] }) => normalOffset(view, start) >= local);
}

/** The deadline of the task; for a task of a list without one, that which stands outside all items. */
function deadlineFor(view: MessageView, task: Task): Deadline | null {
  return deadlineIn(view, task.region) ?? (task.preamble === null ? null : deadlineIn(view, task.preamble));
}

function deadlineIn(view: MessageView, region: Span): Deadline | null {
  const placed = view.times.deadlines
    .map((deadline) => ({ deadline: onSaidDay(view, deadline), span: normalSpan(view, deadline.span) }))
    .filter(({ span }) => isInside(span, region));
  // What those above want by then is their own affair, where it is wanted here by a time of its own.
  const local = localPartAt(view.normal.text);
  const here = local === null ? [] : placed.filter(({ span: [start] }) => start >= local);
  return mainDeadline(here.length > 0 ? here : placed, view.normal.text, view.message.sentAt);
}

/** "定于21日14:30演练:1.14:30听信号开始;…": a bare hour that was said with a day before is that of the day. */
function onSaidDay(view: MessageView, deadline: Deadline): Deadline {
  if (deadline.basis !== 'said' || deadline.recurrence !== null || namesDay(deadline.phrase)) return deadline;
  const before = datedTimes(view).find(
    ({ at, span, phrase }) =>
      namesDay(phrase) && span[0] < deadline.span[0] && at > deadline.at && (at - deadline.at) % DAY === 0 && SAYS_HOUR.test(phrase),
  );
  return before === undefined ? deadline : { ...deadline, at: before.at, day: before.day };
}

const SAYS_HOUR = /[:点时]/u;

/** The time that a fragment of a task names: a limit, or else the hour of what it tells of ("明天早上8点半哈,来晚就没了"). */
export function timeOfPart(view: MessageView): Deadline | null {
  const whole = wholeTask(view);
  const limit = deadlineIn(view, whole.region);
  if (limit !== null) return limit;
  const event = eventTime(view, whole);
  const named = event === null ? impliedIn(view, whole) : asDeadline(event);
  return named !== null && (named.basis === 'said' || isAll(named, view)) ? named : null;
}

/** "明天早上" and no word more. */
function isAll({ phrase }: Deadline, { surface: { bare } }: MessageView): boolean {
  return bare.length <= phrase.length + 2;
}

/** "后天大早拆那两栋" and then "七点半,老粮站门口集合": the hour that a fragment gives to the day that was named before it. */
export function hourOfDay(whole: Deadline | null, hour: Deadline | null, { message, context }: MessageView): Deadline | null {
  if (whole === null || hour === null || whole.recurrence !== null || whole.basis === 'said') return null;
  if (hour.basis !== 'said' || namesDay(hour.phrase) || !namesDay(whole.phrase) || LIMITS.test(whole.phrase)) return null;
  const { timezone, workday } = context.org;
  const text = `${whole.phrase}${hour.phrase}`;
  const times = readTimes(normalise(text), { sentAt: message.sentAt, timezone, workday, calendar: context.calendar });
  const joined = datedTimes({ times }).find(({ phrase }) => phrase === text);
  if (joined === undefined || joined.day !== whole.day) return null;
  const { at, day, precision, basis, anchor } = joined;
  return { ...hour, at, day, precision, basis, anchor };
}

export const LIMITS = /前|内|底|止|班|最[迟晚]|不[迟晚]/u;

/** Traffic tasks and what may be none name many times in passing. */
function impliedOf(view: MessageView, verdict: Verdict, task: Task): Deadline | null {
  return verdict.label !== 'directive' || verdict.unsure ? null : impliedIn(view, task);
}

function impliedIn(view: MessageView, { region }: Task): Deadline | null {
  const times = view.times.otherTimes.map((time) => ({ time, span: normalSpan(view, time.span) }));
  return impliedDeadline(
    times.filter(({ span }) => isInside(span, region)),
    view.normal.text,
    view.message.sentAt,
  );
}

/** "今儿起全乡的猪都要打": when it begins, not by when it is done. */
const FROM_THEN = /起$/u;

/** The start that a task is bound to: a meeting's before any deadline in its text, another event's where no deadline is said. */
function eventTime(view: MessageView, task: Task): OtherTime | null {
  const events = view.times.otherTimes.filter(
    (time) =>
      time.role === 'event' &&
      time.value !== null &&
      !THAT_DAY.test(time.phrase) &&
      !(FROM_THEN.test(time.phrase) && time.value.basis !== 'said') &&
      !isForecast(view, time) &&
      isInside(normalSpan(view, time.span), task.region),
  );
  const bound = events.filter((time) => time.value?.basis === 'said' || !isOnWatch(normalSpan(view, time.span), view.normal.text));
  // "29号放假前最后一个早上…早上7点20站到校门口": the hour is that of the event, whatever was named of its day before.
  const event = bound.find(({ value }) => value?.basis === 'said') ?? bound[0];
  if (event === undefined || (event.value?.at ?? 0) <= view.message.sentAt) return null;
  // "明天下午三点那个会,讲五一的": the festival only says what it is about.
  const implied = isInName(event) ? impliedIn(view, task) : null;
  if (implied?.basis === 'said' && namesDay(implied.phrase)) return null;
  const deadline = deadlineFor(view, task);
  if (deadline !== null && isForMeeting(view, task, deadline, event)) return null;
  // What is past binds nobody any more.
  return deadline === null ||
    deadline.at <= view.message.sentAt ||
    THAT_DAY.test(deadline.phrase) ||
    ((event.span[0] < deadline.span[0] || isOnlyBefore(deadline, event)) && namesMeeting(sentenceAt(view, event))) ||
    isSetUpBefore(view, task, deadline, event)
    ? event
    : null;
}

/** "考核组明早进场前,市里加开视频调度会,8:40": whatever it is put in front of, it begins at its hour. */
function isOnlyBefore(deadline: Deadline, { value }: OtherTime): boolean {
  return deadline.basis !== 'said' && value?.basis === 'said' && deadline.day === value.day;
}

/** "咨询日上午9:00,每个社区设一个展台。8:40前布置完": who is to have set up a little before it begins is asked to come to it. */
function isSetUpBefore(view: MessageView, { region }: Task, deadline: Deadline, event: OtherTime): boolean {
  const { text } = view.normal;
  const ahead = (event.value?.at ?? 0) - deadline.at;
  if (event.value?.basis !== 'said' || ahead <= 0 || ahead > SET_UP) return false;
  return SETS_UP.test(clauseAt(normalSpan(view, deadline.span), text)) && SENDS_PEOPLE.test(text.slice(...region));
}

const SET_UP = 2 * HOUR;
const SETS_UP = /布[置展]|摆[好台]|到[位岗]|就位|签到|[入进]场|调试/u;
const SENDS_PEOPLE = /参加|出席|[到带来派出]\s?[一两二三四五六七八九十\d]+\s?[个名位]?人|[出设摆][一两]个展/u;

/** "下周一党委会听情况。四家各交一页材料,周五4点前给我": who hands something in for a gathering of others isn't called to it. */
function isForMeeting(view: MessageView, { region }: Task, deadline: Deadline, event: OtherTime): boolean {
  const { text } = view.normal;
  const before = event.value !== null && deadline.at > view.message.sentAt && deadline.at < event.value.at;
  const span = normalSpan(view, deadline.span);
  const task = text.slice(...region);
  if (before && isSignUp(span, text, task) && !PLAIN_MEETING.test(task)) return true;
  // "人代会定于2月1日召开。请核对代表名单,1月22日12:00前报": whoever is called to one is told its hour.
  const isCalled = (event.value?.precision !== 'day' || CALLED_TO.test(task)) && ATTENDS.test(task);
  return before && (isForSpeaker(span, text) || isHandedIn(span, text)) && !isCalled;
}

const CALLED_TO = /请[^,。;\n]{0,20}(?:参加|出席|列席)|准时(?:参加|到会|出席)/u;

/** "请每镇推荐1名参加,9日下午5点前在本群接龙": who comes has to be named first. */
function isSignUp(span: Span, text: string, task: string): boolean {
  const clause = clauseAt(span, text);
  return isLimit(span, text) && SIGN_UP.test(clause.includes('截止') ? task : clause);
}

const SIGN_UP = /接龙|报名|报(?:人|名字|名单|送?人选)/u;
const PLAIN_MEETING = /会议|开会|[署度例进推碰谈务商议员调]会/u;

const ATTENDS = /参加|出席|列席|[参到与]会|到场|准时|签到|来开|开会|集合|提前\d|着装|请假/u;

/** The start as a deadline; where the event's words name only its day, at the hour that is named of it beside ("最后一个早上…早上7点20站到校门口"). */
function startOf(view: MessageView, task: Task, event: OtherTime): Deadline | null {
  const start = asDeadline(event);
  const hour = hourOf(start, impliedIn(view, task)) ?? hourOf(start, startIn(view, task, event)) ?? start;
  return hour === null ? null : onSaidDay(view, hour);
}

/** "9月20日(周日 调休上班)上午9点": the hour that stands right behind the day, and no limit of a paper. */
function startIn(view: MessageView, task: Task, { span }: OtherTime): Deadline | null {
  const hour = deadlineFor(view, task);
  if (hour === null || LIMITS.test(hour.phrase)) return null;
  const between = view.normal.text.slice(normalOffset(view, span[1]), normalOffset(view, hour.span[0]));
  return between.length <= CLOSE_BEHIND && !/[,。;!?\n]/u.test(between) ? hour : null;
}

const CLOSE_BEHIND = 12;

/** "今天给我清" and then "晚上7点我来看": the hour of the day that was named. */
export function hourOf(whole: Deadline | null, hour: Deadline | null): Deadline | null {
  if (whole === null || hour === null || whole.recurrence !== null || whole.basis === 'said') return null;
  return hour.day === whole.day && hour.basis === 'said' ? hour : null;
}

/** Of the day that is told before; by itself it says when nothing begins. */
const THAT_DAY = /^当[天日晚]$/u;

/** What is handed in for an inspection may be of meetings too: the gathering must be named with its time. */
function sentenceAt(view: MessageView, { span }: OtherTime): string {
  const { text } = view.normal;
  let [start, end] = normalSpan(view, span);
  while (start > 0 && !SENTENCE_END.has(text[start - 1] ?? '')) start--;
  while (end < text.length && !SENTENCE_END.has(text[end] ?? '')) end++;
  return text.slice(start, end);
}

const SENTENCE_END: ReadonlySet<string> = new Set('。!?\n');

export function asDeadline(time: OtherTime): Deadline | null {
  if (time.value === null) return null;
  return { ...time.value, phrase: time.phrase, span: time.span, recurrence: null, until: null, certain: true, steps: time.steps };
}

/** The deadlines of a message and all other times that mean an instant. */
export function datedTimes({ times }: Pick<MessageView, 'times'>): readonly Deadline[] {
  return [...times.deadlines, ...times.otherTimes.flatMap((other) => asDeadline(other) ?? [])];
}

/** "今晚8点视频调度,提前五分钟调试": how long before it one is to be there. */
export function isBeforeItBegins({ phrase }: Pick<Deadline, 'phrase'>): boolean {
  return /^提前[^,。]{1,4}分钟$/u.test(phrase);
}

function isInside([at]: Span, region: Span): boolean {
  return at >= region[0] && at < region[1];
}

function normalSpan(view: MessageView, [start, end]: Span): Span {
  return [normalOffset(view, start), normalOffset(view, end)];
}

/** All times of a message, in offsets of its normal text. */
export function timeSpans(view: MessageView): readonly Span[] {
  const { deadlines, otherTimes } = view.times;
  if (deadlines.length === 0 && otherTimes.length === 0) return NO_SPANS;
  return [...deadlines, ...otherTimes].map(({ span }) => normalSpan(view, span));
}

/** Those of them that are no words of a matter: a festival by its name alone says which ("国庆那张销售表", "元旦值班"). */
export function spansBesideFestivals(view: MessageView): readonly Span[] {
  const { deadlines, otherTimes } = view.times;
  return otherTimes.some(isFestivalAlone)
    ? [...deadlines, ...otherTimes.filter((time) => !isFestivalAlone(time))].map(({ span }) => normalSpan(view, span))
    : timeSpans(view);
}

function isFestivalAlone({ steps }: OtherTime): boolean {
  return steps.length === 2 && steps[0] === 'atom/festival' && steps[1] === 'role/attribute';
}

/** Those of them that a title leaves out. */
export function spansOutsideNames(view: MessageView, all: readonly Span[]): readonly Span[] {
  const { deadlines, otherTimes } = view.times;
  const isOfName = (time: OtherTime): boolean => isInName(time) || isPeriodOfThing(view, time);
  return otherTimes.some(isOfName)
    ? [...deadlines, ...otherTimes.filter((time) => !isOfName(time))].map(({ span }) => normalSpan(view, span))
    : all;
}

/** "五一假期安全部署会": the festival says which. */
export function isInName(time: OtherTime): boolean {
  return time.role === 'event' && isFestivalAlone(time);
}

/** "报10月份报表": which of them. */
function isPeriodOfThing(view: MessageView, { role, span, phrase }: OtherTime): boolean {
  return role === 'period' && /(?:月份?|季度?|半年|年度)$/u.test(phrase) && THING.test(view.normal.text.slice(normalOffset(view, span[1])));
}

const THING = /^份?的?[\u4e00-\u9fff]{0,6}?(?:表|册|单|账|总结|小结|数据?|材料|计划|情况|工资|台账|进度|统计|考核)/u;

/** "后天预报有雨,把沟掏通": the weather is no gathering. */
function isForecast(view: MessageView, { span }: OtherTime): boolean {
  const end = normalOffset(view, span[1]);
  return FORECAST.test(view.normal.text.slice(end, end + 8));
}

const FORECAST = /^(?:天气)?预报|^(?:还|又|都|要|会|可能|晚上)?[有下](?:[大中小暴阵]|雷阵)?[雨雪雾霜]/u;

const NO_SPANS: readonly Span[] = [];
