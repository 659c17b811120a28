/** From a judged message to what it asks or tells: title, audience, deadline, evidence. */
import type { Deadline } from '../../model/deadline.ts';
import type { Label } from '../../model/label.ts';
import type { Person } from '../../model/organisation.ts';
import type { Ask, Audience, Evidence, ItemKind, Verdict } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import type { MessageView } from '../view.ts';
import { concernedBy } from './audience/concerned.ts';
import { audienceOf } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { conditionIn } from './condition.ts';
import { evidenceIn, wholeMessage } from './evidence.ts';
import { groupsNamed } from './groups-named.ts';
import { handsOn } from './handed-on.ts';
import { lastLine } from './last-line.ts';
import { isMisconduct } from './misconduct.ts';
import { namedByWords, namedWordless, type ToName } from './naming.ts';
import { isWithin, normalOffset } from './normal-offset.ts';
import { withoutOff } from './off-beside-ask.ts';
import { otherMatters } from './other-matters.ts';
import { particularsOf } from './particulars.ts';
import { recordIn, restingOn } from './record.ts';
import { isSelfHelp } from './self-help.ts';
import { type Task, wholeTask } from './task.ts';
import { tasksOf } from './tasks.ts';
import { type Due, dueOf, namesMeeting, timeSpans } from './times-of-task.ts';
import type { Telltale } from './title/index.ts';
import { topicsOf } from './topics.ts';
import { workOrdersIn } from './work-orders.ts';

/** It speaks of something known as the same: "就是民政那张表", "三家认一张", "不用重复报", "跟他要的一个口径", "再强调一遍". */
const SAME = new RegExp(
  [
    '(?:就是|也是|还是|即|等于|跟|和|与|认|取|用|填|并[入到进]|合[并到])[^,。;:!?\\n]{0,14}(?:[那这][一]?[张份个套本条]|同一?[张份个套]|一个口径|一样的表|一回事)',
    '(?:那|这|同一|[两三四五几]家认?一|[两三四五几]个名字一?)[张份套本](?:表|册|单|台账|名单|底册|[\\u4e00-\\u9fff]{0,8}[表册单账])',
    '不(?:用|必|要|再)?(?:再|重复|另外?|单独?|重新)(?:做|填|报|交|弄|收|要|起|搞|建)|不用重复|不另起?|别(?:再)?(?:重复|另外?|单独)',
    '(?:只|就)[填报交做]一[次回份遍张]|[填报交]一[次回]就(?:行|够|好|可)|一次就行',
    '同一(?:张|个|份|件|套)|(?<!凡)是一(?:张|个(?:东西|事|表|口径|意思)|回事|份|件)',
    '在[^,。;:!?\\n]{1,8}(?:上|里|群)[^,。;:!?\\n]{0,6}(?:发|布置|通知|要)(?:的|了|过)',
    '(?:表|台账|通知|名单|任务|要求|单子)(?:已经?|都)?(?:发|挂|传|放)(?:在|到)[^,。;:!?\\n]{1,8}群(?:里|文件)?(?:里|了)',
    '(?:发|说|讲|要)的?[^,。;:!?\\n]{0,10}都?看(?:见|到|着)(?:了|没)',
    '再(?:啰嗦|唠叨|说|讲|强调|敲|喊|提醒|重申|叮嘱|念叨|转)(?:一|两|几|三|多)?(?:遍|下|句|嘴|次|声|道)|(?:群里?)?(?:已经|都|刚才?)(?:说|发|讲)(?:过|了)',
  ].join('|'),
  'u',
);
/** It says itself that it is another: "两张表,都要交", "跟那张不是一张", "另外一件". */
const APART =
  /^(?:【[^】]{0,16}】)?(?:另外|另有|再一个|还有)(?:[说讲]?一?[个件张][^,。;:]{0,3})?(?:[,。;:]|$)|^(?:【[^】]{0,16}】)?[^,。;:!?]{0,8}(?:还有|另有|还要|再加|再有)一(?:张|份|件|套)|[这那](?:个|张|份|回)?(?:可|并)?不是[^,。;!]{1,12}(?:表|报|册|单|账|会|数|[那这][张份个回])(?=[,。;!]|$)|(?<![那这])两(?:张|份|码|回|件|套|本)(?:表|事|东西|不同|都|[,。;]|$)|(?:不是|并非)(?:一|同一)(?:张|个|份|件|回|码|套)(?![\u4e00-\u9fff]{0,2},(?:而|它)?是)|另(?:一|外一?)(?:张|件|份|个|套)|是(?:一)?(?:张|份|个)?(?:新|另)(?:的)?(?:表|任务|一张|一份)|新(?:增|的)一?(?:张|份)|别(?:跟|和|与)?[^,。;]{0,12}(?:混|搞混|弄混|[填报弄搞看拿]串|[填报弄搞看拿]岔)|各是各|互不|都要[报交填]/u;
/** "换成《打卡表》", "改为在平台直接填": another form in the place of what was called off; another hour or place is only a change. */
const REPLACES =
  /^(?:现在?|统一|那就|就|都)?(?:换成|换为|改成|改为|改用|改填|改报|改交|改由|改在(?=[“"《]|[^,。;]{0,8}(?:小程序|平台|系统|网上|APP|公众号)))(?!线上|视频|[\u4e00-\u9fff]{0,4}(?:楼|会议室|礼堂|广场)|[今明后]|周|下[周午个]|[上中]午|[早晚]|[\d一二三四五六七八九十])/u;
const ASKING: ReadonlySet<Label> = new Set<Label>(['directive', 'traffic', 'hazard', 'appeal', 'notice', 'opaque']);

/** Noise and talk ask nothing. */
export function mayAsk(label: Label): boolean {
  return ASKING.has(label);
}

/** Everything that one message asks or tells; noise and talk ask nothing. */
export function asksOf(view: MessageView, verdict: Verdict): readonly Ask[] {
  switch (verdict.label) {
    case 'directive':
      return asksInRecord(view, verdict) ?? withoutOff(view, tasksOf(view)).map((task) => taskAsk(view, verdict, task));
    case 'traffic':
      return asksInRecord(view, verdict) ?? tasksOf(view).map((task) => taskAsk(view, verdict, task));
    case 'hazard':
    case 'appeal':
      // A clue of misconduct in the words of a question is a clue.
      return toldAsks(view, verdict, isMisconduct(view.surface.bare) ? 'hazard' : verdict.label);
    case 'notice':
      return orderedLast(view, verdict) ?? (isFaint(view, verdict) ? [] : [noticeAsk(view, verdict)]);
    case 'opaque':
      return asksInRecord(view, { ...verdict, label: 'directive' }) ?? [plainAsk(view, verdict, 'opaque', everyone(view))];
    default:
      return [];
  }
}

/** A bulletin that was judged only something to know, whose last line asks somebody for something by a time; null where none does. */
function orderedLast(view: MessageView, verdict: Verdict): readonly Ask[] | null {
  const tasks = givesTasks(view.standing) ? lastLine(view) : null;
  const asks = tasks?.map((task) => taskAsk(view, { ...verdict, label: 'directive' }, task)) ?? [];
  return asks.length > 0 && asks.every(({ deadline, audience }) => deadline !== null && !audience.unclear) ? asks : null;
}

/** What is all but small talk is kept, but no digest need show it: of such notices one in six is of any use. */
const FAINT = 0.3;

function isFaint({ times }: MessageView, { confidence }: Verdict): boolean {
  return confidence < FAINT && times.urgency === 'none' && times.deadlines.length === 0;
}

/** Null where the message forwards no record of something asked. */
function asksInRecord(view: MessageView, verdict: Verdict): readonly Ask[] | null {
  const record = recordIn(view);
  return record === null ? null : tasksOf(record).map((task) => restingOn(view, taskAsk(record, verdict, task)));
}

function noticeAsk(view: MessageView, verdict: Verdict): Ask {
  const ask = plainAsk(view, verdict, 'notice', everyone(view));
  // Most of them name no time; all else of a task is read for nothing then.
  if (!givesTasks(view.standing)) return ask;
  const asOrder = { ...verdict, label: 'directive' } as const;
  const task = wholeTask(view);
  const due = dueOf(view, asOrder, task);
  return due.deadline === null ? ask : { ...ask, asTask: taskAsk(view, asOrder, task, due) };
}

function toldAsks(view: MessageView, verdict: Verdict, kind: 'hazard' | 'appeal'): readonly Ask[] {
  return workOrdersIn(view).map((region) => toldAsk(view, verdict, kind, region));
}

function toldAsk(view: MessageView, verdict: Verdict, kind: 'hazard' | 'appeal', region: Span): Ask {
  const text = view.normal.text.slice(...region);
  const ask = plainAsk(view, verdict, kind, concernedBy(text, view.message, view.context.org, kind, view.context.concerning), region);
  return kind === 'appeal' && isSelfHelp(text) ? { ...ask, selfHelp: true } : ask;
}

/** An ask of the whole message; also what an update without a known target is shown as. */
export function plainAsk(
  view: MessageView,
  verdict: Verdict,
  kind: ItemKind,
  audience: Ask['audience'],
  region: Span = wholeTask(view).region,
): Ask {
  const spans = timeSpans(view);
  const what = plainToName(view, verdict, kind, region);
  const named = isWordless(view) ? namedWordless(view) : namedByWords(view, what);
  const words = view.normal.text.slice(...region);
  return {
    kind,
    title: named.title,
    deadline: what.deadline,
    urgency: view.times.urgency,
    audience,
    topics: topicsIn(view, words, region, spans),
    evidence: [kind === 'opaque' ? wholeMessage(view.message) : evidenceIn(view, region, spans)],
    unsure: verdict.unsure,
    confidence: verdict.confidence,
    condition: null,
    relayed: false,
    apart: false,
    object: named.object,
    particulars: particularsOf(words, view.context.org, view.person, view.message.sentAt),
  };
}

function plainToName(view: MessageView, verdict: Verdict, kind: ItemKind, region: Span): ToName {
  const telltales = kind === 'hazard' || kind === 'appeal' ? telltalesOf(view, verdict) : NO_TELLTALES;
  return { kind, region, deadline: deadlineWithin(view, region), times: timeSpans(view), telltales };
}

/** "1.酒店消防,汤口、泉街一家家过;2.停车,舒涛…": where all of them are rung for a list, who is named in an item is asked by it, and nobody else. */
function audienceOfItem({ message, normal, context: { org } }: MessageView, words: string): Audience {
  const all = audienceOf(words, message, org);
  const { mentions = [] } = message;
  if (words.length === normal.text.length || mentions.filter((id) => id !== '*').length < MANY) return all;
  const named = audienceOf(words, { ...message, mentions: [] }, org);
  const isOfThem = named.people.length > 0 && named.people.every((id) => all.people.includes(id));
  // "1.还差三中、北桥…2.九所中小学都交 @…": who is rung for the first is among those whom the second names.
  const isWider = named.people.length > all.people.length && all.people.every((id) => named.people.includes(id));
  return (isOfThem || isWider) && !named.unclear && named.general !== true ? named : all;
}

/** Two are rung for one thing more often than for two. */
const MANY = 3;

const BY_THEN = /[前内止]/u;
const PUT_TOGETHER = /碰(?:一下|一碰|个?头)/u;

/** "今天下午2:30,三楼,碰一下剩余10户的事": an hour at which heads are put together, no limit. */
function isPutTogether(words: string, { phrase }: Deadline): boolean {
  return PUT_TOGETHER.test(words) && !BY_THEN.test(phrase);
}

/** "助餐工作例会这周三上午10点,在服务中心二楼": the hour right behind a gathering's name is when it begins. */
function isHeldThen({ normal: { text }, surface, message }: MessageView, { phrase, span: [start] }: Deadline): boolean {
  if (BY_THEN.test(phrase) || message.text.length !== text.length) return false;
  return GATHERING_BEFORE.test(text.slice(surface.ownStart, start)) && IS_ATTENDED.test(text.slice(start));
}

const GATHERING_BEFORE = /(?:会议?|培训|演练|座谈|讲座)(?:定?[在于]|时间|[:,])?$/u;
const IS_ATTENDED = /参加|出席|到[会场]|都来|来开/u;

function deadlineWithin(view: MessageView, region: Span): Deadline | null {
  return view.times.deadlines.find(({ span }) => isWithin(view, span, [region])) ?? null;
}

/** All of a message as one task, with the times of one, whatever it was judged. */
export function askedAlone(view: MessageView, verdict: Verdict): Ask {
  return taskAsk(view, { ...verdict, label: 'directive' }, wholeTask(view));
}

function taskAsk(view: MessageView, verdict: Verdict, task: Task, due: Due = dueOf(view, verdict, task)): Ask {
  const { text } = view.normal;
  const [start, end] = task.region;
  const words = text.slice(start, end);
  const spans = timeSpans(view);
  const { deadline } = due;
  const preamble = task.preamble === null ? '' : text.slice(task.preamble[0], task.preamble[1]);
  const own = audienceOfItem(view, words);
  const condition = conditionIn(words);
  const evidence: readonly Evidence[] = [evidenceIn(view, task.region, spans)];
  const what = taskToName(view, verdict, task, due);
  const named = isWordless(view) ? namedWordless(view) : namedByWords(view, what);
  const isApart = APART.test(words);
  return {
    kind: what.kind,
    title: named.title,
    deadline,
    urgency: view.times.urgency,
    audience: (own.unclear || own.general === true) && preamble !== '' ? audienceOf(preamble + words, view.message, view.context.org) : own,
    topics:
      task.named === undefined
        ? topicsIn(view, taskWords(view, task.region), task.region, what.times)
        : topicsIn(view, taskWords(view, task.named), task.named, spans),
    evidence,
    unsure: verdict.unsure,
    confidence: verdict.confidence,
    condition: deadline === null ? (condition?.words ?? null) : null,
    ...(condition?.isStanding === true ? { standing: true as const } : {}),
    relayed: !isApart && SAME.test(words),
    apart: isApart,
    ...(handsOn(words) ? { handedOn: true as const } : {}),
    ...(view.message.replyTo === undefined ? {} : { repliesTo: view.message.replyTo }),
    ...sentElsewhere(words, view),
    ...(REPLACES.test(words) ? { replaces: true as const } : {}),
    object: named.object,
    particulars: particularsOf(preamble + words, view.context.org, view.person, view.message.sentAt),
  };
}

function taskToName(view: MessageView, verdict: Verdict, task: Task, { event, deadline }: Due): ToName {
  const [start, end] = task.region;
  const words = view.normal.text.slice(start, end);
  const isMeeting =
    (event !== null && namesMeeting(words)) ||
    (deadline?.basis === 'said' && (isPutTogether(words, deadline) || isHeldThen(view, deadline)));
  const kind = verdict.label === 'traffic' ? 'traffic' : isMeeting ? 'meeting' : 'directive';
  const times = [...timeSpans(view), ...otherMatters(words, start)];
  return { kind, region: task.named ?? task.region, deadline, times, telltales: NO_TELLTALES };
}

/** What is named in a message, in the order of its asks: what titles are learned from. */
export function toNameIn(view: MessageView, verdict: Verdict): readonly ToName[] {
  switch (verdict.label) {
    case 'directive':
    case 'traffic':
      return tasksOf(view).map((task) => taskToName(view, verdict, task, dueOf(view, verdict, task)));
    case 'hazard':
    case 'appeal': {
      const kind = verdict.label;
      return workOrdersIn(view).map((region) => plainToName(view, verdict, kind, region));
    }
    default:
      return [];
  }
}

function sentElsewhere(words: string, { message, context: { org } }: MessageView): Pick<Ask, 'sentTo'> {
  const sentTo = groupsNamed(words, message, org);
  return sentTo.length === 0 ? {} : { sentTo };
}

/** A file without words is about what it is called. */
function taskWords(view: MessageView, region: Span): string {
  return isWordless(view) ? (view.message.file?.name ?? '') : view.normal.text.slice(...region);
}

/**
 * @param words those of the region, which is where they stand
 * @param times spans that don't count
 */
function topicsIn(view: MessageView, words: string, [start, end]: Span, times: readonly Span[]): readonly string[] {
  const inside = times.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start] as const);
  return topicsOf(words, inside, peopleOf(view.context.org).names);
}

function isWordless({ surface }: MessageView): boolean {
  return surface.bare === '';
}

/** The words that spoke for the verdict. */
function telltalesOf(view: MessageView, { reasons }: Verdict): readonly Telltale[] {
  return reasons.flatMap(({ span, weight }) => (span === undefined || weight <= 0 ? [] : [{ at: normalOffset(view, span[0]), weight }]));
}

const NO_TELLTALES: readonly Telltale[] = [];

export function everyone(view: MessageView): Ask['audience'] {
  return everyoneOf(peopleOf(view.context.org).others(view.message, view.person));
}

const everyoneOf = once((people: readonly Person[]): Ask['audience'] => ({
  people: people.map((person) => person.id).toSorted(),
  unclear: false,
}));
