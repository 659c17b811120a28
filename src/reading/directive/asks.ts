/** From a judged message to what it asks or tells: title, audience, deadline, evidence. */
import type { Deadline, OtherTime } from '../../model/deadline.ts';
import type { Ask, Evidence, ItemKind, Verdict } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience.ts';
import { evidenceIn, wholeMessage } from './evidence.ts';
import { peopleOf } from './people.ts';
import { normalOffset, type Task, tasksOf } from './tasks.ts';
import { titleOf } from './title/index.ts';
import { topicsOf } from './topics.ts';

const RELAY =
  /^(?:【?转|转发|转:|@?[^,。]{0,8}让(?:我)?(?:再)?(?:转|说|喊|通知|强调)|替[^,。]{1,6}(?:转|说))|同一(?:张|个|份)|是一(?:张|个|回事|份)|只(?:填|报)一次|不用重复|不另起炉灶|就是[^,。]{0,10}(?:那张|那个)表/u;
const CONDITION = /(?:如果|若|如有|如遇|假如|要是|一旦|凡是?)(?<condition>[^,。;]{2,24})/u;
const MEETING = /会议|开会|[\u4e00-\u9fff]会(?:$|[,。;:!)」”]|议)|培训|演练|集合|党课|宣讲|讲座|座谈/u;

/** Everything that one message asks or tells; noise and talk ask nothing. */
export function asksOf(view: MessageView, verdict: Verdict): readonly Ask[] {
  switch (verdict.label) {
    case 'directive':
    case 'traffic':
      return tasksOf(view).map((task) => taskAsk(view, verdict, task));
    case 'hazard':
    case 'appeal':
      return [plainAsk(view, verdict, verdict.label, concerned(view))];
    case 'notice':
      return [plainAsk(view, verdict, 'notice', everyone(view))];
    case 'opaque':
      return [plainAsk(view, verdict, 'opaque', everyone(view))];
    default:
      return [];
  }
}

/** An ask of the whole message; also what an update without a known target is shown as. */
export function plainAsk(view: MessageView, verdict: Verdict, kind: ItemKind, audience: Ask['audience']): Ask {
  const region: Span = [view.surface.ownStart, view.normal.text.length];
  const spans = timeSpans(view);
  const deadline = view.times.deadlines[0] ?? null;
  return {
    kind,
    title:
      view.surface.bare === ''
        ? wordlessTitle(view)
        : titleOf(kind, {
            text: view.normal.text,
            region,
            times: spans,
            deadlineAt: deadline === null ? null : normalOffset(view, deadline.span[0]),
            names: peopleOf(view.context.org).names,
          }),
    deadline,
    urgency: view.times.urgency,
    audience,
    topics: topicsOf(
      view.normal.text.slice(region[0]),
      spans.map(([start, end]) => [start - region[0], end - region[0]] as const),
      peopleOf(view.context.org).names,
    ),
    evidence: [kind === 'opaque' ? wholeMessage(view.message) : evidenceIn(view, region, spans)],
    unsure: verdict.unsure,
    confidence: verdict.confidence,
    condition: null,
    relayed: false,
  };
}

function taskAsk(view: MessageView, verdict: Verdict, task: Task): Ask {
  const { text } = view.normal;
  const [start, end] = task.region;
  const words = text.slice(start, end);
  const spans = timeSpans(view);
  const event = verdict.label === 'directive' ? eventTime(view, task) : null;
  const isMeeting = event !== null && MEETING.test(words);
  const deadline = event === null ? deadlineFor(view, task) : asDeadline(event);
  const kind = verdict.label === 'traffic' ? 'traffic' : isMeeting ? 'meeting' : 'directive';
  const preamble = task.preamble === null ? '' : text.slice(task.preamble[0], task.preamble[1]);
  const own = audienceOf(words, view.message, view.context.org);
  const condition = CONDITION.exec(words)?.groups?.['condition'] ?? null;
  const evidence: readonly Evidence[] = [evidenceIn(view, task.region, spans)];
  return {
    kind,
    title: titleOf(kind, {
      text,
      region: task.region,
      times: spans,
      deadlineAt: deadline === null ? null : normalOffset(view, deadline.span[0]),
      names: peopleOf(view.context.org).names,
    }),
    deadline,
    urgency: view.times.urgency,
    audience: own.unclear && preamble !== '' ? audienceOf(preamble + words, view.message, view.context.org) : own,
    topics: topicsOf(
      words,
      spans.map(([from, to]) => [from - start, to - start] as const).filter(([from, to]) => from >= 0 && to <= end - start),
      peopleOf(view.context.org).names,
    ),
    evidence,
    unsure: verdict.unsure,
    confidence: verdict.confidence,
    condition: deadline === null ? condition : null,
    relayed: RELAY.test(text),
  };
}

/** The first deadline in the task; for a task of a list without one, a deadline that stands outside all items. */
function deadlineFor(view: MessageView, task: Task): Deadline | null {
  const within = view.times.deadlines.filter((time) => isWithin(view, time.span, task.region));
  const inside = earliest(within, view.message.sentAt);
  if (inside !== undefined || task.preamble === null) return inside ?? null;
  const { preamble } = task;
  return (
    earliest(
      view.times.deadlines.filter((time) => isWithin(view, time.span, preamble)),
      view.message.sentAt,
    ) ?? null
  );
}

/** Of several deadlines of one task the first thing to be handed in counts; so does the local one, which is before that of the notice it forwards. */
function earliest(deadlines: readonly Deadline[], sentAt: number): Deadline | undefined {
  const coming = deadlines.filter((time) => time.at > sentAt);
  return (coming.length > 0 ? coming : deadlines).toSorted((a, b) => a.at - b.at)[0];
}

/** The start that a task is bound to: a meeting's before any deadline in its text, another event's where no deadline is said. */
function eventTime(view: MessageView, task: Task): OtherTime | null {
  const words = view.normal.text.slice(task.region[0], task.region[1]);
  const event = view.times.otherTimes.find(
    (time) => time.role === 'event' && time.value !== null && isWithin(view, time.span, task.region),
  );
  if (event === undefined || (event.value?.at ?? 0) <= view.message.sentAt) return null;
  const deadline = deadlineFor(view, task);
  return deadline === null || (MEETING.test(words) && event.span[0] < deadline.span[0]) ? event : null;
}

export function asDeadline(time: OtherTime): Deadline | null {
  if (time.value === null) return null;
  return { ...time.value, phrase: time.phrase, span: time.span, recurrence: null, until: null, certain: true, steps: time.steps };
}

function isWithin(view: MessageView, span: Span, region: Span): boolean {
  const at = normalOffset(view, span[0]);
  return at >= region[0] && at < region[1];
}

/** All times of a message, in offsets of its normal text. */
function timeSpans(view: MessageView): readonly Span[] {
  const spans = [...view.times.deadlines, ...view.times.otherTimes].map((time) => time.span);
  return spans.map(([start, end]) => [normalOffset(view, start), normalOffset(view, end)] as const);
}

/** Those who act on a danger or a demand: the named, the owners of the place, offices and leaders of the group. */
function concerned(view: MessageView): Ask['audience'] {
  const { org } = view.context;
  const named = audienceOf(view.normal.text, view.message, org);
  const acting = peopleOf(org)
    .members(view.message)
    .filter((person) => person.roles.includes('leader') || person.areas.length === 0);
  const people = [...(named.unclear ? [] : named.people), ...acting.map((person) => person.id)].filter((id) => id !== view.person?.id);
  return people.length === 0 ? everyone(view) : { people: [...new Set(people)].toSorted(), unclear: false };
}

function everyone(view: MessageView): Ask['audience'] {
  const people = peopleOf(view.context.org)
    .members(view.message)
    .filter((person) => person.id !== view.person?.id);
  return { people: people.map((person) => person.id).toSorted(), unclear: false };
}

function wordlessTitle(view: MessageView): string {
  const { message } = view;
  const name = view.person?.name ?? message.sender.name;
  if (message.kind === 'voice') return `${name}的语音${message.durationSec === undefined ? '' : ` ${message.durationSec}″`}`;
  if (message.kind === 'file') return `${name}发的文件${message.file === undefined ? '' : `《${message.file.name}》`}`;
  return message.kind === 'video' ? `${name}发的视频` : `${name}发的图片`;
}
