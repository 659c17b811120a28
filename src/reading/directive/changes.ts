/** What an update does to a known item: moved, cancelled, amended, pressed, closed; and what it points at. */
import type { ChangeModel } from '../../model/change-model.ts';
import { type Deadline, namesDay, type OtherTime } from '../../model/deadline.ts';
import { type Day, dayAt } from '../../model/instant.ts';
import type { Label } from '../../model/label.ts';
import { type Ask, type Change, type ChangeKind, NO_PARTICULARS, type Verdict } from '../../model/reading.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import type { WordPlaces } from '../text/word-places.ts';
import type { MessageView } from '../view.ts';
import { asksOf, plainAsk } from './asks.ts';
import { audienceOf } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { chanceOfChange, likeliestChange, SHIPPED_CHANGES } from './change-chances.ts';
import { changeKindOf, presses, takesUpAgain } from './change-kind.ts';
import { type ChangeSigns, changeSigns } from './change-signs.ts';
import { isWithin, leftAlone } from './left-alone.ts';
import { listedIn } from './listed.ts';
import { misposted } from './misposted.ts';
import { likeliestTime, movedTime, otherTimesToCome, saysMoved, timeThatHolds } from './moved-time.ts';
import { normalOffset } from './normal-offset.ts';
import { shiftIn } from './shift.ts';
import { blank, topicsOf } from './topics.ts';
import { unplacedAsk } from './unplaced.ts';

const HARDLY = 0.45;
const ASKING_KINDS: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['deadline', 'remind', 'amend']);
const ASKS: ReadonlySet<Label> = new Set<Label>(['directive', 'notice', 'traffic']);

/** What else was judged so is no item of its own where no target is found. */
const STANDS_ALONE: ReadonlySet<Label> = new Set<Label>(['update', 'directive', 'notice', 'traffic']);

/** What takes the place of the thing that is changed: "并到双替代确认表". */
const INSTEAD = /(?:并到|并入|合到|合并到|改填|改用|改报|用的是|参照)[^,。;]{2,24}/gu;
const CLAUSE_END = /[,。;:!?\n]|\p{Extended_Pictographic}/u;
/** A clause that only calls somebody. */
const ADDRESS = /^(?:@\S+\s*)*(?:[\u4e00-\u9fff]{1,5}们|各位[\u4e00-\u9fff]{0,4}|大家|同志|家人|亲)(?:好|早|注意|辛苦了?)?$/u;

/** A clause that only tells whose word it is. */
const PASSES_ON =
  /^(?:刚刚?|才)?(?:替|代|帮|转(?![发办移])|接(?![龙种待送着])|据|听)[\u4e00-\u9fff]{1,8}?(?:说|讲|通知|转告|告知|提醒|来?电话?|消息|意见|的话)?(?:一声|一下|一句)?$/u;

/** "昨天说的取消不算数", "培训恢复了", "接着干", "更正重发": what was taken back counts again. */
const REVIVES =
  /恢复|照[常旧开办报来交]|照原|按原|接着[干做填报办搞]|重新(?:启用|启动|开始|报|填)|又(?:要|有)了?|不算数|^(?:再)?更正|重发|以[这此][条个份]为准/u;

/** "照常" alone says only that it goes on as it stands. */
const RESTORES = /[按照]?(?:原来|原定|原先|原时间|原计划|最早|最初|起初|老时间|先前)|改回|退回|恢复原|照原/u;

/** "高台单独宽到14号", "别的村还是11号": others keep what they had. */
const FOR_SOME =
  /单独|单另|特殊|例外|(?:(?:其他|其它|其余|别的)(?=[^,。;!?]{0,4}[村区组校家户人院所站标段片圩屯])|别家|另外几|剩下)[^,。;!?]{0,6}(?:不变|照旧|照常|按时|按期|按原|还是|仍|不动|没[变动]|别[学攀]|不(?:许|得|能)|必须)|(?:只有|只限|仅限|就)[^,。;]{1,8}(?:可以|能|缓|宽|延|晚)|(?:给|让|准|允许)[^,。;]{1,8}(?:宽|缓|延|晚)(?:[一两二三四五六七\d]天|限|到|至|几天|一点)/u;

/** The gathering itself is moved or called off: "今晚的会改到8点", "培训先不开了", "下午的例会在二楼". */
const MOVES_GATHERING =
  /(?:(?:^|[,。;:!?\s的个场次]|[例晨早晚午协度署议谈评讨论联席]|动员)会|会议|培训|演练|座谈|宣讲|党课|讲座)[,]?(?:的?(?:时间|地点|地方|日子))?(?:就|还是|仍|先|再|又|都|也|照|往|不|没){0,2}(?:改|推|挪|提前|延|放到|取消|开(?=了|[,。;!]|$)|移|换|搬|恢复|[前后][拖挪推放]|没了|黄了|泡汤|有了|在[今明后下周])/u;

/** "会不开了,走访还是9点半": where a time is moved, it isn't that of the gathering that is off. */
function isOfGathering(bare: string, change: ChangeKind): boolean {
  const [said] = MOVES_GATHERING.exec(bare) ?? [];
  if (change === 'cancel' && CALLED_GATHERING.test(bare)) return true;
  return said !== undefined && (change === 'cancel' || !OFF_GATHERING.test(said));
}

/** "明天下午那个会书记要去县里,不开了". */
const CALLED_GATHERING = /(?:[那这]个|的)(?:会|会议|例会|培训|演练)[^。;!?]{0,20}(?:不[开去来搞]了|取消|另定|另行通知|改期|延期)/u;

const OFF_GATHERING = /取消|停|不开|没开|黄|泡汤|[没免了]了?$/u;

/** One; or where several things are named together ("避风、撤人、报数这三件到此结束") one for each of them. */
export function changesOf(view: MessageView, verdict: Verdict, model: ChangeModel = SHIPPED_CHANGES): readonly Change[] {
  const change = changeOf(view, verdict, model);
  const { names } = peopleOf(view.context.org);
  const things =
    change.targets.length > 0 ? [] : listedIn(view.normal.text.slice(view.surface.ownStart)).map((thing) => topicsOf(thing, [], names));
  if (things.length === 0 || things.some((topics) => topics.length === 0)) return [change];
  return things.map((topics, index) => ({ ...change, topics, head: topics, ...(index === 0 ? {} : { besides: true as const }) }));
}

export function changeOf(view: MessageView, verdict: Verdict, model: ChangeModel = SHIPPED_CHANGES): Change {
  const { bare } = view.surface;
  const { names } = peopleOf(view.context.org);
  const change = kindOf(view, verdict, model);
  const others = change === 'cancel' ? leftAlone(view) : [];
  const matter = withoutAddress(timelessWords(view, others));
  const revives = saysRevived(bare);
  const moved = newTime(view);
  const deadline = moved ?? likeliestTime(view);
  const old = view.times.otherTimes.find((time) => time.role === 'old');
  const shift = change === 'cancel' || change === 'done' ? null : shiftIn(bare);
  const audience = audienceOf(view.normal.text, view.message, view.context.org);
  // Hardly an update: where nothing known fits well, it asks by itself.
  const isWeak = verdict.label === 'update' && verdict.confidence < HARDLY && ASKING_KINDS.has(change);
  const fallback = ASKS.has(verdict.label)
    ? askOf(view, verdict)
    : isWeak
      ? askOf(view, { ...verdict, label: 'directive' })
      : unplacedAsk(view, verdict, change, audience);
  return {
    change,
    deadline: change === 'deadline' || change === 'remind' || change === 'reinstate' ? deadline : null,
    ...(moved === null || change !== 'deadline' ? {} : { otherwise: otherTimesToCome(view, moved) }),
    oldDay: old === undefined ? null : oldDayOf(old, moved, view),
    audience: audience.unclear ? null : audience,
    topics: topicsOf(matter.replaceAll(INSTEAD, ' '), [], names),
    head: headOf(matter, names),
    ...(RESTORES.test(bare) ? { restores: true as const } : {}),
    ...(FOR_SOME.test(bare) ? { only: true as const } : {}),
    ...(shift === null ? {} : { shift }),
    ...towardsIn(bare, shift),
    ...(saysMoved(view) || (verdict.label === 'update' && moved !== null) ? { moves: true as const } : {}),
    ...(misposted(view) === null ? {} : { slip: true as const }),
    ...(presses(bare) ? { owes: true as const } : {}),
    ...(isOfGathering(bare, change) ? { gathering: true as const } : {}),
    aboutMeeting: /[例会议]会|开会|会议|[\u4e00-\u9fff]会(?:改|推|挪|取消|不开|时间|地点)|培训|演练/u.test(bare),
    evidence: fallback.evidence,
    targets: targetsOf(view),
    times: timesNamed(view, others),
    days: daysNamed(view, moved),
    fallback: STANDS_ALONE.has(verdict.label) ? fallback : null,
    asks: verdict.label !== 'update' || isWeak,
    revives,
    particulars: fallback.particulars,
    unsure: verdict.unsure,
  };
}

const SOONER = /提前|[往朝向][前]|赶早|早[到于]|等不[到及]|别等|卡得紧/u;
const LATER = /推[迟后]|[延拖缓]|顺延|[往朝向]后|宽[限到至]|放宽|多给|晚[到于]|续[报到至]/u;

function towardsIn(bare: string, shift: number | null): Pick<Change, 'towards'> {
  const sooner = (shift !== null && shift < 0) || SOONER.test(bare);
  const later = (shift !== null && shift > 0) || LATER.test(bare);
  return sooner === later ? {} : { towards: sooner ? 'sooner' : 'later' };
}

function kindOf(view: MessageView, verdict: Verdict, model: ChangeModel): ChangeKind {
  if (misposted(view) !== null) return 'cancel';
  if (verdict.label === 'update' && verdict.confidence >= HARDLY) return likeliestKind(view, model);
  return soundsOff(view, verdict, model) ? 'cancel' : kindByRules(view);
}

/**
 * "狗的那张表先别动笔,区里系统里都有": judged an ask or something to know, but all its words are those by which things are called off. It
 * names no time to come by which anything else were due.
 */
export function soundsOff(view: MessageView, { label }: Verdict, model: ChangeModel): boolean {
  if ((label !== 'directive' && label !== 'notice') || !givesTasks(view.standing) || view.times.deadlines.length > 0) return false;
  const byRules = kindByRules(view);
  return chanceOfChange(signsOf(view), byRules, 'cancel', model) >= (byRules === 'cancel' ? SAYS_OFF : SOUNDS_OFF);
}

const SOUNDS_OFF = 0.8;
const SAYS_OFF = 0.5;

/** What the rules read, for which a text is a row of words that say or say not. */
export function kindByRules(view: MessageView): ChangeKind {
  const hasOldTime = view.times.otherTimes.some((time) => time.role === 'old');
  const hasNewTime = newTime(view) !== null;
  return changeKindOf(view.surface.bare, { hasNewTime, hasOldTime, hasTime: hasNewTime || likeliestTime(view) !== null });
}

export function signsOf(view: MessageView): ChangeSigns {
  return changeSigns(view, { hasNewTime: newTime(view) !== null, hasShift: shiftIn(view.surface.bare) !== null });
}

function likeliestKind(view: MessageView, model: ChangeModel): ChangeKind {
  const hasTime = newTime(view) !== null || likeliestTime(view) !== null || shiftIn(view.surface.bare) !== null;
  const isMoved = saysMoved(view) || shiftIn(view.surface.bare) !== null;
  const mayBe = (kind: ChangeKind): boolean => {
    if (kind === 'deadline') return hasTime;
    // Whatever else it presses for: a reminder moves no time.
    return kind === 'done' ? givesTasks(view.standing) : !(kind === 'remind' && isMoved);
  };
  const rules = kindByRules(view);
  const byRules = rules === 'remind' && isMoved && !presses(view.surface.bare) ? 'deadline' : rules;
  return likeliestChange(signsOf(view), byRules, (kind) => kind === byRules || mayBe(kind), model);
}

function saysRevived(bare: string): boolean {
  return REVIVES.test(bare) || takesUpAgain(bare);
}

const newTime: (view: MessageView) => Deadline | null = once(
  (view) => movedTime(view) ?? (saysRevived(view.surface.bare) ? timeThatHolds(view) : null),
);

function timesNamed(view: MessageView, others: ReturnType<typeof leftAlone>): Change['times'] {
  const { deadlines, otherTimes } = view.times;
  const named = [...deadlines.map(({ span, at }) => ({ span, at })), ...otherTimes.map(({ span, value }) => ({ span, at: value?.at }))];
  return named.flatMap(({ span, at }) => (at === undefined || isWithin(view, span, others) ? [] : [at]));
}

function daysNamed(view: MessageView, moved: Deadline | null): readonly Day[] {
  const days = [...view.times.deadlines, ...view.times.otherTimes.flatMap(({ value }) => value ?? [])].map(({ day }) => day);
  return [...new Set(days)].filter((day) => day !== moved?.day);
}

/** Times are weighed by themselves; as words they are those of every task. What stays as it is isn't what is changed. */
function timelessWords(view: MessageView, others: ReturnType<typeof leftAlone>): string {
  const { ownStart } = view.surface;
  const spans = [...view.times.deadlines, ...view.times.otherTimes].map(
    ({ span: [start, end] }) => [normalOffset(view, start), normalOffset(view, end)] as const,
  );
  return blank(view.normal.text, [...spans, ...others]).slice(ownStart);
}

/** "更正:值班表是…": the first words that name anything. */
function headOf(matter: string, names: WordPlaces): readonly string[] {
  let first: readonly string[] | null = null;
  for (const clause of matter.split(CLAUSE_END)) {
    const topics = topicsOf(clause, [], names);
    if (topics.length >= NAMING) return topics;
    first ??= topics;
  }
  return first ?? [];
}

/** Topics of words that name something. */
const NAMING = 2;

/**
 * The day that no longer holds. "不是下班前" names none: it is then the day of the new time; and what is over can't be taken back
 * ("昨天转的作废").
 */
function oldDayOf(old: OtherTime, moved: Deadline | null, { message, context }: MessageView): Day | null {
  const day = namesDay(old.phrase) ? (old.value?.day ?? null) : (moved?.day ?? null);
  // "明天(29日)中午12点": the day of the new time, said twice.
  if (day === moved?.day && !NAMES_CLOCK.test(old.phrase)) return null;
  return day !== null && day >= dayAt(message.sentAt, context.org.timezone) ? day : null;
}

const NAMES_CLOCK = /[点时:午晚]|下班|上班/u;

/** "老师们,好人线索不用报了" is about clues, not about teachers; nor is "替所长说一声:…" about who said it. */
function withoutAddress(text: string): string {
  const clauses = text.split(CLAUSE_END);
  const first = clauses.findIndex((clause) => !ADDRESS.test(clause.trim()) && !PASSES_ON.test(clause.trim()));
  return first <= 0 ? text : clauses.slice(first).join(',');
}

/** A recalled message takes its directive back. */
export function recallOf(view: MessageView): Change {
  const { platform, group, id, text, recalls } = view.message;
  return {
    change: 'cancel',
    deadline: null,
    oldDay: null,
    audience: null,
    topics: [],
    head: [],
    times: [],
    aboutMeeting: false,
    evidence: [{ platform, group, id, quote: text === '' ? null : text, span: text === '' ? null : [0, text.length] }],
    targets: recalls === undefined ? [] : [recalls],
    fallback: null,
    asks: false,
    revives: false,
    particulars: NO_PARTICULARS,
    unsure: false,
  };
}

function askOf(view: MessageView, verdict: Verdict): Ask {
  const [ask] = asksOf(view, verdict);
  return ask ?? plainAsk(view, verdict, 'directive', audienceOf(view.normal.text, view.message, view.context.org));
}

export function targetsOf(view: MessageView): readonly string[] {
  const { replyTo, edits, recalls } = view.message;
  return [replyTo ?? misposted(view) ?? undefined, edits, recalls].filter((id) => id !== undefined);
}
