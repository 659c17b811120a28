/** Labelled chats as examples for training: read by the very same turn reader, with the true labels in the place of judged ones. */
import { type Label, NOISE } from '../model/label.ts';
import { byTime, type Envelope, type Message } from '../model/message.ts';
import { NO_ROSTER, type Organisation, organisation } from '../model/organisation.ts';
import type { Verdict } from '../model/reading.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { featureReader } from '../reading/noise/model/features.ts';
import type { Rule } from '../reading/noise/rule.ts';
import { type Example, type Examples, exampleOf } from '../reading/noise/train/example.ts';
import type { MessageView } from '../reading/view.ts';
import { turnReader } from './turns.ts';

export interface LabelledChat {
  readonly name: string;
  readonly org: Organisation;
  readonly envelopes: readonly Envelope[];
  readonly labels: ReadonlyMap<string, Label>;
}

/** A message without a chat, by nobody knows whom. */
export interface LabelledPhrase {
  readonly id: string;
  readonly text: string;
  readonly label: Label;
  /** Of a sort that no work chat has: only the weights for what stands alone learn from it. */
  readonly lone?: boolean;
}

/** In the weights for chats: phrases are of another sort, and chats whose roster is missing are rare. */
const PHRASE_IN_CHAT = 0.5;
const WITHOUT_ROSTER = 0.3;
/** Exchanges are dense with what is rare in a chat: they teach its words and forms, not how often it comes. */
const EXCHANGE_IN_CHAT = 0.25;
/** In the weights for what stands alone: in a chat much hangs on what stood before, so its texts say less of themselves. */
const CHAT_TEXT_ALONE = 0.2;
/** A working morning. */
const PHRASE_TIME = Date.UTC(2026, 0, 5, 1);

export function examplesOf({ org, envelopes, labels }: LabelledChat, rules: readonly Rule[], calendar: WorkCalendar): Examples {
  const learnAs = learnerOf(labels, rules);
  const [chat, alone]: [Example[], Example[]] = [[], []];
  const nobody = organisation({ ...org, people: [], groups: [] });
  const inChat = turnReader(org, calendar, learnAs(1, chat));
  const withoutRoster = turnReader(nobody, calendar, learnAs(WITHOUT_ROSTER, chat));
  for (const message of inOrder(envelopes)) {
    inChat.take(message);
    withoutRoster.take(message);
    if (message.kind === 'text' && message.replyTo === undefined) {
      turnReader(nobody, calendar, learnAs(CHAT_TEXT_ALONE, alone)).take(message);
    }
  }
  return { chat, alone };
}

/** Of a chat as it stands, with its roster, and of nothing else: more chats teach little of what stands alone or has no roster. */
export function chatExamplesOf({ org, envelopes, labels }: LabelledChat, rules: readonly Rule[], calendar: WorkCalendar): Examples {
  const chat: Example[] = [];
  const reader = turnReader(org, calendar, learnerOf(labels, rules)(1, chat));
  for (const message of inOrder(envelopes)) reader.take(message);
  return { chat, alone: [] };
}

function learnerOf(labels: LabelledChat['labels'], rules: readonly Rule[]) {
  const read = featureReader(rules);
  return (weight: number, into: Example[]) =>
    (view: MessageView): Verdict => {
      const label = labels.get(view.message.id);
      const text = `${view.message.kind} ${view.message.text}`;
      if (label !== undefined) into.push(exampleOf(read(view), rules, { label, weight, text }));
      return asVerdict(view, label ?? 'chitchat');
    };
}

/** Short exchanges that belong to no chat. One by one their messages say little: nothing is learned from them about what stands alone. */
export function exchangeExamplesOf(exchanges: LabelledChat, rules: readonly Rule[], calendar: WorkCalendar): Examples {
  const { chat } = examplesOf(exchanges, rules, calendar);
  return { chat: chat.map((example) => ({ ...example, weight: example.weight * EXCHANGE_IN_CHAT })), alone: [] };
}

export function phraseExamplesOf(phrases: readonly LabelledPhrase[], rules: readonly Rule[], calendar: WorkCalendar): Examples {
  const read = featureReader(rules);
  const nobody = organisation(NO_ROSTER);
  const alone: Example[] = [];
  for (const { id, text, label } of phrases) {
    const reader = turnReader(nobody, calendar, (view) => {
      alone.push(exampleOf(read(view), rules, { label, weight: 1, text: `text ${text}` }));
      return asVerdict(view, label);
    });
    reader.take(loneMessage(id, text));
  }
  const inChat = (example: Example, place: number): Example => ({ ...example, weight: phrases[place]?.lone === true ? 0 : PHRASE_IN_CHAT });
  return { chat: alone.map(inChat), alone };
}

export function loneMessage(id: string, text: string): Message {
  return { platform: '', group: '', id, text, kind: 'text', sender: { id: '', name: '' }, sentAt: PHRASE_TIME, seq: 1 };
}

function inOrder(envelopes: readonly Envelope[]): readonly Message[] {
  return envelopes.toSorted(byTime).map((envelope, index) => ({ ...envelope, seq: index + 1 }));
}

function asVerdict({ message: { platform, group, id } }: MessageView, label: Label): Verdict {
  return { platform, group, id, label, keep: !NOISE.has(label), unsure: false, confidence: 1, reasons: [] };
}
