/**
 * Messages that were judged something else than an update, though their words may change something known: a time is said to have moved, a
 * deed to be off, on again or over. Whether they do the ledger decides, by what it knows; without a sure target they stay what they were.
 */
import type { Deadline } from '../../model/deadline.ts';
import type { Label } from '../../model/label.ts';
import type { Verdict } from '../../model/reading.ts';
import type { Judged } from '../judged.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import type { MessageView } from '../view.ts';
import { callsOff, letsOffWhoeverCould, saysOver, stops, takesUpAgain } from './change-kind.ts';
import { ADDS_WORD } from './change-matter.ts';
import { lastLine } from './last-line.ts';
import { isForwarded } from './local-part.ts';
import { misposted } from './misposted.ts';
import { movedTime } from './moved-time.ts';
import { tasksOf } from './tasks.ts';
import { whomSaid } from './whom-anew.ts';

const MAY_CHANGE: ReadonlySet<Label> = new Set<Label>(['directive', 'notice', 'traffic', 'report', 'answer']);

/** Asked twice of each message, as a change and as an ask of its own: remembered where the answer costs something. */
export function mayBeChange(one: Judged): boolean {
  if (whomSaid(one.view, one.verdict) !== null) return true;
  return MAY_CHANGE.has(one.verdict.label) ? toldAsChange(one) : readsAsChange(one.view, one.verdict);
}

const toldAsChange = once(({ view, verdict }: Judged): boolean => readsAsChange(view, verdict));

/** Any of them that moves, calls off, takes up or ends something. */
export function readsAsChange(view: MessageView, verdict: Verdict): boolean {
  if (!MAY_CHANGE.has(verdict.label)) return view.person !== undefined && misposted(view) !== null;
  if (TELLING.has(verdict.label) && lastLine(view) !== null) return false;
  return (
    readsAsMove(view, verdict) ||
    readsAsCancel(view, verdict) ||
    readsAsRevival(view, verdict) ||
    readsAsEnd(view, verdict) ||
    readsAsAddition(view, verdict)
  );
}

const TELLING: ReadonlySet<Label> = new Set<Label>(['directive', 'notice', 'traffic']);

/** "名单核对往后放,10月9日下班前送": judged an ask, but it says that a time was moved. */
export function readsAsMove(view: MessageView, verdict: Verdict): boolean {
  if (verdict.label === 'answer') return givesTasks(view.standing) && grants(view);
  if (verdict.label !== 'directive' && !(verdict.label === 'notice' && givesTasks(view.standing))) return false;
  return isOneThing(view) && movedTime(view) !== null;
}

/** "同意,宁可慢一点。今天下班前报我": to somebody who has asked for more time. */
function grants({ surface: { bare }, times, reply }: MessageView): boolean {
  return times.deadlines.length === 1 && GRANTS.test(bare) && MORE_TIME.test(reply?.asks ?? '');
}

const MORE_TIME = /缓|晚[点一些]|宽|延|推迟|推后|来不及|赶不[上及出]|[报交填数]不完/u;
const GRANTS = /^(?:我?同意|可以|准了?|行|批准|那就)[,。!;][^?]{0,30}前(?:再)?(?:报|交|发|送|给)/u;

/**
 * "点赞转发作废,转出去的删掉": judged something to know, to click or done, but it calls off what was asked. In what asks for a deed only the
 * plainest words do: "不用开会,直接报我" calls nothing off.
 */
export function readsAsCancel(view: MessageView, { label }: Verdict): boolean {
  const { bare } = view.surface;
  if (isForwarded(view.normal.text) || view.person === undefined) return false;
  if (misposted(view) !== null) return true;
  if (label === 'answer') return givesTasks(view.standing) && bare.length <= LONGEST_ANSWER && ANSWERS_OFF.test(bare);
  if (TELLING.has(label) && letsOffWhoeverCould(bare)) return true;
  if (label === 'notice' || label === 'traffic') return callsOff(bare) || stops(bare);
  if (label === 'directive') return isOneThing(view) && view.times.deadlines.every((time) => wasPlanned(view, time)) && stops(bare);
  return label === 'report' && callsOff(bare);
}

/** "他们查库要紧,那就不开了": nothing of it is left. */
const ANSWERS_OFF = /(?:那|这回|这次)?(?:就|先)(?:不(?:开|搞|办|弄|去)了|取消(?:吧|了)?|作罢|算了)(?=[,。;!]|$)/u;
const LONGEST_ANSWER = 30;

/** "原定明天上午的演练不再举行". */
function wasPlanned({ message }: MessageView, { span: [start] }: Deadline): boolean {
  return PLANNED.test(message.text.slice(Math.max(0, start - 4), start));
}

const PLANNED = /(?:原定|原来|原本|本来|原计划)(?:是|在|于)?$/u;

/** "灯谜会又活了,下午2点前把题给我", "叫停的巡检接着干": taken up again, whatever else it asks. */
export function readsAsRevival(view: MessageView, { label }: Verdict): boolean {
  return TELLING.has(label) && givesTasks(view.standing) && isOneThing(view) && takesUpAgain(view.surface.bare);
}

/** "围井的水清了,这个险先消了": judged a report, but by one of the organisation, and it says that the matter is over. */
export function readsAsEnd({ person, surface: { bare } }: MessageView, verdict: Verdict): boolean {
  return verdict.label === 'report' && person !== undefined && saysOver(bare);
}

/** "补一句:那个数里面,有慢病的单独数出来": judged an ask, but it adds to one. */
export function readsAsAddition({ surface: { bare }, times }: MessageView, { label }: Verdict): boolean {
  return label === 'directive' && times.deadlines.length === 0 && ADDS.test(bare);
}

const ADDS = new RegExp(`^${ADDS_WORD}[哈啊呀哦噢嘛]?[:,\\s]`, 'u');

/** What is forwarded is new here, though its own deadline is put before that of the notice. */
function isOneThing(view: MessageView): boolean {
  return !isForwarded(view.normal.text) && tasksOf(view).length === 1;
}
