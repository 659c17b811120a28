/** From a judged message to what it asks or tells: title, audience, deadline, evidence. */
import type { Deadline } from '../../model/deadline.ts';
import type { Label } from '../../model/label.ts';
import type { Person } from '../../model/organisation.ts';
import { type Ask, type Evidence, HARDLY_AN_UPDATE, type ItemKind, type Verdict } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import type { MessageView } from '../view.ts';
import { concernedBy, isLikelyClue } from './audience/concerned.ts';
import { audienceOf } from './audience/index.ts';
import { peopleOf } from './audience/people.ts';
import { audienceOfItem } from './audience-of-item.ts';
import { callsOff, presses, stops } from './change-kind.ts';
import { conditionIn } from './condition.ts';
import { evidenceIn, wholeMessage } from './evidence.ts';
import { groupsNamed } from './groups-named.ts';
import { handsOn, onBehalfOf } from './handed-on.ts';
import { isMeeting } from './kind-of-task.ts';
import { lastLine } from './last-line.ts';
import { movedTime } from './moved-time.ts';
import { namedByWords, namedWordless, type ToName } from './naming.ts';
import { isWithin, normalOffset } from './normal-offset.ts';
import { withoutOff } from './off-beside-ask.ts';
import { otherMatters } from './other-matters.ts';
import { particularsOf } from './particulars.ts';
import { recordIn, restingOn } from './record.ts';
import { saysApart, saysSame, takesPlace } from './same-or-apart.ts';
import { isSelfHelp } from './self-help.ts';
import { type Task, wholeTask } from './task.ts';
import { tasksOf } from './tasks.ts';
import { type Due, datedTimes, dueOf, spansBesideFestivals, timeSpans } from './times-of-task.ts';
import type { Telltale } from './title/index.ts';
import { topicsOf } from './topics.ts';
import { workOrdersIn } from './work-orders.ts';

const ASKING: ReadonlySet<Label> = new Set<Label>(['directive', 'traffic', 'hazard', 'appeal', 'notice', 'opaque']);

/** Noise and talk ask nothing. */
export function mayAsk(label: Label): boolean {
  return ASKING.has(label);
}

/** Everything that one message asks or tells; noise and talk ask nothing. */
export function asksOf(view: MessageView, verdict: Verdict): readonly Ask[] {
  switch (verdict.label) {
    case 'directive':
      return asksInRecord(view, verdict) ?? withoutOff(view, tasksOf(view)).map((task) => taskAsk(view, verdict, task));
    case 'traffic':
      return asksInRecord(view, verdict) ?? tasksOf(view).map((task) => taskAsk(view, verdict, task));
    case 'hazard':
    case 'appeal':
      // A clue of misconduct in the words of a question or a demand is a clue.
      return toldAsks(view, verdict, isLikelyClue(view.normal.text, view.context.models?.concerning) ? 'hazard' : verdict.label);
    case 'notice':
      return orderedLast(view, verdict) ?? (isFaint(view, verdict) ? [] : [noticeAsk(view, verdict)]);
    case 'opaque':
      return asksInRecord(view, { ...verdict, label: 'directive' }) ?? [plainAsk(view, verdict, 'opaque', everyone(view))];
    default:
      return [];
  }
}

/** Judged an update, though it moves and ends nothing: a table or a list of several things, each with its own time, or hardly one, and asks whole circles. */
export function asksInList(view: MessageView, { label, confidence }: Verdict): boolean {
  if (label !== 'update' || confidence > HARDLY_CHANGES || !givesTasks(view.standing) || view.message.replyTo !== undefined) return false;
  const { otherTimes } = view.times;
  if (otherTimes.some(({ role }) => role === 'old')) return false;
  if (tasksOf(view).length < 2 && !(confidence < HARDLY_AN_UPDATE && requestsByADay(view))) return false;
  return movedTime(view) === null && !callsOff(view.surface.bare) && !stops(view.surface.bare) && !presses(view.surface.bare);
}

/** An update that is judged with more confidence is one. */
const HARDLY_CHANGES = 0.9;

/** "积压案件还有12件。请各中队明天下午6点前全部处置": whole circles are asked for something, by a day of its own. */
function requestsByADay({ times, message: { sentAt }, surface: { bare } }: MessageView): boolean {
  return CIRCLE_ASKED.test(bare) && times.deadlines.some(({ at, certain, basis }) => certain && at > sentAt && basis !== 'assumed');
}

const CIRCLE_ASKED = /(?:请|望|要求)各|(?:^|[。!\n])各(?!位|自|种|项|类|地)[^,。;!?]{1,8}(?:请|要|务必|把|将|[,:])/u;

/** A bulletin that was judged only something to know, whose last line asks somebody for something by a time; null where none does. */
function orderedLast(view: MessageView, verdict: Verdict): readonly Ask[] | null {
  const tasks = givesTasks(view.standing) ? lastLine(view) : null;
  const asks = tasks?.map((task) => taskAsk(view, { ...verdict, label: 'directive' }, task)) ?? [];
  return asks.length > 0 && asks.every(({ deadline, audience }) => deadline !== null && !audience.unclear) ? asks : null;
}

/** What is all but small talk is kept, but no digest need show it: of such notices one in six is of any use. */
const FAINT = 0.3;

function isFaint({ times }: MessageView, { confidence }: Verdict): boolean {
  return confidence < FAINT && times.urgency === 'none' && times.deadlines.length === 0;
}

/** Null where the message forwards no record of something asked. */
function asksInRecord(view: MessageView, verdict: Verdict): readonly Ask[] | null {
  const record = recordIn(view);
  return record === null ? null : tasksOf(record).map((task) => restingOn(view, taskAsk(record, verdict, task)));
}

function noticeAsk(view: MessageView, verdict: Verdict): Ask {
  const ask = plainAsk(view, verdict, 'notice', everyone(view));
  // Most of them name no time; all else of a task is read for nothing then.
  if (!givesTasks(view.standing)) return ask;
  const asOrder = { ...verdict, label: 'directive' } as const;
  const task = wholeTask(view);
  const due = dueOf(view, asOrder, task);
  return due.deadline === null ? ask : { ...ask, asTask: taskAsk(view, asOrder, task, due) };
}

function toldAsks(view: MessageView, verdict: Verdict, kind: 'hazard' | 'appeal'): readonly Ask[] {
  return workOrdersIn(view).map((region) => toldAsk(view, verdict, kind, region));
}

function toldAsk(view: MessageView, verdict: Verdict, kind: 'hazard' | 'appeal', region: Span): Ask {
  const text = view.normal.text.slice(...region);
  const ask = plainAsk(
    view,
    verdict,
    kind,
    concernedBy(text, view.message, view.context.org, kind, view.context.models?.concerning),
    region,
  );
  return kind === 'appeal' && isSelfHelp(text) ? { ...ask, selfHelp: true } : ask;
}

/** An ask of the whole message; also what an update without a known target is shown as. */
export function plainAsk(
  view: MessageView,
  verdict: Verdict,
  kind: ItemKind,
  audience: Ask['audience'],
  region: Span = wholeTask(view).region,
): Ask {
  const spans = timeSpans(view);
  const what = plainToName(view, verdict, kind, region);
  const named = isWordless(view) ? namedWordless(view) : namedByWords(view, what);
  const words = view.normal.text.slice(...region);
  return {
    kind,
    title: named.title,
    deadline: what.deadline,
    urgency: view.times.urgency,
    audience,
    topics: topicsIn(view, words, region, spansBesideFestivals(view)),
    evidence: [kind === 'opaque' ? wholeMessage(view.message) : evidenceIn(view, region, spans)],
    unsure: verdict.unsure,
    confidence: verdict.confidence,
    condition: null,
    relayed: false,
    apart: false,
    ...editIn(view),
    object: named.object,
    particulars: particularsOf(words, view.context.org, view.person, view.message.sentAt),
  };
}

function plainToName(view: MessageView, verdict: Verdict, kind: ItemKind, region: Span): ToName {
  const telltales = kind === 'hazard' || kind === 'appeal' ? telltalesOf(view, verdict) : NO_TELLTALES;
  const deadline = deadlineWithin(view, region);
  return {
    kind,
    region,
    deadline: deadline !== null && isWhenSeen(view, kind, deadline) ? null : deadline,
    times: timeSpans(view),
    telltales,
  };
}

/** "今天赶场,药房门口拿医保卡刷油", "给了当天盖章": of a danger or a demand, told by somebody who gives no tasks, the day is when it was seen, unless something is asked. */
function isWhenSeen({ normal: { text }, standing }: MessageView, kind: ItemKind, { phrase }: Deadline): boolean {
  return (kind === 'hazard' || kind === 'appeal') && !givesTasks(standing) && WHEN_SEEN.test(phrase) && !ASKED_FOR.test(text);
}

const WHEN_SEEN = /^(?:今(?:[天日朝儿早晚夜]|天[早晚]上)|当[天日晚]|早上|半夜|夜里)$/u;

const ASKED_FOR = /请|麻烦|求|尽快|赶紧|抓紧|能不能|可不可以|快点|马上|务必|安排|得有|要有|帮|给个|答复/u;

function deadlineWithin(view: MessageView, region: Span): Deadline | null {
  return view.times.deadlines.find(({ span }) => isWithin(view, span, [region])) ?? null;
}

/** All of a message as one task, with the times of one, whatever it was judged. */
export function askedAlone(view: MessageView, verdict: Verdict): Ask {
  return taskAsk(view, { ...verdict, label: 'directive' }, wholeTask(view));
}

function taskAsk(view: MessageView, verdict: Verdict, task: Task, due: Due = dueOf(view, verdict, task)): Ask {
  const { text } = view.normal;
  const [start, end] = task.region;
  const words = text.slice(start, end);
  const spans = timeSpans(view);
  const { deadline } = due;
  const preamble = task.preamble === null ? '' : text.slice(task.preamble[0], task.preamble[1]);
  const own = audienceOfItem(view, words);
  const condition = conditionIn(words);
  const evidence: readonly Evidence[] = [evidenceIn(view, task.region, spans)];
  const what = taskToName(view, verdict, task, due);
  const named = isWordless(view) ? namedWordless(view) : namedByWords(view, what);
  const times = spansBesideFestivals(view);
  return {
    kind: what.kind,
    title: named.title,
    deadline,
    urgency: view.times.urgency,
    audience: (own.unclear || own.general === true) && preamble !== '' ? audienceOf(preamble + words, view.message, view.context.org) : own,
    topics:
      task.named === undefined
        ? topicsIn(view, taskWords(view, task.region), task.region, [...times, ...otherMatters(words, start)])
        : topicsIn(view, taskWords(view, task.named), task.named, times),
    evidence,
    unsure: verdict.unsure,
    confidence: verdict.confidence,
    condition: deadline === null ? (condition?.words ?? null) : null,
    ...(condition?.isStanding === true ? { standing: true as const } : {}),
    relayed: saysSame(words),
    apart: saysApart(words),
    ...(handsOn(words) ? { handedOn: true as const } : {}),
    ...behalfIn(words, view),
    ...(view.message.replyTo === undefined ? {} : { repliesTo: view.message.replyTo }),
    ...editIn(view),
    ...sentElsewhere(words, view),
    ...(takesPlace(words) ? { replaces: true as const } : {}),
    object: named.object,
    ...daysIn(view, task.region, deadline),
    particulars: particularsOf(preamble + words, view.context.org, view.person, view.message.sentAt),
  };
}

function daysIn(view: MessageView, region: Span, deadline: Deadline | null): Pick<Ask, 'days'> {
  const named = datedTimes(view).filter(({ span, recurrence }) => recurrence === null && isWithin(view, span, [region]));
  const days = [...new Set(named.map(({ day }) => day))].filter((day) => day !== deadline?.day);
  return days.length === 0 ? {} : { days };
}

function editIn({ message: { edits } }: MessageView): Pick<Ask, 'edits'> {
  return edits === undefined ? {} : { edits };
}

function behalfIn(words: string, view: MessageView): Pick<Ask, 'behalf'> {
  const behalf = onBehalfOf(words, peopleOf(view.context.org), view.person);
  return behalf.length === 0 ? {} : { behalf };
}

function taskToName(view: MessageView, verdict: Verdict, task: Task, due: Due): ToName {
  const [start, end] = task.region;
  const words = view.normal.text.slice(start, end);
  const kind = verdict.label === 'traffic' ? 'traffic' : isMeeting(view, words, due) ? 'meeting' : 'directive';
  const times = [...timeSpans(view), ...otherMatters(words, start)];
  return { kind, region: task.named ?? task.region, deadline: due.deadline, times, telltales: NO_TELLTALES };
}

/** What is named in a message, in the order of its asks: what titles are learned from. */
export function toNameIn(view: MessageView, verdict: Verdict): readonly ToName[] {
  switch (verdict.label) {
    case 'directive':
    case 'traffic':
      return tasksOf(view).map((task) => taskToName(view, verdict, task, dueOf(view, verdict, task)));
    case 'hazard':
    case 'appeal': {
      const kind = verdict.label;
      return workOrdersIn(view).map((region) => plainToName(view, verdict, kind, region));
    }
    default:
      return [];
  }
}

function sentElsewhere(words: string, { message, context: { org } }: MessageView): Pick<Ask, 'sentTo'> {
  const sentTo = groupsNamed(words, message, org);
  return sentTo.length === 0 ? {} : { sentTo };
}

/** A file without words is about what it is called. */
function taskWords(view: MessageView, region: Span): string {
  return isWordless(view) ? (view.message.file?.name ?? '') : view.normal.text.slice(...region);
}

/**
 * @param words those of the region, which is where they stand
 * @param times spans that don't count
 */
function topicsIn(view: MessageView, words: string, [start, end]: Span, times: readonly Span[]): readonly string[] {
  const inside = times.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start] as const);
  return topicsOf(words, inside, peopleOf(view.context.org).names);
}

function isWordless({ surface }: MessageView): boolean {
  return surface.bare === '';
}

/** The words that spoke for the verdict. */
function telltalesOf(view: MessageView, { reasons }: Verdict): readonly Telltale[] {
  return reasons.flatMap(({ span, weight }) => (span === undefined || weight <= 0 ? [] : [{ at: normalOffset(view, span[0]), weight }]));
}

const NO_TELLTALES: readonly Telltale[] = [];

export function everyone(view: MessageView): Ask['audience'] {
  return everyoneOf(peopleOf(view.context.org).others(view.message, view.person));
}

const everyoneOf = once((people: readonly Person[]): Ask['audience'] => ({
  people: people.map((person) => person.id).toSorted(),
  unclear: false,
}));
