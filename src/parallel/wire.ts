/**
 * What goes between the threads. Verdicts, of which every message has one, are numbers, and their reasons one long text: the JSON that the
 * store keeps, cut apart by their lengths. What messages claim is JSON, cheaper than copying objects one by one, and names what is the
 * message's own only where it isn't.
 */
import { LABELS } from '../model/label.ts';
import { type Message, messageKey } from '../model/message.ts';
import type { Roster } from '../model/organisation.ts';
import type { Answer, TurnReading } from '../model/reading.ts';
import type { MessageRead, ReadVerdict } from '../ports/reading-ahead.ts';
import type { ReaderBriefing } from './briefing.ts';

/** What a batch of messages was read as. */
export interface WireReads {
  /** Of each verdict: label, whether it is kept and whether it is unsure, confidence, how long its reasons are. */
  readonly verdicts: Float64Array<ArrayBuffer>;
  readonly reasons: string;
  /** JSON of `Claims`. */
  readonly claims: string;
}

interface Claims {
  readonly each: readonly WireClaims[];
  /** By the message's place, in order: whatever doesn't just begin a turn with its own verdict. */
  readonly others: readonly WireOther[];
}

type WireOther = readonly [place: number, turn: string, ids: readonly string[], sent: MessageRead['sent'], continues: 0 | 1];
/** A turn of one message that only answers, which is most of what claims anything, without names; everything else goes as it is. */
type WireAnswer = readonly [
  name: string,
  person: string,
  state: Answer['state'],
  form: Answer['form'],
  says: number,
  follows: Answer['follows'],
  topics: readonly string[],
  targets: readonly string[],
  quoted: readonly string[],
  numbers: readonly string[],
  times: Answer['times'],
  addressed: readonly string[],
];
type WireClaims = WireAnswer | TurnReading | null;

const WIDTH = 4;
const KEPT = 1;
const UNSURE = 2;
const CLICKED = 1;
const EXEMPT = 2;

export function encodeReads(messages: readonly Message[], reads: readonly MessageRead[]): WireReads {
  const verdicts = new Float64Array(WIDTH * reads.reduce((sum, read) => sum + read.verdicts.length, 0));
  let at = 0;
  let reasons = '';
  const others: WireOther[] = [];
  const each = reads.map((read, place) => {
    const message = messages[place];
    for (const { label, keep, unsure, confidence, reasons: own } of read.verdicts) {
      const said = !keep ? '' : typeof own === 'string' ? own : JSON.stringify(own);
      verdicts[at++] = LABELS.indexOf(label);
      verdicts[at++] = (keep ? KEPT : 0) | (unsure ? UNSURE : 0);
      verdicts[at++] = confidence;
      verdicts[at++] = said.length;
      reasons += said;
    }
    const begins = message !== undefined && begunBy(message, read);
    if (!begins) others.push([place, read.turn, read.verdicts.map(({ id }) => id), read.sent, read.continues ? 1 : 0]);
    return wireClaims(read.claims, begins ? message : undefined);
  });
  return { verdicts, reasons, claims: JSON.stringify({ each, others } satisfies Claims) };
}

/** A turn that nothing is to be said of, but what its first message says. */
function begunBy(message: Message, { turn, verdicts }: MessageRead): boolean {
  return message.heardAt === undefined && messageKey(message) === turn && verdicts.length === 1 && verdicts[0]?.id === message.id;
}

function wireClaims(claims: TurnReading | null, begins: Message | undefined): WireClaims {
  if (claims === null) return null;
  return wireAnswer(claims, begins) ?? { ...claims, verdicts: verdictsFor(claims) };
}

/** What a change is about depends on how surely its message is one; nothing else asks for verdicts there. */
function verdictsFor({ changes, verdicts }: TurnReading): TurnReading['verdicts'] {
  return changes.length === 0 ? [] : verdicts.map((verdict) => ({ ...verdict, reasons: [] }));
}

function wireAnswer({ asks, changes, answers, sender }: TurnReading, message: Message | undefined): WireAnswer | null {
  const [answer] = answers;
  if (answer === undefined || answers.length > 1 || asks.length > 0 || changes.length > 0) return null;
  if (answer.id !== message?.id || sender.id !== message.sender.id || sender.person !== answer.person) return null;
  const { person, state, form, clicked, exempt, follows, topics, targets, quoted, numbers, times, addressed } = answer;
  const says = (clicked ? CLICKED : 0) | (exempt ? EXEMPT : 0);
  return [sender.name, person, state, form, says, follows, topics, targets, quoted, numbers, times, addressed];
}

function isAnswer(claims: WireAnswer | TurnReading): claims is WireAnswer {
  return Array.isArray(claims);
}

function answerOf({ platform, group, id, sender, sentAt }: Message, wire: WireAnswer): TurnReading {
  const [name, person, state, form, says, follows, topics, targets, quoted, numbers, times, addressed] = wire;
  const flags = { clicked: (says & CLICKED) !== 0, exempt: (says & EXEMPT) !== 0 };
  const said = { person, state, form, ...flags, topics, targets, quoted, numbers, times, addressed, follows };
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

export function decodeReads(messages: readonly Message[], { verdicts, reasons, claims }: WireReads): readonly MessageRead[] {
  const { each, others } = JSON.parse(claims) as Claims;
  if (each.length !== messages.length) throw new Error(`${messages.length} messages were to be read, ${each.length} came back`);
  const nextVerdict = verdictsIn(verdicts, reasons);
  let next = 0;
  return messages.map((message, place) => {
    const said = each[place] ?? null;
    const own = said !== null && isAnswer(said) ? answerOf(message, said) : said;
    const other = others[next];
    if (other?.[0] !== place)
      return { turn: messageKey(message), verdicts: [nextVerdict(message, message.id)], claims: own, continues: false, sent: NONE_SENT };
    next++;
    const [, turn, ids, sent, continues] = other;
    return { turn, verdicts: ids.map((id) => nextVerdict(message, id)), claims: own, continues: continues === 1, sent };
  });
}

/** A turn's first message was sent when the turn began. */
const NONE_SENT: MessageRead['sent'] = [];
const UNTOLD: ReadVerdict['reasons'] = [];

/** One after the other. */
function verdictsIn(numbers: Float64Array, reasons: string): (message: Message, id: string) => ReadVerdict {
  let at = 0;
  let from = 0;
  return ({ platform, group }, id) => {
    const label = LABELS[numbers[at++] ?? 0] ?? 'other';
    const flags = numbers[at++] ?? 0;
    const confidence = numbers[at++] ?? 0;
    const to = from + (numbers[at++] ?? 0);
    const said = to === from ? UNTOLD : reasons.slice(from, to);
    from = to;
    return { platform, group, id, label, keep: (flags & KEPT) > 0, unsure: (flags & UNSURE) > 0, confidence, reasons: said };
  };
}

/** From the main thread. Only `read` asks for an answer. */
export type Order =
  | { readonly kind: 'begin'; readonly briefing: ReaderBriefing }
  | { readonly kind: 'organise'; readonly roster: Roster }
  /** Messages as JSON. */
  | { readonly kind: 'read' | 'recall'; readonly messages: string };

export function messagesIn({ messages }: { readonly messages: string }): readonly Message[] {
  return JSON.parse(messages) as readonly Message[];
}

/** To the main thread, in the order of the orders to read. */
export type Report = { readonly kind: 'reads'; readonly reads: WireReads } | { readonly kind: 'failure'; readonly error: unknown };
