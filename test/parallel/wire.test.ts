import { expect, it } from 'vitest';
import { type Message, messageKey } from '../../src/model/message.ts';
import { decodeReads, encodeReads } from '../../src/parallel/wire.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { anAnswer, aReading } from '../kit/ledger-builders.ts';

const KEY = { platform: evidence('g01', 'm3').platform, group: 'g01', id: 'm3' };
const MESSAGE: Message = {
  ...KEY,
  seq: 1,
  sentAt: at('2026-11-16 09:00'),
  sender: { id: 'gu-yan', name: '顾燕' },
  kind: 'text',
  text: '收到,山上不交',
};

it.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('an answer comes back with what it says: clicked %s, exempt %s', (clicked, exempt) => {
  const reading = aReading('m3', '2026-11-16 09:00', {
    answers: [anAnswer({ ...KEY, clicked, exempt })],
    sender: { id: 'gu-yan', name: '顾燕', person: 'gu-yan' },
  });
  const verdict = { ...KEY, label: 'ack' as const, keep: false, unsure: false, confidence: 0.9, reasons: [] };
  const read = { turn: messageKey(MESSAGE), verdicts: [verdict], claims: reading, continues: false, sent: [] };
  const [back] = decodeReads([MESSAGE], encodeReads([MESSAGE], [read]));
  expect(back?.claims?.answers).toEqual(reading.answers);
});
