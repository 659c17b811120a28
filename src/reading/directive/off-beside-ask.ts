/**
 * What a message calls off beside what it asks: "余额结转那张表不要填了,财务改成系统自己结。另外慰问的票据明天上午交来": one sentence, or item of
 * its list, that plainest words call off, and another that asks.
 */
import type { Span } from '../../model/span.ts';
import { once } from '../once.ts';
import { listItemsOf, sentencesOf } from '../text/sentences.ts';
import type { MessageView } from '../view.ts';
import { callsOff, stops } from './change-kind.ts';
import { saysInCase } from './condition.ts';
import { isForwarded } from './local-part.ts';
import { isWithin } from './normal-offset.ts';
import type { Task } from './task.ts';

/** They do it in another way. */
const IN_ITS_STEAD = /改(?:填|报|交|用|发)|换(?:成|用|填)|新(?:表|版|模板)|以(?:这|此|新)/u;
const SHORTEST = 8;
/** What it names: "那张表", "的例会", "“摊位租金台账”". */
const NAMES = /[那这][个张份件趟场次]|[表册单账会数]|台账|名单|材料|报告|培训|演练|检查|巡[查逻]|投票|[”》」]/u;
/** Of those who need not, others still must. */
const OF_SOME =
  /已(?:经)?[交报填]|[交报填](?:过|了的)|没有?[^,。;]{0,8}的|不涉及|除了?|以外|之外|的(?:村|社区|单位|同志|人)(?:就|都)?不|[栏列格项]|纸质|电子版|复印|照片|盖章/u;

/** The span of the only such sentence; null where there is none, or nothing else is asked. */
export const offBesideAsk: (view: MessageView) => Span | null = once((view) => {
  const { text } = view.normal;
  const from = view.surface.ownStart;
  if (view.person === undefined || isForwarded(text) || view.message.replyTo !== undefined) return null;
  const items = listItemsOf(text, from);
  const pieces = items.length > 0 ? items : sentencesOf(text, from);
  const isDue = (piece: Span): boolean => view.times.deadlines.some(({ span }) => isWithin(view, span, [piece]));
  // "差旅单30日下班前送来,票不贴齐不收": what is wanted by a time isn't off.
  const off = pieces.filter((piece) => !isDue(piece) && isOff(view, piece));
  const [only, another] = off;
  if (only === undefined || another !== undefined) return null;
  return pieces.some((piece) => piece !== only && isDue(piece)) ? only : null;
});

function isOff(view: MessageView, [start, end]: Span): boolean {
  const words = view.normal.text.slice(start, end);
  if (end - start < SHORTEST || !NAMES.test(words) || OF_SOME.test(words) || saysInCase(words)) return false;
  return !IN_ITS_STEAD.test(words) && words.split(/[,:]/u).some((clause) => callsOff(clause) || stops(clause));
}

/** The tasks of a message without what it calls off beside them. */
export function withoutOff(view: MessageView, tasks: readonly Task[]): readonly Task[] {
  const off = offBesideAsk(view);
  if (off === null) return tasks;
  const rest = tasks.flatMap((task) => {
    const region = regionWithout(task.region, off, view.normal.text);
    return region === null ? [] : [{ ...task, region }];
  });
  return rest.length === 0 ? tasks : rest;
}

/** Cut off where it stands at either end; null where nothing else is left. */
function regionWithout([start, end]: Span, [from, to]: Span, text: string): Span | null {
  if (to <= start || from >= end) return [start, end];
  const [before, after] = [text.slice(start, Math.max(start, from)), text.slice(Math.min(end, to), end)];
  if (!SAYS_ANYTHING.test(before)) return SAYS_ANYTHING.test(after) ? [to, end] : null;
  return SAYS_ANYTHING.test(after) ? [start, end] : [start, from];
}

const SAYS_ANYTHING = /[\u4e00-\u9fff]{2}/u;
