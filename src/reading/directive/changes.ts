/** What an update does to a known item: moved, cancelled, amended, pressed, closed; and what it points at. */
import { type Ask, type Change, NO_PARTICULARS, type Verdict } from '../../model/reading.ts';
import { givesTasks } from '../standing.ts';
import type { MessageView } from '../view.ts';
import { asksOf, plainAsk } from './asks.ts';
import { audienceOf } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { changeKindOf, saysOver } from './change-kind.ts';
import { likeliestTime, movedTime } from './moved-time.ts';
import { tasksOf } from './tasks.ts';
import { topicsOf } from './topics.ts';
import { unplacedAsk } from './unplaced.ts';

/** What takes the place of the thing that is changed: "并到双替代确认表". */
const INSTEAD = /(?:并到|并入|合到|合并到|改填|改用|改报|用的是|参照)[^,。;]{2,24}/gu;
const CLAUSE_END = /[,。;:!?\n]/u;
/** A clause that only calls somebody. */
const ADDRESS = /^(?:@\S+\s*)*(?:[\u4e00-\u9fff]{1,5}们|各位[\u4e00-\u9fff]{0,4}|大家|同志|家人|亲)(?:好|早|注意|辛苦了?)?$/u;

export function changeOf(view: MessageView, verdict: Verdict): Change {
  const { bare } = view.surface;
  const matter = withoutAddress(bare);
  const moved = movedTime(view);
  const deadline = moved ?? likeliestTime(view);
  const old = view.times.otherTimes.find((time) => time.role === 'old');
  const change = changeKindOf(bare, { hasNewTime: moved !== null, hasOldTime: old !== undefined, hasTime: deadline !== null });
  const audience = audienceOf(view.normal.text, view.message, view.context.org);
  const fallback = verdict.label === 'directive' ? askOf(view, verdict) : unplacedAsk(view, verdict, change, audience);
  return {
    change,
    deadline: change === 'deadline' || change === 'remind' || change === 'reinstate' ? deadline : null,
    oldDay: old?.value?.day ?? null,
    audience: audience.unclear ? null : audience,
    topics: topicsOf(matter.replaceAll(INSTEAD, ' '), [], peopleOf(view.context.org).names),
    head: topicsOf(matter.split(CLAUSE_END, 1)[0] ?? '', [], peopleOf(view.context.org).names),
    aboutMeeting: /[例会议]会|开会|会议|[\u4e00-\u9fff]会(?:改|推|挪|取消|不开|时间|地点)|培训|演练/u.test(bare),
    evidence: fallback.evidence,
    targets: targetsOf(view),
    fallback: verdict.label === 'report' ? null : fallback,
    asks: verdict.label !== 'update',
    particulars: fallback.particulars,
    unsure: verdict.unsure,
  };
}

/** "老师们,好人线索不用报了" is about clues, not about teachers. */
function withoutAddress(text: string): string {
  const clauses = text.split(CLAUSE_END);
  const first = clauses.findIndex((clause) => !ADDRESS.test(clause.trim()));
  return first <= 0 ? text : clauses.slice(first).join(',');
}

/** What is forwarded is new here, though its own deadline is put before that of the notice. */
const FORWARDS = /^\s*(?:[【〔[(]?转|抄送)/u;

/** "名单核对往后放,10月9日下班前送": judged an ask, but it says that a time was moved. */
export function readsAsMove(view: MessageView, verdict: Verdict): boolean {
  if (verdict.label !== 'directive' || FORWARDS.test(view.normal.text)) return false;
  return movedTime(view) !== null && tasksOf(view).length === 1;
}

/** "围井的水清了,这个险先消了": judged a report, but by somebody who gives tasks, and it says that the matter is over. */
export function readsAsEnd({ standing, surface: { bare } }: MessageView, verdict: Verdict): boolean {
  return verdict.label === 'report' && givesTasks(standing) && saysOver(bare);
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
    aboutMeeting: false,
    evidence: [{ platform, group, id, quote: text === '' ? null : text, span: text === '' ? null : [0, text.length] }],
    targets: recalls === undefined ? [] : [recalls],
    fallback: null,
    asks: false,
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
  return [replyTo, edits, recalls].filter((id) => id !== undefined);
}
