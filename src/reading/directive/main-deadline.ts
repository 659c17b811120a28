/** Which of several deadlines in one task counts: one that is said as a limit before one that only names a day, what is handed in before what is done on the way. */
import type { Deadline, OtherTime } from '../../model/deadline.ts';
import { DAY, HOUR, type Instant } from '../../model/instant.ts';
import type { Span } from '../../model/span.ts';
import { wordsOf } from '../lexicon.ts';

export interface Placed {
  readonly deadline: Deadline;
  /** Its phrase in the text. */
  readonly span: Span;
}

/** "…前", "截止…", "…日内", "不迟于…". */
const LIMIT = /(?:之前|以前|前|内|为止|截止|截至|最迟|最晚|不迟于|不超过|止)$|^(?:截止|截至|最迟|最晚|不迟于)/u;
const LIMIT_BEHIND = /^\s*(?:[(（][^)）]{0,12}[)）])?\s*(?:之前|以前|前|内|为止|截止|止)/u;
const LIMIT_BEFORE = /(?:截止(?:时间|日期)?|截至|最迟|最晚|不迟于|时限|限)[:为是到]?\s*$/u;
const HAND_IN = wordsOf('handIn');
const DEEDS = wordsOf('deeds');
/** What the speaker is to get: a limit of others beside it is why (旗里7月1日前要,23号上午报我). */
const TO_SPEAKER = /(?:[报交发送给传回拿](?:给|到|至|来)?|告诉|告知|回复|答复|讲给)我(?!们|[村社县镇乡校])|[俾畀]我/u;
const CLAUSE_END: ReadonlySet<string> = new Set(',。;!?\n');

/** The earliest of those that rank highest; what is past counts only where nothing else is left. */
export function mainDeadline(placed: readonly Placed[], text: string, sentAt: Instant): Deadline | null {
  const coming = placed.filter(({ deadline }) => deadline.at > sentAt);
  const left = coming.length > 0 ? coming : placed;
  const ranked = left.map((one) => ({ ...one, rank: isSetWithin(one, left, text) ? -1 : rankOf(one, text) }));
  const [first] = ranked.toSorted((a, b) => b.rank - a.rank || a.deadline.at - b.deadline.at);
  return first?.deadline ?? null;
}

/** "元旦前来一次夜查。30日20:00同时出动": by which feast it is to be is said first, and in the next sentence when. */
function isSetWithin({ deadline, span }: Placed, all: readonly Placed[], text: string): boolean {
  if (!FEAST.test(deadline.steps[0] ?? '') || deadline.basis === 'said') return false;
  return all.some(
    (other) =>
      other.deadline.basis === 'said' &&
      other.deadline.at < deadline.at &&
      other.span[0] > span[1] &&
      /^[^。!?\n]*[。!?\n]$/u.test(text.slice(span[1], other.span[0])),
  );
}

const FEAST = /festival|before-holiday|month-end|year-end/u;

function rankOf({ span }: Placed, text: string): number {
  if (isOfObject(span, text) || isOfOther(span, text) || OF_SOME.test(text.slice(0, span[0]))) return 0;
  const clause = clauseAt(span, text).replaceAll(FORCEFUL, '');
  return (isLimit(span, text) ? 2 : 0) + (HAND_IN.has(clause) ? 1 : 0) + (TO_SPEAKER.test(clause) ? 2 : 0);
}

/** "10月底前每人见一次,控制不满意的两周内再见": of some of them only; "要么5点20前停外头": only one way. */
const OF_SOME = /(?:^|[,。;!?\n])[\u4e00-\u9fff]{0,6}[不没未](?![报交填传送发])[\u4e00-\u9fff]{1,5}的$|要么$/u;

/** "把学生周五走路要过的塌方路段报给我": only which thing is handed in. */
function isOfObject([start, end]: Span, text: string): boolean {
  return TAKES_OBJECT.test(text.slice(Math.max(0, start - 13), start)) && ATTRIBUTE.test(text.slice(end, end + 17));
}

/** "征缴到31号截止,1月5日前交总结": how long something else goes on, beside which something is handed in. */
function isOfOther([start, end]: Span, text: string): boolean {
  return (
    /截止$/.test(text.slice(start, end)) &&
    GOES_ON_TO.test(text.slice(Math.max(0, start - 10), start)) &&
    HANDED_IN_TOO.test(text.slice(end))
  );
}

const GOES_ON_TO = /(?:^|[,。;!?\n])[^,。;!?\n报交填送传发]{2,8}到$/u;
const HANDED_IN_TOO = /^[,。;][^,。;!?\n县市区省]{2,12}前[^,。;!?\n]{0,4}[报交][^,。;!?\n]{0,8}(?:总结|小结|表|材料|台账|情况)/u;
const TAKES_OBJECT = /[把将][^,。;!?\n]{0,12}$/u;
const ATTRIBUTE = /^[^,。;!?\n前]{1,16}的/u;

/** "今明两天都给我下去": said with force, and nothing is handed to anybody. */
const FORCEFUL = /(?<![报交送发传回拿讲])给我(?=[下上去来盯守把清查看记住弄搞压顶好老抓马立动])/gu;

/** The speaker is to get something. */
export function asksForSpeaker(text: string): boolean {
  return TO_SPEAKER.test(text.replaceAll(FORCEFUL, ''));
}

/** What the speaker is to get by then. */
export function isForSpeaker(span: Span, text: string): boolean {
  return TO_SPEAKER.test(clauseAt(span, text));
}

/** What is handed in, to whomever, by a limit. */
export function isHandedIn(span: Span, text: string): boolean {
  return isLimit(span, text) && HAND_IN.has(clauseAt(span, text));
}

/** Said as one: "…前", "截止…". */
export function isLimit([start, end]: Span, text: string): boolean {
  return (
    LIMIT.test(text.slice(start, end)) ||
    LIMIT_BEHIND.test(text.slice(end, end + 16)) ||
    LIMIT_BEFORE.test(text.slice(Math.max(0, start - 8), start))
  );
}

/** The clause that the phrase stands in, and what follows the comma behind a phrase that ends its clause. */
export function clauseAt([start, end]: Span, text: string): string {
  let from = start;
  while (from > 0 && !CLAUSE_END.has(text[from - 1] ?? '')) from--;
  let to = end;
  while (to < text.length && !CLAUSE_END.has(text[to] ?? '')) to++;
  if (text.slice(end, to).trim() === '' && text[to] === ',') {
    to++;
    while (to < text.length && !CLAUSE_END.has(text[to] ?? '')) to++;
  }
  return text.slice(from, to);
}

/** "我9点带人来": the speaker's own doing, unless somebody goes along ("你同我周四上午一齐去") or presses him for it ("镇长要我5点前给她"). */
const OWN_DOING = /(?<!你[同跟和与]|[要让叫催逼限])[我俺咱]们?$/u;
/** A day or a clock is named; "晚上" alone says only when somebody walked by. */
const NAMES_INSTANT = /\d|[一二两三四五六七八九十]|[今明后]|周|星期|礼拜/u;
/** "6月底前到期的证". */
const TELLS_WHICH = /^(?:到期|过期|届满|期满|满期)的/u;

/** "你上午先去看一眼": a part of the day between whoever is spoken to and what they are to do. */
function isToldTo([start, end]: Span, text: string): boolean {
  return (
    PART_OF_DAY.test(text.slice(start, end)) &&
    TOLD_WHO.test(text.slice(Math.max(0, start - 6), start)) &&
    TOLD_TO_DO.test(text.slice(end, end + 6))
  );
}

const PART_OF_DAY = /^(?:上午|下午|中午|晚上)$/u;
const TOLD_WHO = /(?:^|[,。;!?\n、:\s])(?:你们?[俩两]?个?|您)$/u;
const TOLD_TO_DO = /^先?(?:就|再)?(?:去(?!了|过)|带(?!了|过)|到(?!了|过)|把|来(?!了|过)|给|送(?!了|过)|跟|陪)/u;

/** "今早坐地铁出来", "听了一下午": when something was, and for how long. */
const TELLS = /^(?:今[早晨]|[一整半大]个?(?:早上?|上午|下午|中午|晚上?|天|夜))/u;
/** "今天坐会议室我这老寒腿受不了": a mere day beside no deed tells when something was so. */
const MERE_DAY = /^(?:今天|今儿个?|今日|明后天|这两天|这几天)$/u;

/** "看了幼儿园今天的报到,小班哭成一片": which one was seen. */
function isOfSeen([start, end]: Span, text: string): boolean {
  return SEEN_BEFORE.test(text.slice(Math.max(0, start - 14), start)) && text[end] === '的';
}

const SEEN_BEFORE = /[看听翻见问](?:了|过|到|完)[^,。;!?\n]{0,10}$/u;

/** "7:40到岩脚,裂缝长6米", said at eight in the morning: the hour that has just gone, and none of the evening. */
function isJustGone({ value, steps }: OtherTime, sentAt: Instant): boolean {
  const since = sentAt - ((value?.at ?? 0) - DAY / 2);
  return steps.includes('clock/nearest-ahead') && since > 0 && since <= HOUR;
}

function isDeed(clause: string): boolean {
  return DEEDS.has(clause) || /能不能|行不行|必须|务必|换|修|补/u.test(clause);
}

/** "今晚一律在社区带班": what lasts through that time isn't due by its end. */
export function isOnWatch([, end]: Span, text: string): boolean {
  return ON_WATCH.test(text.slice(end, end + WATCH_REACH));
}

const ON_WATCH = /^[^,。;!?\n]{0,10}(?:带班|值班(?!表)|值守|守夜|蹲守|在岗|待命)/u;
const WATCH_REACH = 14;
/** What may never come about, what is no time to do anything, and what is said better beside it. */
const BINDS_NOBODY: ReadonlySet<string> = new Set([
  'role/condition',
  'role/duration-of-something',
  'role/not-asked',
  'role/hearsay',
  'role/usual',
  'role/told-again',
]);

/**
 * What an order names a time for is asked for then, even where the sentence alone doesn't say so ("明早7:30，带红马甲"): the time of a
 * task that has no deadline and no event. It is never certain.
 */
export function impliedDeadline(
  times: readonly { readonly time: OtherTime; readonly span: Span }[],
  text: string,
  sentAt: Instant,
): Deadline | null {
  const placed = times.flatMap(({ time, span }): readonly Placed[] => {
    const { role, value, phrase } = time;
    if (role !== 'other' || value === null || value.at <= sentAt) return [];
    if (isJustGone(time, sentAt) || (value.basis !== 'said' && (TELLS.test(phrase) || isOnWatch(span, text)))) return [];
    if (MERE_DAY.test(phrase) && (!isDeed(clauseAt(span, text)) || isOfSeen(span, text))) return [];
    if (
      TELLS_WHICH.test(text.slice(span[1])) ||
      !(NAMES_INSTANT.test(phrase) || isToldTo(span, text)) ||
      OWN_DOING.test(text.slice(0, span[0])) ||
      time.steps.some((step) => BINDS_NOBODY.has(step))
    )
      return [];
    return [{ span, deadline: { ...value, phrase, span: time.span, recurrence: null, until: null, certain: false, steps: time.steps } }];
  });
  const clocked = placed.filter(({ deadline }) => deadline.basis === 'said');
  return mainDeadline(clocked.length > 0 ? clocked : placed, text, sentAt);
}
