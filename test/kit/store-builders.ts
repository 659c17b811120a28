/** Messages, verdicts and entries for tests of the store: the same for the same number, in any process. */
import type { Entry } from '../../src/ledger/entry.ts';
import type { Envelope, Message, MessageKey } from '../../src/model/message.ts';
import { messageKey } from '../../src/model/message.ts';
import { NO_PARTICULARS, type Reason, type Verdict } from '../../src/model/reading.ts';
import type { SettledBatch } from '../../src/ports/store.ts';
import { at } from './digest-builders.ts';

const START = at('2026-11-16 08:30');
const PLATFORMS = ['wechat', 'qq', 'telegram'];

export function anEnvelope(given: Partial<Envelope> = {}): Envelope {
  return {
    platform: 'wechat',
    group: 'g01',
    id: 'm0001',
    sentAt: START,
    sender: { id: 'zhao-min', name: '农服中心-赵敏' },
    kind: 'text',
    text: '请于明天下班前把农机购置补贴核验表报农服中心',
    ...given,
  };
}

/** The `number`th message of an endless chat in many groups; every fifth is a reply. */
export function envelopeAt(number: number): Envelope {
  return anEnvelope({
    platform: PLATFORMS[number % PLATFORMS.length] ?? 'wechat',
    group: `g${(number * 7) % 40}`,
    id: `m${number}`,
    sentAt: START + number * 1700,
    sender: { id: `person-${number % 23}`, name: `某村-${number % 23}` },
    text: `第${number}条:请各村把核验表报农服中心${'。'.repeat(number % 60)}`,
    ...(number % 5 === 0 ? { replyTo: `m${Math.max(0, number - 3)}`, mentions: ['*'] } : {}),
  });
}

export function envelopesBetween(from: number, to: number): readonly Envelope[] {
  return Array.from({ length: to - from }, (_, index) => envelopeAt(from + index));
}

export const A_REASON: Reason = { source: 'rule', id: 'ask.please', weight: 3.1, span: [0, 1], says: '有“请”字' };

export function aVerdict({ platform, group, id }: MessageKey, given: Partial<Verdict> = {}): Verdict {
  return { platform, group, id, label: 'directive', keep: true, unsure: false, confidence: 0.97, reasons: [A_REASON], ...given };
}

/** The entry that a turn of one message makes. */
export function anAnswer(envelope: Envelope, given: Partial<Extract<Entry, { kind: 'answered' }>> = {}): Entry {
  return {
    kind: 'answered',
    directive: `d-${envelope.id}`,
    turn: messageKey(envelope),
    at: envelope.sentAt,
    order: 0,
    person: 'gu-yan',
    state: 'acknowledged',
    message: { platform: envelope.platform, group: envelope.group, id: envelope.id },
    ...given,
  };
}

/** The entry of an ask, with everything in it that JSON must carry: nulls, spans, nested objects, words of any script. */
export function anOpening(envelope: Envelope, given: Partial<Extract<Entry, { kind: 'opened' }>> = {}): Entry {
  return {
    kind: 'opened',
    directive: `d-${envelope.id}`,
    turn: messageKey(envelope),
    at: envelope.sentAt,
    order: 0,
    issuer: { id: 'zhao-min', name: '赵敏', person: null },
    similarTo: [],
    ask: {
      kind: 'directive',
      title: '报农机购置补贴核验表 🚜',
      deadline: null,
      urgency: 'soon',
      audience: { people: ['gu-yan'], unclear: false },
      topics: ['农机', '补贴'],
      evidence: [{ platform: envelope.platform, group: envelope.group, id: envelope.id, quote: '核验表', span: [12, 15] }],
      unsure: false,
      confidence: 0.9,
      condition: null,
      relayed: false,
      apart: false,
      object: [],
      particulars: NO_PARTICULARS,
    },
    ...given,
  };
}

/** Messages as if each were a turn of its own; every third makes an entry. */
export function settledBatchOf(messages: readonly Message[]): SettledBatch {
  return {
    verdicts: messages.map((message) => aVerdict(message)),
    ruleSet: 'shipped-1',
    turns: messages.map((message) => ({ turn: messageKey(message), entries: message.seq % 3 === 0 ? [anOpening(message)] : [] })),
    cursor: messages.at(-1)?.seq ?? 0,
  };
}
