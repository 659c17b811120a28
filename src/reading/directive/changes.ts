/** What an update does to a known item: moved, cancelled, amended, pressed, closed; and what it points at. */
import type { Deadline } from '../../model/deadline.ts';
import type { Change, ChangeKind, Verdict } from '../../model/reading.ts';
import { CLOSED_PATTERN, REMIND_PATTERN } from '../noise/rules/asks.ts';
import type { MessageView } from '../view.ts';
import { asDeadline, plainAsk } from './asks.ts';
import { audienceOf } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { topicsOf } from './topics.ts';

const REINSTATE =
  /恢复(?:召开|举行|进行|执行|上报|报送)|照常(?:进行|召开|举行|报|交|开)|还(?:是)?(?:要|得)(?:报|交|填|开)|仍(?:然)?(?:要|需|按)|不取消|重新启用|又要/u;
const CANCEL =
  /取消|作废|不用(?:再)?(?:报|填|交|来|弄|去|参加|发|做|管)|别(?:再)?(?:填|报|交|弄|来|去|发)了|不(?:开|搞|办|报|填|交|弄|演|去)了|撤销|撤回|收回|无需|不用了|不要了|不搞了|免了|暂停|暂缓|发错(?:群)?|不再(?:报|填|交)/u;
const MOVED = /改(?:到|为|成|在|期)|推迟|延期|延到|延至|延长|顺延|往后|提前|放宽|宽限|缓到|缓一|以[^,。]{0,6}为准|更正|不是[^,。]{1,12}是/u;
/** What takes the place of the thing that is changed: "并到双替代确认表". */
const INSTEAD = /(?:并到|并入|合到|合并到|改填|改用|改报|用的是|参照)[^,。;]{2,24}/gu;
/** The danger or the demand is dealt with. */
const COMPLETED =
  /(?:已经?|都|全部)[^,。]{0,10}(?:完|清|撤|拉|拖|修|通|恢复|处置|处理|排除|消除|解决|安排好|到位)|(?:修|清|处理|弄|换|补|恢复|解决|排除|消除|扑|消)(?:好|完|灭|掉|干净)?了|灭(?:完|了)|满意|正常(?:走|通行|供)/u;
/** Another place, form or extent; an update without any of it only presses. */
const AMENDS =
  /改|换|挪|搬到|增加|加上|再加|补充|补一|另附|还要|只要|只填|更正|口径|格式|地点|范围|单独|除外|[别不]用带|名额|不在|以[^,。]{1,10}为准/u;
const SAME_TIME = /时间(?:不变|照旧|不动)|点儿?不变|时限不变/u;

export function changeOf(view: MessageView, verdict: Verdict): Change {
  const { bare } = view.surface;
  const deadline = view.times.deadlines[0] ?? movedEvent(view);
  const old = view.times.otherTimes.find((time) => time.role === 'old');
  const change = kindOf(bare, deadline, old !== undefined);
  const audience = audienceOf(view.normal.text, view.message, view.context.org);
  const fallback = plainAsk(view, verdict, 'directive', audience);
  return {
    change,
    deadline: change === 'deadline' || change === 'remind' || change === 'reinstate' ? deadline : null,
    oldDay: old?.value?.day ?? null,
    audience: audience.unclear ? null : audience,
    topics: topicsOf(bare.replaceAll(INSTEAD, ' '), [], peopleOf(view.context.org).names),
    head: topicsOf(bare.split(/[,。;:!?\n]/u, 1)[0] ?? '', [], peopleOf(view.context.org).names),
    aboutMeeting: /[例会议]会|开会|会议|[\u4e00-\u9fff]会(?:改|推|挪|取消|不开|时间|地点)|培训|演练/u.test(bare),
    evidence: fallback.evidence,
    targets: targetsOf(view),
    fallback: change === 'done' ? null : fallback,
    unsure: verdict.unsure,
  };
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
    unsure: false,
  };
}

function kindOf(bare: string, deadline: Deadline | null, hasOld: boolean): ChangeKind {
  if (REINSTATE.test(bare)) return 'reinstate';
  const moves = MOVED.test(bare) || hasOld;
  const mayClose = !moves && deadline === null && !REMIND_PATTERN.test(bare);
  if (mayClose && CLOSED_PATTERN.test(bare)) return 'done';
  if (CANCEL.test(bare) && !(moves && deadline !== null)) return 'cancel';
  if (mayClose && COMPLETED.test(bare)) return 'done';
  if (SAME_TIME.test(bare)) return 'amend';
  if (REMIND_PATTERN.test(bare) && !moves) return 'remind';
  // An update that names a time, and is no reminder, gives the time that now counts.
  if (deadline !== null) return 'deadline';
  return moves || AMENDS.test(bare) ? 'amend' : 'remind';
}

function movedEvent(view: MessageView): Deadline | null {
  const event = view.times.otherTimes.find((time) => time.role === 'event' && time.value !== null);
  return event === undefined ? null : asDeadline(event);
}

export function targetsOf(view: MessageView): readonly string[] {
  const { replyTo, edits, recalls } = view.message;
  return [replyTo, edits, recalls].filter((id) => id !== undefined);
}
