/**
 * What goes between the threads, as JSON: cheaper than copying objects one by one. A verdict names its message only where that isn't the
 * one just read, and noise comes without its reasons: the store keeps none.
 */
import { LABELS } from '../model/label.ts';
import { type Message, messageKey } from '../model/message.ts';
import type { Answer, Reason, TurnReading, Verdict } from '../model/reading.ts';
import type { MessageRead } from '../ports/reading-ahead.ts';
import type { ReaderBriefing } from './briefing.ts';

/** Empty where it is the message's own. */
type Id = string;
const OWN: Id = '';

type WireVerdict = readonly [id: Id, label: number, keep: 0 | 1, unsure: 0 | 1, confidence: number, reasons: readonly Reason[]];
/** A turn of one message that only answers, which is most of what claims anything, without names; everything else goes as it is. */
type WireAnswer = readonly [
  name: string,
  person: string,
  state: Answer['state'],
  form: Answer['form'],
  clicked: 0 | 1,
  follows: Answer['follows'],
  topics: readonly string[],
  targets: readonly string[],
  quoted: readonly string[],
  numbers: readonly string[],
  times: Answer['times'],
  addressed: readonly string[],
];
type WireClaims = WireAnswer | TurnReading | null;
type WireRead = readonly [turn: Id, verdicts: readonly WireVerdict[], claims: WireClaims, sent?: MessageRead['sent']];

export function encodeReads(messages: readonly Message[], reads: readonly MessageRead[]): string {
  const wire = reads.map((read, index): WireRead => {
    const message = messages[index];
    const turn = message !== undefined && messageKey(message) === read.turn ? OWN : read.turn;
    const verdicts = read.verdicts.map((verdict) => wireVerdict(verdict, message?.id));
    if (read.claims === null) return [turn, verdicts, null];
    const answer = turn === OWN && message?.heardAt === undefined ? wireAnswer(read.claims, message) : null;
    return answer === null ? [turn, verdicts, { ...read.claims, verdicts: [] }, read.sent] : [turn, verdicts, answer];
  });
  return JSON.stringify(wire);
}

function wireAnswer({ asks, changes, answers, sender }: TurnReading, message: Message | undefined): WireAnswer | null {
  const [answer] = answers;
  if (answer === undefined || answers.length > 1 || asks.length > 0 || changes.length > 0) return null;
  if (answer.id !== message?.id || sender.id !== message.sender.id || sender.person !== answer.person) return null;
  const { person, state, form, clicked, follows, topics, targets, quoted, numbers, times, addressed } = answer;
  return [sender.name, person, state, form, clicked ? 1 : 0, follows, topics, targets, quoted, numbers, times, addressed];
}

function isAnswer(claims: WireAnswer | TurnReading): claims is WireAnswer {
  return Array.isArray(claims);
}

function answerOf({ platform, group, id, sender, sentAt }: Message, wire: WireAnswer): TurnReading {
  const [name, person, state, form, clicked, follows, topics, targets, quoted, numbers, times, addressed] = wire;
  const said = { person, state, form, clicked: clicked === 1, topics, targets, quoted, numbers, times, addressed, follows };
  return {
    turn: { platform, group, id },
    sender: { id: sender.id, name, person },
    at: sentAt,
    verdicts: [],
    asks: [],
    changes: [],
    answers: [{ platform, group, id, ...said }],
  };
}

function wireVerdict({ id, label, keep, unsure, confidence, reasons }: Verdict, own: string | undefined): WireVerdict {
  return [id === own ? OWN : id, LABELS.indexOf(label), keep ? 1 : 0, unsure ? 1 : 0, confidence, keep ? reasons : []];
}

export function decodeReads(messages: readonly Message[], text: string): readonly MessageRead[] {
  const wire = JSON.parse(text) as readonly WireRead[];
  if (wire.length !== messages.length) throw new Error(`${messages.length} messages were to be read, ${wire.length} came back`);
  return messages.map((message, index) => {
    const [turn = OWN, verdicts = [], claims = null, sent = []] = wire[index] ?? [];
    return {
      turn: turn === OWN ? messageKey(message) : turn,
      verdicts: verdicts.map((verdict) => verdictOf(message, verdict)),
      claims: claims !== null && isAnswer(claims) ? answerOf(message, claims) : claims,
      sent,
    };
  });
}

function verdictOf({ platform, group, id: own }: Message, [id, label, keep, unsure, confidence, reasons]: WireVerdict): Verdict {
  return {
    platform,
    group,
    id: id === OWN ? own : id,
    label: LABELS[label] ?? 'other',
    keep: keep === 1,
    unsure: unsure === 1,
    confidence,
    reasons,
  };
}

/** From the main thread. `begin` and `recall` ask for no answer. */
export type Order =
  | { readonly kind: 'begin'; readonly briefing: ReaderBriefing }
  /** Messages as JSON. */
  | { readonly kind: 'read' | 'recall'; readonly messages: string };

export function messagesIn({ messages }: { readonly messages: string }): readonly Message[] {
  return JSON.parse(messages) as readonly Message[];
}

/** To the main thread, in the order of the orders to read. */
export type Report = { readonly kind: 'reads'; readonly reads: string } | { readonly kind: 'failure'; readonly error: unknown };
