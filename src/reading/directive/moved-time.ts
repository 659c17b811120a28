/** The time that holds after a change: the one that the text says is the new one, not any other that it mentions (why it was moved, what held before). */
import { type Deadline, namesDay } from '../../model/deadline.ts';
import type { Span } from '../../model/span.ts';
import { MOVING_WEATHER } from '../deadline/words.ts';
import { once } from '../once.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { startsAsked } from './asked-before.ts';
import { isForSpeaker } from './main-deadline.ts';
import { normalOffset } from './normal-offset.ts';
import { isBeforeItBegins } from './times-of-task.ts';
import { saysTooLate, type Time, timesToMoveTo } from './times-to-move-to.ts';

/** "改到", "往后挪", "提前半天", "放到", "还是按": what follows within the sentence is where it went. */
const MOVES =
  /(?<!整)改回(?:来|到)?|(?<!整)改(?:期|签)?(?:到|为|成|在|至|定)|改期|推(?:迟|后|到|至)(?:到|至)?|延(?:期|长|后|迟|缓|到|至)(?:到|至)?|(?<![理捋归孝梳柔])顺(?:延|到(?!位)|至)|展期|(?<!转)[挪移](?:到|至)|往[前后](?:再)?[挪推放移提延顺赶压给调拖让靠缓]|拖(?:到|至)(?!(?:今天|现在|这会儿?|眼下)(?:怪|才|还|都|没|也|[,。!]|$))|退回(?:到|至)?|定到|给到|松到|挪一?[天下]|提早|早[一半两][天日]|提前(?!准备|做好|谋划|[\d一二两三四五十半几]+分钟)|提到|放[宽到在]|宽限|宽[到至]|(?<![最早今明昨每当夜])晚(?:到|至|于)|缓[到至一]|再给(?:你们?|大家|各位)?到|[再多]给(?:你们?|大家|各位)?(?:[一两二三四五几半]天|大半天|一?个?晚上|一?个?上午|[一两二三几半]个?(?:钟头|小时))|([宽缓拖推松放])一\1|[松宽缓](?:你们|大家)?[一两三四五半几](?:天|日|个(?:钟头|小时)|周)|再[放缓宽拖推留](?=[一两二三四五几半\d]+(?:天|日|周|个))|(?<!空)调(?:整)?(?:到|为|至|成|回)|(?:恢复|退回)到|不算数|照旧|按原|(?:还是|[仍还]然?|依旧|仍旧)按/gu;
/** The bare verb counts only with its time right behind it: "改15:30", "延周五". What is rebuilt is moved to no other time: 改厕, 改造. */
const BARE_MOVES =
  /(?<!整)改(?![厕厨造革建扩制选装善良进正版])(?:今天|明天)?|推(?!车|送|荐|广|介|进)|延|(?<!转)[挪移]|[挪移放调]回(?:来|到)?/gu;
/** How far behind the word the time may stand. */
const REACH = 26;
const BARE_REACH = 2;

/** Says that it is another now; then the time that is named is the new one, whatever verb goes with it ("再变一回:明天下午2点到"). */
const OTHER_NOW =
  /(?:又|再|有|临时|刚|时间|安排|计划)[^,。;:]{0,3}(?:变了|变动(?!的|情况|较?大)|变化(?!的|情况|较?大)|变一[变回次下]|变更(?!的|情况)|[调动]了|调整(?!的))|(?:说|写|看|记|搞|发|打|弄)(?:错|岔|反)了|更正|松了?口(?=[,。;!])|(?:时间|日期|截止|期限)都?[忘漏]记?了?(?:写|说|讲|标|打)/u;
/** The old time is said not to bind, or to be too late. */
const NO_LONGER =
  /改主意|再?缓(?:缓|一缓|几天)|(?<!(?:其他|其它|其余|别的|剩下)[^,。;!?]{0,6})不(?:着)?急(?:了|[,。;!](?=[^,。;!?]{0,8}(?:[今明后下]|周|\d{1,2}[号日点月:]|[一二三四五六七八九十]+[点号])))|不能等(?!同)|别等(?:到|周|[今明后]|\d|了|[,。;!])|等不[到及]|卡得紧|往前赶|(?:[点号日前天晚]|周[一二三四五六日])[^,。;!?]{0,4}[也都](?:行|可以|成)(?:[,。;!]|$)|原来说|现在(?:要|得|改)|不等(?:周[一二三四五六日天]|[今明后]天|(?:今[天晚]|[上下]午|晚上?)?(?:\d{1,2}|[一二两三四五六七八九十]+)(?:[号日点时]|:\d\d))/u;

/** In another sentence, or two clauses on, something else is told: "改成统一调数,我一家凑齐,写好的年底用". */
const ELSEWHERE = /[。!?\n]|,[^,]*,/u;

/** "返乡的逐人改,今晚24点前提交": behind a comma the bare verb is another deed. */
const CLAUSE_END = /[,。;:!?\s]/u;

/** What else it could be moved to, where that is the time that it has: those that are said to be limits first. */
export function otherTimesToCome(view: MessageView, moved: Deadline): readonly Deadline[] {
  const { text } = view.normal;
  const times = timesToMoveTo(view).filter(
    ({ at, deadline }) =>
      deadline.at !== moved.at &&
      deadline.day !== moved.day &&
      !ASKED_ABOUT.test(text.slice(0, at)) &&
      !IS_NO_AIM.test(text.slice(at + deadline.span[1] - deadline.span[0])),
  );
  const isLimit = ({ span }: Deadline): boolean => view.times.deadlines.some((one) => one.span[0] === span[0]);
  return times.map(({ deadline }) => deadline).toSorted((a, b) => Number(isLimit(b)) - Number(isLimit(a)));
}

/** "药提到明天下午6点前打完,30号下雨": why. "周五上午10点前报,明天中午不用赶了": when no longer. Nothing is moved to either. */
const IS_NO_AIM =
  /^(?:[又就要会还有下来起刮是可能预报]{0,4}[小中大暴特强到转]{0,4}(?:[雨雪风雾霜雷]|冰雹|降[温水]|寒潮|高温|台风)(?!险|寒|湿|景|衣|水箱)|[^,。;!?\d]{0,4}(?:不用|不必|不需要?|[别莫甭]|不算|不作数|作废|取消))/u;

/** "别再问是不是今天五点啦". */
const ASKED_ABOUT = /(?:是不是|是否|别再?问)[^,。;!?]{0,6}$/u;

/** Null where no time is said to be the new one. */
export const movedTime: (view: MessageView) => Deadline | null = once((view) => {
  const times = timesToMoveTo(view);
  if (times.length === 0) return null;
  const again = timeOfAnotherTry(view.normal.text, times);
  if (again !== null) return again;
  const [first] = times;
  if (first !== undefined && saysTooLate(view.normal.text)) return withHourKept(view, first.deadline, times);
  const restored = times.find((time) => isRestored(view.normal.text, time));
  if (restored !== undefined) return restored.deadline;
  const replaced = timeBesideOld(view, times);
  if (replaced !== null) return replaced;
  const eased = times.find(
    ({ at, deadline: { phrase, span } }) =>
      LIMIT.test(phrase) && EASED.test(view.normal.text.slice(0, at)) && !view.normal.text.startsWith('先', at + span[1] - span[0]),
  );
  if (eased !== undefined) return eased.deadline;
  const corrected = times.find((time) => time.isCorrected);
  if (corrected !== undefined) {
    const { text } = view.normal;
    const moved = withHourKept(view, corrected.deadline, times);
    return timeForUs(text, corrected.at, times) ?? limitMoved(text, view.surface.ownStart, times, moved);
  }
  return timeMoved(view, times) ?? (OTHER_NOW.test(view.normal.text) || NO_LONGER.test(view.normal.text) ? timeToCome(view, times) : null);
});

/** "市里检查改到5日了,台账不用今天赶,4日中午12点前给我就行": by then instead, whatever was moved before it. */
const EASED = /不(?:用|必|需要?)(?:再)?(?:今[天晚]|现在|马上)(?:赶|急)[^,。;!?]{0,4},[^,。;!?]{0,6}$/u;

/** "县里的视频会改到周日了,明天的推进会还是恢复原时间,上午8:30": whatever was moved beside it. */
function isRestored(text: string, { at, deadline: { phrase } }: Time): boolean {
  return RESTORED.test(text.slice(0, at)) || (namesDay(phrase) && STILL_THEN.test(text.slice(0, at)));
}

/** "夜查照旧!区里的会改明天了。还是今晚七点半": a sentence that begins with what holds. */
const STILL_THEN = /照[旧常样][^。!?]{0,12}[。!][\s\S]*[。!?]\s?(?:还是|仍是?|依旧是?)(?:在|定在)?$/u;

const RESTORED =
  /(?:交[单表稿卷件]|上?报送?|提交|截止)时间(?:还是|仍是?|依旧是?)(?:在|定在)?$|[改挪移调放退]回(?:来|去)?[^。!?;\n]{0,12}(?:还是|仍是?|依旧是?)(?:在|定在)?$|(?:还是|仍是?|还按|仍按|回到)(?:老|原来?的?|原定的?|先前的?)(?:(?:时间|点子?|日子)[,:(]?|,)$|(?:还是按|仍按|还按|仍是)(?:原来的|原定的?|老)$|恢复(?:到|成|为)?原(?:来|定|先)?的?(?:时间|时限|期限|安排|计划)[,:(]?(?:还是|仍是?|即|也就是|就是)?$/u;

/** "明天不去啦,周三早上9点再去": then, instead. */
function timeOfAnotherTry(text: string, times: readonly Time[]): Deadline | null {
  const again = times.find(
    ({ at, deadline: { span } }) => AGAIN.test(text.slice(at + span[1] - span[0])) && NOT_NOW.test(text.slice(0, at)),
  );
  return again?.deadline ?? null;
}

const AGAIN = /^(?:再|才)(?:去|来|开|到|交|报|办|走|集合|出发|查|弄|搞|填|领)/u;
const NOT_NOW = /(?:不|先不|别|莫|甭)(?:去|来|开|到|交|报|办|走|集合|出发|查|弄|搞|填|领)(?:了|啦|咯|哈)?[,。;!~～\s][^。;!?]{0,8}$/u;

/** A verb says that a time was moved; "以10月31日在岗为准" and "更正重发" say less. */
export function saysMoved(view: MessageView): boolean {
  const times = timesToMoveTo(view);
  if (times.length === 0) return false;
  return (timeBesideOld(view, times) ?? timeMoved(view, times)) !== null || NO_LONGER.test(view.normal.text);
}

function timeMoved(view: MessageView, times: readonly Time[]): Deadline | null {
  const {
    normal: { text },
    surface: { ownStart },
  } = view;
  const behind = timeBehindVerb(text, ownStart, times) ?? onlyLimitBehind(text, ownStart, times);
  if (behind === null) return null;
  const moved = withHourKept(view, behind, times);
  const ending = times.find(({ at }) => ENDS_AT.test(text.slice(0, at)));
  if (ending !== undefined) return ending.deadline;
  // "值班表提前要,县里下午一点就收,中午12点给我": what others want by then is why.
  const forSpeaker = times.find(({ at, deadline: { span } }) => isForSpeaker([at, at + span[1] - span[0]], text));
  return forSpeaker?.deadline ?? timeForUs(text, 0, times) ?? limitMoved(text, ownStart, times, moved);
}

/** "签字表往后推,路通再送,25号中午前到我这": the only limit of the sentence, however much stands between. */
function onlyLimitBehind(text: string, from: number, times: readonly Time[]): Deadline | null {
  for (const match of matchesOf(MOVES, text.slice(from))) {
    const end = from + match.index + match[0].length;
    const to = sentenceEnd(text, end);
    const limits = times.filter(({ at, deadline }) => at >= end && at < to && LIMIT.test(deadline.phrase));
    if (limits.length === 1) return limits[0]?.deadline ?? null;
  }
  return null;
}

/** "中医院周四下午就封名单,所以预约截到12日中午". */
const ENDS_AT = /(?:截(?:止|至)?[到至]|最[晚迟]到?)$/u;

/** "检查组提前至16日下午进镇。资料盒相应提前到16日12:00前": what is moved as a limit is what is asked for. */
function limitMoved(text: string, ownStart: number, times: readonly Time[], moved: Deadline): Deadline {
  if (LIMIT.test(moved.phrase)) return moved;
  const limits = times.filter(({ deadline }) => LIMIT.test(deadline.phrase));
  return timeBehindVerb(text, ownStart, limits) ?? limitForReason(text, times, limits, moved) ?? moved;
}

/** "圩会既然挪到3号,名单不急了,28号下班前给我就行": what was moved is why, and the only limit is what is asked for. */
function limitForReason(text: string, times: readonly Time[], limits: readonly Time[], moved: Deadline): Deadline | null {
  const at = times.find(({ deadline }) => deadline === moved)?.at ?? 0;
  const clause = /[^,。;:!?\n]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const [only, another] = limits;
  const comes = COMES.test(text.slice(at + moved.span[1] - moved.span[0])) && (only?.at ?? 0) > at;
  return (REASON.test(clause) || BY_OTHERS.test(clause) || BEGINS.test(moved.phrase) || comes) && another === undefined
    ? (only?.deadline ?? null)
    : null;
}

/** "休市顺延一天,31日零时起执行,请各乡镇30日24点前清空": when something begins. */
const BEGINS = /起$/u;
const REASON = /既然|因为|由于/u;
/** "清零提前:省里31号一早拉数,30号下班前必须清完". */
const BY_OTHERS = /(?:[省市县区州旗](?:里|上|局|委|平台)?|上[面级头])$/u;
/** "督导组提前一天,29日上午就到。材料今晚8点前交齐": by when others are there. */
const COMES = /^(?:就|要|会|便)?(?:到(?!位|岗)|来|进[场村驻镇])/u;

const LIMIT = /前$/u;

/** "县里挪到四点半了,咱们4点前报": what holds for others is why. */
function timeForUs(text: string, from: number, times: readonly Time[]): Deadline | null {
  return times.find(({ at }) => at > from && FOR_US.test(text.slice(0, at)))?.deadline ?? null;
}

const FOR_US = /(?:[省市县区镇乡]里?|上面|上头)[^。;!?]*[,](?:[^,。;!?]{0,6})?(?:咱们?|我们|各[村家]|大家)$/u;

/** "挪到明天晚上,还是七点半": the day is another, its hour is told behind it. */
function withHourKept({ normal: { text }, message }: MessageView, moved: Deadline, times: readonly Time[]): Deadline {
  if (moved.basis === 'said') return moved;
  const from = times.find(({ deadline }) => deadline === moved)?.at ?? 0;
  const kept = times.find(({ at, deadline: { day, basis } }) => {
    if (at <= from || day !== moved.day) return false;
    const between = text.slice(from, at);
    return ONLY_DAY.test(between) || (basis === 'said' && HOUR_KEPT.test(between));
  })?.deadline;
  if (kept === undefined) return moved;
  // Whoever reads it sees the day that was named, too.
  const span: Span = [moved.span[0], kept.span[1]];
  return { ...kept, span, phrase: message.text.slice(...span) };
}

/** "还是得今天,29号下班前", "挪回今天了,下午3点": the same day once more, with its hour. */
const ONLY_DAY = /^[^,。;!?\n\d]{1,3},$/u;
const HOUR_KEPT = /^[^。;!?\n]{2,16},[^。;!?\n]{0,6}(?:还是|仍是?|[仲还]系|依旧|照旧|不变|时间)[^。;!?\n]{0,3}$/u;

function timeBehindVerb(text: string, ownStart: number, times: readonly Time[]): Deadline | null {
  return (
    timeBehind(text, ownStart, times, MOVES, REACH) ?? timeBehind(text, ownStart, times, BARE_MOVES, BARE_REACH, { within: CLAUSE_END })
  );
}

function timeToCome(view: MessageView, times: readonly Time[]): Deadline | null {
  const likeliest = likeliestTime(view);
  return likeliest !== null && likeliest.at > view.message.sentAt ? likeliest : (times[0]?.deadline ?? null);
}

/** Several things are told: what is moved is what stands in one sentence with the time that it had ("缴费期延至2月28日。名单不用今天中午,改为1月8日报"). */
function timeBesideOld(view: MessageView, times: readonly Time[]): Deadline | null {
  const { text } = view.normal;
  const old = view.times.otherTimes.find(({ role }) => role === 'old');
  if (old === undefined) return null;
  const end = normalOffset(view, old.span[1]);
  const to = sentenceEnd(text, end);
  return timeBehind(text, end, times, MOVES, REACH, { to }) ?? onlyLimit(view, times, [end, to]);
}

function sentenceEnd(text: string, from: number): number {
  const stop = /[。!?\n]/u.exec(text.slice(from));
  return stop === null ? text.length : from + stop.index;
}

/** "名单不用赶今天中午,21号下班前给我就行": the limit beside one that holds no longer is in its place, whatever verb is missing. */
function onlyLimit(view: MessageView, times: readonly Time[], [from, to]: Span): Deadline | null {
  const inSentence = times.filter(({ at }) => at >= from && at < to);
  const [only, another] = inSentence;
  return only !== undefined && another === undefined && view.times.deadlines.includes(only.deadline) ? only.deadline : null;
}

/** "恢复原时间,今天下午3点;明天9点不开了": nothing is said to be moved, but one time holds no longer, and another is left. */
export function timeThatHolds(view: MessageView): Deadline | null {
  if (!view.times.otherTimes.some(({ role }) => role === 'old')) return null;
  const [only, another] = timesToMoveTo(view);
  return another === undefined ? (only?.deadline ?? null) : null;
}

const LONGEST_WEATHER = 6;
const OF_WEATHER = new RegExp(`(?:^|[,。;的])${MOVING_WEATHER}`, 'u');

function timeBehind(
  text: string,
  from: number,
  times: readonly Time[],
  words: RegExp,
  reach: number,
  { to = text.length, within = ELSEWHERE }: { readonly to?: number; readonly within?: RegExp } = {},
): Deadline | null {
  for (const match of matchesOf(words, from === 0 && to === text.length ? text : text.slice(from, to))) {
    const end = from + match.index + match[0].length;
    if (OF_WEATHER.test(text.slice(Math.max(0, from + match.index - LONGEST_WEATHER), end))) continue;
    const next = times.find(({ at }) => at >= end && at - end <= reach && !within.test(text.slice(end, at)));
    if (next !== undefined) return next.deadline;
  }
  return null;
}

/** Where no time is marked as new: a time of day says more than a mere day, and what is said last counts. */
export function likeliestTime(view: MessageView): Deadline | null {
  const asked = startsAsked(view);
  const isTime = (time: Deadline): boolean => !isBeforeItBegins(time) && !asked.has(time.span[0]);
  const limits = view.times.deadlines.filter(isTime);
  const times =
    limits.length > 0
      ? limits
      : timesToMoveTo(view)
          .map(({ deadline }) => deadline)
          .filter(isTime);
  return times.findLast((time) => time.basis === 'said' || time.anchor !== null) ?? times.at(-1) ?? null;
}
