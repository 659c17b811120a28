/** Fragments of a task in the messages around it: a deadline that follows, an attachment, the names; each joins the ask that it fits best. */
import type { ChangeModel } from '../../model/change-model.ts';
import { type Deadline, namesDay } from '../../model/deadline.ts';
import { type Ask, type Audience, isTask } from '../../model/reading.ts';
import type { Judged } from '../judged.ts';
import { setsOwnTerms } from '../local-terms.ts';
import { once } from '../once.ts';
import type { MessageView } from '../view.ts';
import { withAllMeant } from './all-meant.ts';
import { asksOf, mayAsk } from './asks.ts';
import { withoutExcepted } from './audience/excepted.ts';
import { audienceOf, calledUpon } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { SHIPPED_CHANGES } from './change-chances.ts';
import { wholeMessage } from './evidence.ts';
import { mayBeChange } from './latent-changes.ts';
import { saysRevived, soundsOff } from './likeliest-kind.ts';
import { asksForSpeaker } from './main-deadline.ts';
import { DEED } from './parts-due-apart.ts';
import { datedTimes, hourOf, hourOfDay, LIMITS, timeOfPart } from './times-of-task.ts';
import { topicsOf } from './topics.ts';

interface Drawn {
  readonly one: Judged;
  asks: readonly Ask[];
}

/** All asks of a turn, with their parts. */
export function asksOfTurn(judged: readonly Judged[], changing: ChangeModel = SHIPPED_CHANGES): readonly Ask[] {
  if (!judged.some(mayHoldAsk)) return NO_ASKS;
  const drawn: readonly Drawn[] = judged.map((one) => ({ one, asks: asksItself(one, changing) ? ownAsks(one) : [] }));
  for (const [index, one] of drawn.entries())
    if ((tellsContents(one) && drawn.slice(0, index).some(hasTask)) || timeBehindUpdate(judged, index) !== null) one.asks = NO_ASKS;
  for (const index of drawn.keys()) askOfCalled(drawn, index);
  const openings: { readonly home: Drawn; readonly view: MessageView }[] = [];
  drawn.forEach((part, index) => {
    if ((part.one.verdict.label !== 'part' && !tellsContents(part)) || mayBeChange(part.one) || part.asks.length > 0) return;
    const before = isShownAhead(drawn, index) ? undefined : drawn.slice(0, index).findLast(hasTask);
    const home = before ?? drawn.slice(index).find(hasTask);
    const { view } = part.one;
    if (home === undefined) {
      part.asks = timeBehindUpdate(judged, index) === null ? asksOfLonePart(part.one) : NO_ASKS;
      return;
    }
    if (before !== undefined && asksForAnother(part.one)) {
      part.asks = asksOfLonePart(part.one);
      return;
    }
    home.asks = joinPart(home.asks, view, withPart);
    if (before === undefined) openings.push({ home, view });
    else home.asks = joinPart(home.asks, view, withTimeOf(home.one.view));
  });
  // What is said behind a task binds it before what led to it: "下周一暗访", the task, "明晚8点前哈".
  for (const { home, view } of openings) home.asks = joinPart(home.asks, view, withTimeOf(home.one.view));
  return drawn.flatMap(({ asks }, index) => asks.map((ask) => withAudienceOfTurn(ask, index, drawn)));
}

/** A file, and then "这张是停业补偿意向表,…": it belongs to what speaks of it, whatever was asked before. */
function isShownAhead(drawn: readonly Drawn[], index: number): boolean {
  const [part, next] = [drawn[index]?.one.view, drawn[index + 1]];
  if (part === undefined || part.surface.bare !== '' || next === undefined || !hasTask(next)) return false;
  return POINTS_BACK.test(next.one.view.normal.text);
}

const POINTS_BACK = /^(?:@\S+\s*)*(?:[这此](?:[个张份套本]|是)|上面(?:[这是的])|刚发的)/u;

/**
 * "佳琪", "明早带采样箱去小学,采12份", "十一点前交到检验科", and then "@邱炜 你那边到了就上机": what was told to the one who was called first
 * is asked of her, and is no part of what another is told next.
 */
function askOfCalled(drawn: readonly Drawn[], index: number): void {
  const call = drawn[index];
  const next = drawn.findIndex((one, place) => place > index && hasTask(one));
  if (call === undefined || next < index + 2 || call.asks.length > 0) return;
  const first = onlyCalled(call.one.view);
  const other = calledIn((drawn[next] as Drawn).one.view);
  if (first === null || other === null || other.people.some((id) => first.people.includes(id))) return;
  const told = drawn.slice(index + 1, next).filter(({ one }) => one.verdict.label === 'part');
  const most = Math.max(...told.map(lengthOf));
  const main = told.find((one) => lengthOf(one) === most);
  if (main !== undefined && told.some(({ one }) => DEED.has(one.view.normal.text))) main.asks = asksOfLonePart(main.one);
}

function lengthOf({ one }: Drawn): number {
  return one.view.surface.bare.length;
}

/** "另外每人准备一份发言提纲,24日20:00前发到这个群": taken for a fragment of what was asked before, and due by itself. */
function asksForAnother({ view }: Judged): boolean {
  const { surface, times, message } = view;
  return ANOTHER.test(surface.bare) && message.replyTo === undefined && times.deadlines.some(({ certain }) => certain);
}

/** It says what else is handed in, and not how to write what is. */
const ANOTHER =
  /^(?:另外|此外|还有(?:个|件)?事?[,:]?)(?![^。;!?\n]*(?:[写填标注](?:清楚?|明|上|全)|[报交填]不[上了出齐]|没[报交填]))[^。;!?\n]{0,40}[报交发送传填写备]/u;
const NO_ASKS: readonly Ask[] = [];

/** "五个乡镇都填一下安排表" and then "车牌、司机、走哪条路,都要写哦": what is to stand in what was asked for. */
function tellsContents({ one: { view, verdict } }: Drawn): boolean {
  if (verdict.label !== 'directive' || view.message.replyTo !== undefined) return false;
  return CONTENTS.test(view.surface.bare) && view.times.deadlines.length === 0 && calledIn(view) === null;
}

const CONTENTS =
  /^[^。;!?\n]{4,40}(?:都|也|全|一律)(?:要|得|必须)(?:写|填|标|注明|列|附)(?:上|明|好|清楚?|全|齐|进去)*[哦啊哈呀哟呢,]*[。!~]?$/u;

/** "日子改成明天下班前", "时间定在明天下午3点": it names nothing but when, and replies to nothing. */
function isOnlyTime({ surface: { bare }, message: { replyTo } }: MessageView): boolean {
  return replyTo === undefined && ONLY_TIME.test(bare);
}

const ONLY_TIME = /^(?:时间|日子|日期|钟点|期限)(?:就)?(?:改|定|放|推|延|挪|宽|提|还是|往|[今明后本下周\d])/u;

function takesUp({ view }: Judged): boolean {
  return saysRevived(view.surface.bare);
}

/** "现场会还是要开" and then "明天下午三点啊 都把铁锨扛上": judged an order, but hardly, and it says first when. */
function beginsWithTime({ view: { times, message }, verdict }: Judged): boolean {
  if (verdict.label !== 'directive' || verdict.confidence > HARDLY_ASKS || message.replyTo !== undefined) return false;
  return datedTimes({ times }).some(({ span, basis }) => span[0] === 0 && basis === 'said') && message.text.length <= LONGEST_WHEN;
}

const HARDLY_ASKS = 0.7;
const LONGEST_WHEN = 24;

/** "表照报,还是报老曹。" and then "时间放宽,13号下班前。": the time that a fragment right behind an update gives to what that is about. */
export function timeBehindUpdate(judged: readonly Judged[], index: number): Deadline | null {
  const [before, part] = [judged[index - 1], judged[index]];
  if (part === undefined || before?.verdict.label !== 'update') return null;
  const { label } = part.verdict;
  const isWhen = label === 'part' || (label === 'update' && isOnlyTime(part.view)) || (takesUp(before) && beginsWithTime(part));
  if (!isWhen) return null;
  return before.view.times.deadlines.length > 0 ? null : timeOfPart(part.view);
}

/** Most of a chat is noise and talk. */
function mayHoldAsk({ verdict: { label } }: Judged): boolean {
  return mayAsk(label) || label === 'part';
}

/** What sounds as if it called something off asks only where it calls nothing off. */
function asksItself({ view, verdict }: Judged, changing: ChangeModel): boolean {
  return mayAsk(verdict.label) && !soundsOff(view, verdict, changing);
}

const ownAsks = once((one: Judged): readonly Ask[] =>
  // What may be a change is asked in its stead, where it changes nothing.
  mayBeChange(one) ? [] : withAllMeant(asksOf(one.view, one.verdict), one.view),
);
export const asksOfLonePart = once(({ view, verdict }: Judged): readonly Ask[] =>
  asksOf(view, { ...verdict, label: 'directive', unsure: true }).slice(0, 1),
);
const calledIn = once(({ normal, message, context }: MessageView) => calledUpon(normal.text, message, context.org));

/**
 * "赵敏,说个事", "你俩看一下 @…": who is spoken to in a message of the turn is meant by those around it that name nobody: first
 * the nearest before, then the next one.
 */
function withAudienceOfTurn(ask: Ask, index: number, drawn: readonly Drawn[]): Ask {
  const before = drawn[index - 1]?.one.view;
  const bidden = before === undefined || ask.audience.places !== true ? null : onlyCalled(before);
  if (bidden !== null) return { ...ask, audience: bidden };
  const called =
    before === undefined || ask.audience.unclear || !WITH_ME.test(drawn[index]?.one.view.normal.text ?? '') ? null : onlyCalled(before);
  // "晓锋", and then "跟我去转一圈,国良带路".
  if (called !== null)
    return { ...ask, audience: { ...ask.audience, people: [...new Set([...called.people, ...ask.audience.people])].toSorted() } };
  if (!ask.audience.unclear) {
    const { people } = ask.audience;
    if (beginsWithName(drawn[index]?.one.view, people)) return ask;
    // "小兰长根你们两个", and then "把现场弄好,长根你去帮她一把".
    const summoned = drawn
      .slice(0, index)
      .map(({ one }) => (one.verdict.label === 'part' ? onlyCalled(one.view) : null))
      .find((all) => all !== null && all.people.length > people.length && people.every((id) => all.people.includes(id)));
    return summoned == null ? ask : { ...ask, audience: summoned };
  }
  const next = drawn.slice(index + 1, index + 2);
  for (const { one } of [...drawn.slice(0, index).toReversed(), ...next]) {
    // Who is pressed about another matter isn't meant here.
    if (one.verdict.label === 'update') continue;
    const called = calledIn(one.view) ?? countedIn(one);
    if (called !== null) return { ...ask, audience: called };
  }
  // "北沟那伙人少了一个。" and then "林场出20人,老戚带对讲": what is told first is for those who are sent.
  const sent = next.flatMap(({ asks }) => asks).find(({ audience }) => !audience.unclear && audience.general !== true);
  return sent === undefined ? ask : { ...ask, audience: sent.audience };
}

/** "充电飞线 新苑 枫桦 你们两家昨晚我去看的", and then "明天之前全部剪完". */
function countedIn({ view: { normal, message, context } }: Judged): Audience | null {
  if (!YOU_COUNTED.test(normal.text)) return null;
  const audience = audienceOf(normal.text, message, context.org);
  return audience.unclear || audience.general === true ? null : audience;
}

const YOU_COUNTED = /[你恁]们[两俩三四五六七八九十](?:家|个(?:村|社区)?|位)/u;

/** "何军今天下班前报我", behind "顾燕何军吕平你们三个": one of them alone. */
function beginsWithName(view: MessageView | undefined, people: readonly string[]): boolean {
  const text = view?.normal.text.trimStart() ?? '';
  return view !== undefined && namesOf(people, view).some((name) => text.startsWith(name));
}

/** Their names and given names. */
function namesOf(people: readonly string[], { context: { org } }: MessageView): readonly string[] {
  return people.flatMap((id) => {
    const person = org.personById.get(id);
    return person === undefined ? [] : [person.name, ...person.aliases, person.name.slice(1)].filter((name) => name !== '');
  });
}

/** "海涛", and then "书院里门口那两排单车全部收进巷子": who is called by a message of its own; the places that follow are places. */
function onlyCalled(view: MessageView): Audience | null {
  if (HAILS.test(view.surface.bare)) return hailed(view);
  const text = view.normal.text.replace(/[@,，。:：!！、\s]/gu, '');
  if (text.length > LONGEST_CALL) return null;
  const called = calledIn(view);
  const names = namesOf(called?.people ?? [], view).toSorted((a, b) => b.length - a.length);
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
  return YOU_ALL.test(rest) ? called : null;
}

/** "小兰长根你们两个". */
const YOU_ALL = /^(?:你们?)?(?:俩|[两二三四五几]个人?|[两二三四五几]位)?$/u;

/** "石门坎 干田坝 双河口三个村都听好". */
const HAILS = /^.{2,32}(?:听好|听[着到]|注意|看过来|看这里)[了啦哈]?[!。~]?$/u;

function hailed({ normal, message, context: { org } }: MessageView): Audience | null {
  const audience = audienceOf(normal.text, message, org);
  return audience.unclear || audience.general === true ? null : audience;
}

const LONGEST_CALL = 12;
const WITH_ME = /[跟同和]我(?!们)/u;

function hasTask({ one, asks }: Drawn): boolean {
  return (
    asks.some(({ kind }) => isTask(kind)) || (asks.length > 0 && (one.verdict.label === 'directive' || one.verdict.label === 'traffic'))
  );
}

type Joining = (ask: Ask, part: MessageView, topics: readonly string[]) => Ask;

function joinPart(asks: readonly Ask[], part: MessageView, joined: Joining): readonly Ask[] {
  const topics = topicsOf(`${part.surface.bare} ${part.message.file?.name ?? ''}`, [], peopleOf(part.context.org).names);
  const place = bestFit(asks, topics);
  return asks.map((ask, index) => (index === place ? joined(ask, part, topics) : ask));
}

/** Of several tasks of one message the one that shares most with the part; the last where none shares anything. */
function bestFit(asks: readonly Ask[], topics: readonly string[]): number {
  const shared = asks.map((ask) => topics.filter((topic) => ask.topics.includes(topic)).length);
  const most = Math.max(...shared);
  return most === 0 ? asks.length - 1 : shared.indexOf(most);
}

/** @param own the message that asks */
function withTimeOf(own: MessageView): Joining {
  return (ask, part) => {
    const deadline = timeOfPart(part);
    if (setsOwnTerms(part.surface.bare) || isLimitBehind(ask.deadline, deadline, own) || isNamedFor(ask.deadline, deadline))
      return { ...ask, deadline: deadline ?? ask.deadline };
    return { ...ask, deadline: hourOf(ask.deadline, deadline) ?? hourOfDay(ask.deadline, deadline, part) ?? ask.deadline ?? deadline };
  };
}

/** "七一主题党日,都参加" and then "6月30日下午14:30,大院上车": the festival only says which. */
function isNamedFor(own: Deadline | null, behind: Deadline | null): boolean {
  if (own === null || behind === null || own.steps[0] !== 'atom/festival' || LIMITS.test(own.phrase)) return false;
  return own.basis !== 'said' && behind.basis === 'said' && namesDay(behind.phrase);
}

/**
 * "今儿起全乡的猪都要打", and then "22号前打完": a limit told behind what names none; or "6日早上7点发车,各村把名单报给我", and then "今天下午4点之前哈": by
 * when the speaker is to have it, before the hour that it is for.
 */
function isLimitBehind(own: Deadline | null, behind: Deadline | null, { times, normal }: MessageView): boolean {
  if (own === null || behind === null || own.recurrence !== null) return false;
  if (times.deadlines.some(({ span }) => span[0] === own.span[0]) || LIMITS.test(own.phrase)) return false;
  if (!LIMITS.test(behind.phrase) || !namesDay(behind.phrase)) return false;
  return own.basis !== 'said' || (behind.at < own.at && asksForSpeaker(normal.text));
}

function withPart(ask: Ask, part: MessageView, topics: readonly string[]): Ask {
  const named = ask.audience.unclear ? audienceOf(part.normal.text, part.message, part.context.org) : null;
  return {
    ...ask,
    audience: named === null || named.unclear ? withoutLeftOut(withCalled(ask.audience, part), part) : named,
    urgency: ask.urgency === 'none' ? part.times.urgency : ask.urgency,
    topics: [...new Set([...ask.topics, ...topics])],
    evidence: [...ask.evidence, wholeMessage(part.message)],
  };
}

/** "范围是五个行政村,老街社区这次不在里面": who is left out by a fragment needn't see to the task. */
function withoutLeftOut(audience: Audience, { normal, context: { org } }: MessageView): Audience {
  const people = audience.people.flatMap((id) => org.personById.get(id) ?? []);
  const left = withoutExcepted(people, normal.text);
  return left.length === people.length ? audience : { ...audience, people: left.map(({ id }) => id) };
}

/** "雷鸣", "沈长根 你也听着", and then the task: who is called by one message after the other is meant together. */
function withCalled(audience: Audience, part: MessageView): Audience {
  if (audience.unclear || part.surface.bare.length > LONGEST_CALL || !part.surface.bare.includes('也')) return audience;
  const called = calledIn(part);
  return called === null ? audience : { ...audience, people: [...new Set([...audience.people, ...called.people])].toSorted() };
}
