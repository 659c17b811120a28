/** All that a message changes: one thing, or each of several that it lists, moves and calls off, or asks for beside. */
import type { ChangeModel } from '../../model/change-model.ts';
import type { Deadline } from '../../model/deadline.ts';
import type { Change, Verdict } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { originalSpan } from '../text/normalise.ts';
import { listItemsOf } from '../text/sentences.ts';
import { type MessageView, viewOf } from '../view.ts';
import { plainAsk } from './asks.ts';
import { audienceOf } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { changeOf, recallOf } from './change.ts';
import { SHIPPED_CHANGES } from './change-chances.ts';
import { callsOff, stops } from './change-kind.ts';
import { evidenceIn } from './evidence.ts';
import { newTime } from './likeliest-kind.ts';
import { listedIn } from './listed.ts';
import { movedTime } from './moved-time.ts';
import { isWithin } from './normal-offset.ts';
import { type OffBeside, offBeside } from './off-beside.ts';
import { offBesideAsk } from './off-beside-ask.ts';
import { particularsOf } from './particulars.ts';
import { datedTimes, timeSpans } from './times-of-task.ts';
import { blank, topicsOf } from './topics.ts';

/** One; or where several things are named together ("避风、撤人、报数这三件到此结束") one for each of them. */
export function changesOf(view: MessageView, verdict: Verdict, model: ChangeModel = SHIPPED_CHANGES): readonly Change[] {
  const each = inItems(view, verdict, model);
  if (each !== null) return each;
  const change = changeOf(view, verdict, model);
  if (change.whom !== undefined) return [change];
  const { names } = peopleOf(view.context.org);
  const moved = change.change === 'deadline' || change.change === 'cancel' ? newTime(view) : null;
  const beside = moved === null ? null : offBeside(view, moved, names);
  if (beside !== null) return movedAndOff(view, { ...change, change: 'deadline', deadline: moved }, beside);
  const things =
    change.targets.length > 0 ? [] : listedIn(view.normal.text.slice(view.surface.ownStart)).map((thing) => topicsOf(thing, [], names));
  if (things.length === 0 || things.some((topics) => topics.length === 0)) return [change];
  return things.map((topics, index) => ({ ...change, topics, head: topics, ...(index === 0 ? {} : { besides: true as const }) }));
}

/** "两处更正。①自查表现改为30日10点前;②年审表现改为30日下班前": an update of several things is read item by item; null where it is none. */
function inItems(view: MessageView, verdict: Verdict, model: ChangeModel): readonly Change[] | null {
  if (verdict.label !== 'update' || view.message.replyTo !== undefined) return null;
  const { text } = view.normal;
  const from = view.surface.ownStart;
  const items = listItemsOf(text, from);
  if (items.length < 2) return null;
  // "调度会两处更正:1.时间改为15:00": what is named before them is what all of them are about.
  const { names } = peopleOf(view.context.org);
  if (topicsOf(text.slice(from, items[0]?.[0] ?? from).replaceAll(SAYS_THAT_MORE, ' '), [], names).some((topic) => topic.length > 1))
    return null;
  const parts = items.map((item) => ({ item, ...partOf(view, item) }));
  if (!parts.every(({ part }) => movedTime(part) !== null || callsOff(part.surface.bare) || stops(part.surface.bare))) return null;
  return parts.map(({ item, part, at }, place) => ({
    ...placedIn(view, changeOf(part, verdict, model), item, at),
    ...(place === 0 ? {} : { besides: true as const }),
  }));
}

const SAYS_THAT_MORE = /[一两三四五几\d]+[处个项件条点]|时间|更正|变更|调整|变化|通知|说明|如下|事项|同志们?|各位|大家/gu;

/** A message with no more than some of its words, and where they begin in the normal text. */
function partOf({ message, context, person, turnBefore, normal }: MessageView, [start, end]: Span): { part: MessageView; at: number } {
  const words = normal.text.slice(start, end);
  const text = words.replace(LIST_NUMBER, '');
  return { part: viewOf({ ...message, text }, context, person, turnBefore), at: start + words.length - text.length };
}

/** What was read of a part rests on the message. @param at where the part begins in the normal text */
function placedIn(view: MessageView, change: Change, item: Span, at: number): Change {
  const placed = <Time extends Deadline | null>(time: Time): Time =>
    time === null ? time : { ...time, span: originalSpan(view.normal, at + time.span[0], at + time.span[1]) };
  const evidence = [evidenceIn(view, item, timeSpans(view))];
  const { deadline, otherwise, fallback } = change;
  return {
    ...change,
    deadline: placed(deadline),
    ...(otherwise === undefined ? {} : { otherwise: otherwise.map(placed) }),
    evidence,
    fallback: fallback === null ? null : { ...fallback, deadline: placed(fallback.deadline), evidence },
  };
}

const LIST_NUMBER =
  /^\s*(?:\d{1,2}[.、)）]|[一二三四五六七八九十]{1,2}[.、)）,]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑩])\s*/u;

/** One thing is moved, and another called off: each by its own words. */
function movedAndOff(view: MessageView, change: Change, { clause, topics, moved: about }: OffBeside): readonly Change[] {
  // What is moved need be nothing known: it may only be why the other is off.
  const { moves: _, ...moved } = change;
  const old = view.times.otherTimes.find(({ role }) => role === 'old');
  const { evidence, fallback, particulars, unsure } = change;
  return [
    {
      ...moved,
      topics: about,
      head: about,
      oldDay: old !== undefined && isWithin(view, old.span, [clause]) ? null : change.oldDay,
    },
    { ...recallOf(view), targets: [], topics, head: topics, evidence, fallback, particulars, unsure, besides: true },
  ];
}

/** What a message that asks for one thing calls off of another; nothing stands in its stead. */
export function changeBesideAsk(view: MessageView, verdict: Verdict): readonly Change[] {
  const span = verdict.label === 'directive' ? offBesideAsk(view) : null;
  if (span === null) return [];
  const { text } = view.normal;
  const { org } = view.context;
  const times = timeSpans(view);
  const topics = topicsOf(blank(text, times).slice(...span), [], peopleOf(org).names);
  if (!topics.some((topic) => topic.length > 1)) return [];
  const inside = datedTimes(view).filter((time) => isWithin(view, time.span, [span]));
  return [
    {
      ...recallOf(view),
      targets: [],
      topics,
      head: topics,
      times: inside.map(({ at }) => at),
      days: inside.map(({ day }) => day),
      evidence: [evidenceIn(view, span, times)],
      fallback: plainAsk(view, verdict, 'directive', audienceOf(text.slice(...span), view.message, org)),
      particulars: particularsOf(text.slice(...span), org, view.person, view.message.sentAt),
      besides: true,
    },
  ];
}
