/** What an update does to a known item: moved, cancelled, amended, pressed, closed; and what it points at. */
import type { ChangeModel } from '../../model/change-model.ts';
import type { Label } from '../../model/label.ts';
import type { Person } from '../../model/organisation.ts';
import { type Ask, type Change, type ChangeKind, NO_PARTICULARS, type Verdict } from '../../model/reading.ts';
import { once } from '../once.ts';
import type { WordPlaces } from '../text/word-places.ts';
import type { MessageView } from '../view.ts';
import { askedBefore } from './asked-before.ts';
import { asksOf, plainAsk } from './asks.ts';
import { audienceOf } from './audience/index.ts';
import { numberOf } from './audience/numbers.ts';
import { peopleOf } from './audience/people.ts';
import { SHIPPED_CHANGES } from './change-chances.ts';
import { daysNamed, oldDayOf, timesNamed } from './change-days.ts';
import { keepsTime, presses } from './change-kind.ts';
import { type Matter, matterOf } from './change-matter.ts';
import { isAboutMeeting, isOfGathering } from './gathering-moved.ts';
import { readsAsChange } from './latent-changes.ts';
import { leftAlone } from './left-alone.ts';
import { isHardlyUpdate, kindOf, liftsOrder, newTime, saysRevived } from './likeliest-kind.ts';
import { misposted } from './misposted.ts';
import { likeliestTime, otherTimesToCome, saysMoved } from './moved-time.ts';
import { shiftIn, towardsIn } from './shift.ts';
import { takenBack } from './taken-back.ts';
import { topicsOf } from './topics.ts';
import { unplacedAsk } from './unplaced.ts';
import { whomSaid } from './whom-anew.ts';

export function changeOf(view: MessageView, verdict: Verdict, model: ChangeModel = SHIPPED_CHANGES): Change {
  const { bare } = view.surface;
  const { names } = peopleOf(view.context.org);
  const whom = whomSaid(view, verdict);
  const change = whom !== null && verdict.label !== 'update' && !readsAsChange(view, verdict) ? 'whom' : kindOf(view, verdict, model);
  const others = change === 'cancel' || change === 'deadline' ? leftAlone(view) : [];
  const revives = saysRevived(bare);
  const moved = newTime(view);
  const deadline = moved ?? likeliestTime(view);
  const old = view.times.otherTimes.find((time) => time.role === 'old');
  const shift = change === 'cancel' || change === 'done' ? null : shiftIn(bare);
  const audience = audienceOf(view.normal.text, view.message, view.context.org);
  const asked = askedBefore(view);
  // Hardly an update: where nothing known fits well, it asks by itself.
  const isWeak = isHardlyUpdate(verdict) && ASKING_KINDS.has(change);
  const fallback = ASKS.has(verdict.label)
    ? askOf(view, verdict)
    : isWeak
      ? askOf(view, { ...verdict, label: 'directive' })
      : unplacedAsk(view, verdict, change, audience);
  return {
    change,
    deadline:
      GIVES_TIME.has(change) && !(change === 'reinstate' && keepsTime(bare)) ? (deadline ?? (revives ? fallback.deadline : null)) : null,
    ...(moved === null || change !== 'deadline' ? {} : { otherwise: otherTimesToCome(view, moved) }),
    oldDay: old === undefined ? null : oldDayOf(old, moved, view),
    audience: audience.unclear ? null : audience,
    present: idsOf(peopleOf(view.context.org).members(view.message)),
    ...withQuestion(matterOf(view, change, others, names), view, names),
    ...(RESTORES.test(bare) ? { restores: true as const } : {}),
    ...(FOR_SOME.test(bare) ? { only: true as const } : {}),
    ...(shift === null ? {} : { shift }),
    ...towardsIn(bare, shift),
    ...(saysMoved(view) || (verdict.label === 'update' && moved !== null) ? { moves: true as const } : {}),
    ...(asked === null ? {} : { asked }),
    ...(view.reply?.person == null || view.reply.person === view.person?.id ? {} : { repliesTo: view.reply.person }),
    ...(misposted(view) === null ? {} : { slip: true as const }),
    ...(presses(bare) ? { owes: true as const } : {}),
    ...(liftsOrder(bare) ? { lifts: true as const } : {}),
    ...(ELSEWHERE.test(bare) ? { elsewhere: true as const } : {}),
    ...(isOfPaper(bare, change) ? { handsIn: true as const } : {}),
    ...(whom === null ? {} : { whom }),
    ...countedIn(bare),
    ...(isOfGathering(bare, change) ? { gathering: true as const } : {}),
    ...(COMES_AGAIN.test(bare) && HOUR_STAYS.test(bare) ? { keepsHour: true as const } : {}),
    ...(SAME_CLOCK.test(bare) ? { keepsClock: true as const } : {}),
    aboutMeeting: isAboutMeeting(bare),
    evidence: fallback.evidence,
    targets: targetsOf(view),
    times: timesNamed(view, others),
    days: daysNamed(view, moved, others),
    fallback: STANDS_ALONE.has(verdict.label) || verdict.label === 'part' ? fallback : null,
    asks: verdict.label !== 'update' || isWeak,
    revives,
    particulars: fallback.particulars,
    unsure: verdict.unsure,
  };
}

const ASKING_KINDS: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['deadline', 'remind', 'amend']);
const ASKS: ReadonlySet<Label> = new Set<Label>(['directive', 'notice', 'traffic']);

/** What else was judged so is no item of its own where no target is found. */
const STANDS_ALONE: ReadonlySet<Label> = new Set<Label>(['update', 'directive', 'notice', 'traffic']);

/** "照常" alone says only that it goes on as it stands. */
const RESTORES = /[按照]?(?:原来|原定|原先|原时间|原计划|最早|最初|起初|老时间|先前)|改回|退回|恢复原|照原/u;

/** No gathering. */
const NOT_HANDED_IN = /(?:不(?:用|必|需要?)?|[别甭莫])(?:再)?(?:填(?!坑)|报(?!名|到|会)|交(?!通|流)|上报|报送)(?:送|数)?(?:了|[,。;!]|$)/u;

const COMES_AGAIN = /每[天日]|天天|日报/u;
const HOUR_STAYS = /时间(?:照旧|照常|不变|不动)|还是(?:按)?(?:[上下]午|[早晚]上?)?[\d一二三四五六七八九十]/u;

/** "改明晚,同一个点碰头", "改到周六同样时间". */
const SAME_CLOCK =
  /同一个?(?:点(?!位)|时间|钟点|钟头)|同样(?:的)?(?:时间|钟点)|(?<![到报])(?:钟点|时间)(?:照旧|不变|不动)|老时间|还是(?:那个|这个|原来)的?(?:点(?!位)|时间|钟点)/u;

/** "推进会换地方:…改到门诊楼五楼,14:30不变". */
const ELSEWHERE =
  /换(?:个|了)?(?:地方|地点|场地|会场|楼)|(?:地点|会场|场地|集合点)[^,。;!?不没]{0,3}(?:改|换|变|调|移)|改(?:到|在|至)[^,。;!?\d周点天号日]{0,10}\d{0,2}号?(?:楼|室|厅|院|堂|会场|广场|村部|窗口|门口|路口|码头)/u;

/** "施主任周一要的那份", "那一页周四要". */
const PAPER = /[那这](?:[一两三]?[份页册]|[一两三]?张(?:[\u4e00-\u9fff]{0,6}[表单纸册]|[,。;!]|要|不|往|改|缓|推)|本账|套(?:表|材料))/u;

function isOfPaper(bare: string, change: ChangeKind): boolean {
  if (isAboutMeeting(bare)) return false;
  return change === 'cancel' ? NOT_HANDED_IN.test(bare) || PAPER.test(bare) : change === 'deadline' && PAPER.test(bare);
}

/** "高台单独宽到14号", "别的村还是11号": others keep what they had. */
const FOR_SOME =
  /单独(?![说讲打列写建报发])|单另|特殊|例外|你们?(?:组|村|社区|站|所|校|镇|乡|队)的[^,。;]{0,8}(?:先|提前|缓|宽|延|推)|(?:(?:其他|其它|其余|别的)(?=[^,。;!?]{0,4}[村区组校家户人院所站标段片圩屯])|别家|另外几|剩下)[^,。;!?]{0,6}(?:不变|照旧|照常|按时|按期|按原|还是|仍|不动|没[变动]|别[学攀]|不(?:许|得|能)|必须)|(?:只有|只限|仅限|就)[^,。;]{1,8}(?:可以|能|缓|宽|延|晚)|(?:给|让|准|允许)[^,。;]{1,8}(?:宽|缓|延|晚)(?:[一两二三四五六七\d]天|限|到|至|几天|一点)/u;

const GIVES_TIME: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['deadline', 'remind', 'reinstate']);

function countedIn(bare: string): Pick<Change, 'counted'> {
  const count = numberOf(YOU_COUNTED.exec(bare)?.groups?.['count']);
  return count > 1 ? { counted: count } : {};
}

const YOU_COUNTED = /(?:你们|咱们?)(?<count>[两二三四五六七八九十]|\d{1,2})(?:个|家|位)/u;

const idsOf = once((people: readonly Person[]): readonly string[] => people.map(({ id }) => id));

/** "石桄宽到明天中午", in reply to a question about the table: what is asked about is what is changed. */
function withQuestion(matter: Matter, { reply }: MessageView, names: WordPlaces): Matter {
  const asked = reply === undefined || reply.asks === '' ? [] : topicsOf(reply.asks, [], names);
  return asked.length === 0 ? matter : { topics: [...new Set([...matter.topics, ...asked])], head: asked };
}

function askOf(view: MessageView, verdict: Verdict): Ask {
  const [ask] = asksOf(view, verdict);
  return ask ?? plainAsk(view, verdict, 'directive', audienceOf(view.normal.text, view.message, view.context.org));
}

export function targetsOf(view: MessageView): readonly string[] {
  const { replyTo, edits, recalls } = view.message;
  return [replyTo ?? misposted(view) ?? takenBack(view) ?? undefined, edits, recalls].filter((id) => id !== undefined);
}

/** A recalled message takes its directive back. */
export function recallOf(view: MessageView): Change {
  return goneWith(view, view.message.recalls);
}

/** What the message asked whose text this one replaces, as far as this one doesn't. */
export function editedAway(view: MessageView): Change {
  return { ...goneWith(view, view.message.edits), edited: true };
}

function goneWith(view: MessageView, gone: string | undefined): Change {
  const { platform, group, id, text } = view.message;
  return {
    change: 'cancel',
    deadline: null,
    oldDay: null,
    audience: null,
    present: idsOf(peopleOf(view.context.org).members(view.message)),
    topics: [],
    head: [],
    times: [],
    aboutMeeting: false,
    evidence: [{ platform, group, id, quote: text === '' ? null : text, span: text === '' ? null : [0, text.length] }],
    targets: gone === undefined ? [] : [gone],
    fallback: null,
    asks: false,
    revives: false,
    particulars: NO_PARTICULARS,
    unsure: false,
  };
}
