/** The time that holds after a change: the one that the text says is the new one, not any other that it mentions (why it was moved, what held before). */
import type { Deadline, OtherTime } from '../../model/deadline.ts';
import { once } from '../once.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { asDeadline } from './asks.ts';
import { normalOffset } from './tasks.ts';

/** "改到", "往后挪", "提前半天", "放到", "还是按": what follows within the sentence is where it went. */
const MOVES =
  /(?<!整)改(?:期|签)?(?:到|为|成|在|至|定)|改期|推(?:迟|后|到|至)(?:到|至)?|延(?:期|长|后|迟|缓|到|至)(?:到|至)?|顺延|展期|(?<!转)[挪移](?:到|至)|往[前后](?:再)?[挪推放移提延顺赶压给调]|挪一?[天下]|提前(?!准备|做好|谋划|[\d一二两三四五十半几]+分钟)|提到|放[宽到在]|宽限|缓[到至一]|调(?:整)?(?:到|为|至|成|回)|(?:恢复|退回)到|不算数|照旧|按原|(?:还是|[仍还]然?|依旧|仍旧)按/gu;
/** The bare verb counts only with its time right behind it: "改15:30", "延周五". */
const BARE_MOVES = /(?<!整)改(?:今天|明天)?|推|延|(?<!转)[挪移]/gu;
/** How far behind the word the time may stand. */
const REACH = 26;
const BARE_REACH = 2;

interface Time {
  readonly at: number;
  readonly deadline: Deadline;
  readonly isCorrected: boolean;
}

/** Null where no time is said to be the new one. */
export const movedTime: (view: MessageView) => Deadline | null = once((view) => {
  const times = timesOf(view);
  if (times.length === 0) return null;
  const corrected = times.find((time) => time.isCorrected);
  if (corrected !== undefined) return corrected.deadline;
  const { text } = view.normal;
  return (
    timeBehind(text, view.surface.ownStart, times, MOVES, REACH) ?? timeBehind(text, view.surface.ownStart, times, BARE_MOVES, BARE_REACH)
  );
});

function timeBehind(text: string, from: number, times: readonly Time[], words: RegExp, reach: number): Deadline | null {
  for (const match of matchesOf(words, from === 0 ? text : text.slice(from))) {
    const end = from + match.index + match[0].length;
    const next = times.find(({ at }) => at >= end && at - end <= reach && !/[。!?\n]/u.test(text.slice(end, at)));
    if (next !== undefined) return next.deadline;
  }
  return null;
}

/** Where no time is marked as new: a time of day says more than a mere day, and what is said last counts. */
export function likeliestTime(view: MessageView): Deadline | null {
  const times = view.times.deadlines.length > 0 ? view.times.deadlines : timesOf(view).map(({ deadline }) => deadline);
  return times.findLast((time) => time.basis === 'said' || time.anchor !== null) ?? times.at(-1) ?? null;
}

/** Times that something can be moved to, in the order of the text; never those that are past, or hold no longer. */
function timesOf(view: MessageView): readonly Time[] {
  const { deadlines, otherTimes } = view.times;
  const others = otherTimes.filter(({ role, value }) => (role === 'event' || role === 'other') && value !== null);
  return [...deadlines.map((time) => placed(view, time, time)), ...others.map((time) => placed(view, time, asDeadline(time)))]
    .filter((time) => time !== null)
    .toSorted((a, b) => a.at - b.at);
}

function placed(view: MessageView, time: Deadline | OtherTime, deadline: Deadline | null): Time | null {
  if (deadline === null) return null;
  return { at: normalOffset(view, time.span[0]), deadline, isCorrected: time.steps.includes('role/corrected') };
}
