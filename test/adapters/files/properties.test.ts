import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../adapters/files/index.ts';
import type { ImportEvent } from '../../../src/adapter-kit.ts';
import { bytesOf, envelopes, FIXTURES, feed, fixture, read } from './kit.ts';

const NAMES = FORMATS.map((reader) => reader.name);

/** Pieces of what the formats are made of, so that bytes by chance get deep into a reader. */
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '  {\n',
    '\n  }',
    '\0',
    '\uFEFF',
    'null',
    '1',
    '-',
    'e9',
    '\\x0C',
    '\\ud800',
  ],
  ...[
    '"id"',
    '"messages":[',
    '"chats":{"list":[',
    '"type":"message"',
    '"type":"private_group"',
    '"date_unixtime":"1794789065"',
    '"text":',
    '__proto__',
  ],
  ...['"platform":"qq"', '"group":"g"', '"sentAt":"2026-11-16T08:00:00Z"', '"sender":{"id":"a"}', '"kind":"recall"', '"constructor":{}'],
  ...[
    '2026-11-16 8:00:00 ',
    '2026-99-16 8:00:00 ',
    '甲(101)',
    '<a@b.c>',
    '【群主】',
    '='.repeat(64),
    '消息对象:群',
    '消息分组:',
    '收到',
    '👍',
    '\u202e',
    '[图片]',
  ],
];

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((tokens) => bytesOf(tokens.join(''))),
);

/** An export in a real shape with something done to it. */
const damaged = fc
  .record({ name: fc.constantFrom(...FIXTURES), at: fc.nat(20_000), drop: fc.nat(40), put: noise })
  .map(({ name, at, drop, put }) => {
    const bytes = fixture(name);
    const from = at % bytes.length;
    return Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + drop)]);
  });

const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 });

function sound(event: ImportEvent): boolean {
  if (event.kind === 'group') return event.group.id !== '';
  if (event.kind === 'problem') return event.problem.code.startsWith('import.') && event.line >= 0;
  const { platform, group, id, sentAt, sender, text } = event.envelope;
  return (
    [platform, group, id, sender.id].every((part) => part !== '' && part.isWellFormed()) &&
    sentAt >= 0 &&
    text.isWellFormed() &&
    event.line >= 1
  );
}

describe('any bytes into any reader', () => {
  it('come to an end and give nothing but sound events', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, damaged), fc.constantFrom(undefined, ...NAMES), sizes, async (bytes, format, pieces) => {
        const events = await read(bytes, format === undefined ? {} : { format }, pieces);
        expect(events.filter((event) => !sound(event))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('give the same events wherever they are cut', () => {
    fc.assert(
      fc.property(fc.oneof(noise, damaged), fc.constantFrom(...NAMES), sizes, (bytes, format, pieces) => {
        expect(feed(bytes, format, pieces)).toEqual(feed(bytes, format, [1_000_000]));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an export in a real shape', () => {
  it.each(FIXTURES)('%s: gives the same events cut at any byte, and at every byte', async (name) => {
    const bytes = fixture(name);
    const whole = await read(bytes);
    const format = NAMES.find((known) => name.startsWith(known)) ?? 'chat-jsonl';
    expect(feed(bytes, format, [1])).toEqual(whole);
    for (let at = 1; at < bytes.length; at += at < 100 ? 1 : 31) expect(feed(bytes, format, [at, bytes.length])).toEqual(whole);
  });

  it.each(FIXTURES)('%s: gives the same keys when it is read again', async (name) => {
    const keys = async () => envelopes(await read(fixture(name))).map(({ platform, group, id }) => [platform, group, id]);
    expect(await keys()).toEqual(await keys());
    expect((await keys()).length).toBeGreaterThan(3);
  });

  it('loses at most a few messages to a damaged stretch', async () => {
    const bytes = fixture('telegram-desktop/fixtures/single-chat.json');
    const whole = new Set(envelopes(await read(bytes)).map((envelope) => envelope.id));
    // Within entries: a bracket between them may truly end the list.
    const inside = [...bytes.keys()].filter((at) => {
      const line = bytes.subarray(bytes.lastIndexOf(0x0a, at - 1) + 1, at);
      return line.length > 2 && line.subarray(0, 3).every((byte) => byte === 0x20);
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...inside),
        fc.constantFrom('"', '{', '}', '[', ']', '\\', ',', ':', '\n', '{"', 'x'),
        async (at, put) => {
          const hurt = Uint8Array.from([...bytes.subarray(0, at), ...bytesOf(put), ...bytes.subarray(at)]);
          const left = envelopes(await read(hurt)).filter((envelope) => whole.has(envelope.id));
          expect(left.length).toBeGreaterThanOrEqual(whole.size - 3);
        },
      ),
      { numRuns: 300 },
    );
  });
});
