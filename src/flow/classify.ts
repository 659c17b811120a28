/** Verdicts for loose lines: those with group and time are each other's context, any other is judged alone. */
import { byTime, type Envelope, type Message, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Verdict } from '../model/reading.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { type TunedRuleSet, tunedJudge } from '../reading/noise/overlay.ts';
import type { Judge } from '../reading/noise/rule-set.ts';
import { readTurn } from '../reading/read-turn.ts';
import { turnReader } from './turns.ts';

type Known = Pick<Envelope, 'platform' | 'group' | 'sender' | 'mentions' | 'replyTo' | 'recalls' | 'edits' | 'forwarded' | 'sentAt'>;

/** A message of which little more than the text may be known. */
export type ClassifiedLine = Pick<Envelope, 'id' | 'text' | 'kind'> & { readonly [K in keyof Known]?: Known[K] | undefined };

export interface ClassifySettings {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
  readonly rules: TunedRuleSet;
}

/** A working morning: what a text without a time is read against, so that its verdict never changes. */
const NO_TIME = Date.UTC(2026, 0, 5, 1);

export function classifyLines(lines: readonly ClassifiedLine[], settings: ClassifySettings): readonly Verdict[] {
  const verdicts = new Array<Verdict>(lines.length);
  const judge = tunedJudge(settings.rules);
  const placed: { readonly index: number; readonly message: Message }[] = [];
  lines.forEach((line, index) => {
    const message = messageOf(line, index);
    if (line.group !== undefined && line.sentAt !== undefined) placed.push({ index, message });
    else verdicts[index] = judgeAlone(message, judge, settings);
  });
  const reader = turnReader(settings.org, settings.calendar, judge);
  const final = new Map<string, Verdict>();
  // A repeat of a message is no second one: it shares the verdict of the first, and is nobody's context.
  const once = new Map(placed.toReversed().map((one) => [messageKey(one.message), one])).values();
  for (const { message } of [...once].toSorted((a, b) => byTime(a.message, b.message))) {
    for (const verdict of readTurn(reader.take(message).judged).verdicts) final.set(messageKey(verdict), verdict);
  }
  for (const { index, message } of placed) {
    const verdict = final.get(messageKey(message));
    if (verdict !== undefined) verdicts[index] = verdict;
  }
  return verdicts;
}

function judgeAlone(message: Message, judge: Judge, { org, calendar }: ClassifySettings): Verdict {
  const [verdict] = readTurn(turnReader(org, calendar, judge).take(message).judged).verdicts;
  if (verdict === undefined) throw new Error('a turn of one message has one verdict');
  return verdict;
}

function messageOf(line: ClassifiedLine, index: number): Message {
  const { platform = '', group = '', sender = { id: '', name: '' }, sentAt = NO_TIME } = line;
  const known = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined));
  return { ...known, id: line.id, text: line.text, kind: line.kind, platform, group, sender, sentAt, seq: index + 1 };
}
