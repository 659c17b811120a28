/** Times that something can be moved to, in the order of the text: without those that are past, void, only argued, or of what stays as it is. */
import { type Deadline, namesDay, type OtherTime, onDay } from '../../model/deadline.ts';
import type { Span } from '../../model/span.ts';
import type { MessageView } from '../view.ts';
import { startsAsked } from './asked-before.ts';
import { leftAlone } from './left-alone.ts';
import { isAdvised, isNoNewTime } from './no-new-time.ts';
import { normalOffset } from './normal-offset.ts';
import { asDeadline, datedTimes } from './times-of-task.ts';

export interface Time {
  /** Where it begins in the normal text. */
  readonly at: number;
  readonly deadline: Deadline;
  readonly isCorrected: boolean;
}

export function timesToMoveTo(view: MessageView): readonly Time[] {
  const { deadlines, otherTimes } = view.times;
  const others = otherTimes.filter((time) => {
    const { role, value, phrase } = time;
    if (value === null || isNoNewTime(view, time)) return false;
    return role === 'event' || role === 'other' || (role === 'past' && value.basis === 'said' && !namesDay(phrase));
  });
  const asked = startsAsked(view);
  const limits = deadlines.filter((time) => !isAdvised(view, time));
  const times = [...limits.map((time) => placed(view, time, time)), ...others.map((time) => placed(view, time, asDeadline(time)))]
    .filter((time) => time !== null)
    .filter(({ deadline }) => !asked.has(deadline.span[0]))
    .filter(({ at, deadline: { span } }) => !isOnlyArgued(view.normal.text.slice(at + span[1] - span[0])))
    .filter(({ at, deadline: { span } }) => !isVoid(view.normal.text, at, at + span[1] - span[0]))
    .map((time) => onNamedDay(view, time))
    .filter(({ deadline }) => deadline.at > view.message.sentAt)
    .toSorted((a, b) => a.at - b.at);
  if (times.length < 2) return times;
  const alone = leftAlone(view);
  const elsewhere = times.filter(({ at }) => !isOfOther(view.normal.text, at, alone));
  return elsewhere.length > 0 ? elsewhere : times;
}

/** "签字表往后推,路通再送,25号中午前到我这。草原证那份不动,照旧22号": the time of what stays as it is. */
function isOfOther(text: string, at: number, alone: readonly Span[]): boolean {
  return alone.some(([from, to]) => at >= from && at < to && OF_OTHER.test(text.slice(from, at)));
}

const OF_OTHER = /(?:不[动变改]|那[份张个边件]|照[旧常])[^。!?]{0,3}照[旧常]$|那[份张个边件](?:还是|照[旧常])$/u;

/** "改回本周五,以今天这条为准": when it is said. "拖到明天等于白干": what would become of it. */
const NAMES_WORD = /^的?这[条个份张句](?:通知|消息)?为准/u;
const OF_NO_USE = '(?:才[\\u4e00-\\u9fff]{1,2})?(?:就|都|可就|那就)?(?:等于|来不及|晚了|太晚|迟了|不赶趟|白[\\u4e00-\\u9fff]了)';
const TOO_LATE = new RegExp(`^${OF_NO_USE}`, 'u');
/** Then what else is named is the time that holds. */
const PUT_OFF_TOO_LATE = new RegExp(`(?:拖|等|放|推)[到至][^,。;!?]{1,8}?${OF_NO_USE}`, 'u');

/** That putting it off until some time is of no use. */
export function saysTooLate(text: string): boolean {
  return PUT_OFF_TOO_LATE.test(text);
}

function isOnlyArgued(behind: string): boolean {
  return NAMES_WORD.test(behind) || TOO_LATE.test(behind);
}

/** "今天下班前报我,昨晚“放宽到16日”的说法作废": what was said of it holds no more. */
const IS_VOID =
  /^(?:(?:[^,。;!?\d]{0,4}[”"」』](?:的)?(?:说法|那[条句]话?|通知|要求|安排)?|(?:的)?(?:说法|通知|安排|那[条句]话?))(?:一律|也|都)?(?:作废|不算|不作数|收回|取消)|不算数|不作数|不再(?:执行|有效|作数))/u;
/** "昨天讲的自查表宽限到周六作废": what was said before; a card that is good until then is another thing. */
const SAID_BEFORE = /(?:昨[天晚]|刚才?|前面|早上|上午|原来|先前|之前)[^,。;!?]{0,3}(?:讲|说|发|通知|定)的?[^。;!?]{0,20}$/u;

function isVoid(text: string, start: number, end: number): boolean {
  const rest = text.slice(end);
  return IS_VOID.test(rest) || (rest.startsWith('作废') && SAID_BEFORE.test(text.slice(0, start)));
}

/** "明天的会挪下午两点": a mere clock that would be past is that of the day to come that the sentence has named before it. */
function onNamedDay(view: MessageView, time: Time): Time {
  const { deadline } = time;
  if (deadline.at > view.message.sentAt || deadline.basis !== 'said' || namesDay(deadline.phrase)) return time;
  const before = view.normal.text.slice(0, time.at);
  const sentence = Math.max(...['。', '!', '?', '\n'].map((end) => before.lastIndexOf(end)));
  const day = datedTimes(view)
    .map(({ span, day }) => ({ at: normalOffset(view, span[0]), day }))
    .findLast((named) => named.at > sentence && named.at < time.at && named.day > deadline.day)?.day;
  return day === undefined ? time : { ...time, deadline: onDay(deadline, day) };
}

function placed(view: MessageView, time: Deadline | OtherTime, deadline: Deadline | null): Time | null {
  if (deadline === null) return null;
  return { at: normalOffset(view, time.span[0]), deadline, isCorrected: time.steps.includes('role/corrected') };
}
