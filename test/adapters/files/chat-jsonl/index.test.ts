import { describe, expect, it } from 'vitest';
import { bytesOf, china, envelopes, fixture, problems, read } from '../kit.ts';

const FIXTURE = fixture('chat-jsonl/fixtures/chat.jsonl');
const BASE = {
  platform: 'wechat',
  group: 'g01',
  id: 'm1',
  sentAt: '2026-11-16T08:00:00+08:00',
  sender: { id: 'a', name: '甲' },
  text: '好',
};
const line = (change: object) => JSON.stringify({ ...BASE, ...change });
const asJsonl = { format: 'chat-jsonl' };

describe('chat-jsonl', () => {
  it('reads every key of the format', async () => {
    const full = {
      ...{ kind: 'file', mentions: ['*', 7], replyTo: 3, file: { name: '表.xlsx', mime: 'a/b', size: 5, path: 'f/表.xlsx' } },
      ...{ url: 'https://example.test/', durationSec: 3.5, recalls: 'm0', edits: 'm0', forwarded: [{ sender: '乙', text: '话' }] },
    };
    const { sentAt: _, ...rest } = BASE;
    expect(envelopes(await read(line(full)))).toEqual([
      { ...rest, sentAt: china('2026-11-16T08:00:00'), ...full, mentions: ['*', '7'], replyTo: '3' },
    ]);
  });

  it('reports each broken line and reads all others', async () => {
    const events = await read(FIXTURE);
    expect(envelopes(events).map((envelope) => envelope.id)).toEqual(['m0001', '2', 'm0007', 'm0008', 'm0010', '123456789012345678901']);
    expect(problems(events)).toEqual([
      'import.invalid-field 4 field=sentAt',
      'import.time-without-offset 5 field=sentAt',
      'import.unknown-kind 6 kind=hologram',
      'import.not-json 7',
      'import.field-ignored 9 field=durationSec',
      'import.not-an-object 10',
      'import.missing-field 11 field=sender',
      'import.invalid-field 14 field=sentAt',
    ]);
  });

  it('reads times to the millisecond, on either side of midnight and of the year', async () => {
    const times = envelopes(await read(FIXTURE)).map((envelope) => envelope.sentAt);
    expect(times.slice(2, 4)).toEqual([china('2026-12-31T23:59:59'), china('2027-01-01T00:00:00.250')]);
  });

  it('takes numbers for ids, a text for no kind, the id for no name, and null for nothing', async () => {
    const [envelope] = envelopes(
      await read(line({ platform: 'qq', group: 5, id: -7, sender: { id: 9 }, kind: null, text: null, url: null })),
    );
    expect(envelope).toEqual({
      ...{ platform: 'qq', group: '5', id: '-7', sentAt: china('2026-11-16T08:00:00') },
      ...{ sender: { id: '9', name: '9' }, kind: 'text', text: '' },
    });
  });

  it.each([
    ['no platform', { platform: undefined }, 'import.missing-field 1 field=platform'],
    ['an empty id', { id: '' }, 'import.invalid-field 1 field=id'],
    ['an id with a NUL', { group: 'a\0b' }, 'import.invalid-field 1 field=group'],
    ['a sender without an id', { sender: { name: '甲' } }, 'import.missing-field 1 field=sender.id'],
    ['a text that is none', { text: ['好'] }, 'import.invalid-field 1 field=text'],
    ['a kind of many words', { kind: '这是一句话' }, 'import.unknown-kind 1 kind=?'],
    ['a time before there were chats', { sentAt: '1999-12-31T23:59:59Z' }, 'import.impossible-time 1 field=sentAt'],
    ['a time of another century', { sentAt: '2126-11-16T09:00:00+08:00' }, 'import.impossible-time 1 field=sentAt'],
    ['a time in digits', { sentAt: 1794789065 }, 'import.invalid-field 1 field=sentAt'],
  ])('skips a line with %s', async (_, change, expected) => {
    const events = await read(`${line(change)}\n${line({ id: 'next' })}`, asJsonl);
    expect(problems(events)).toEqual([expected]);
    expect(envelopes(events).map((envelope) => envelope.id)).toEqual(['next']);
  });

  it('reads a record that is forwarded without a word by its lines', async () => {
    const forwarded = [{ sender: { id: 'x', name: '县农业局' }, text: '请上报台账' }, '收到'];
    expect(envelopes(await read(line({ text: '', forwarded })))).toMatchObject([
      { kind: 'text', text: '请上报台账\n收到', forwarded: [{ sender: '县农业局', text: '请上报台账' }, { text: '收到' }] },
    ]);
  });

  it('keeps a message whose optional keys are wrong, and names them', async () => {
    const events = await read(line({ mentions: 'all', file: { size: 3 }, replyTo: 'm0' }));
    expect(problems(events)).toEqual(['import.field-ignored 1 field=mentions', 'import.field-ignored 1 field=file']);
    expect(envelopes(events)[0]).toMatchObject({ id: 'm1', text: '好', replyTo: 'm0' });
    expect(envelopes(events)[0]).not.toHaveProperty('mentions');
  });

  it('keeps a message with a byte that is no character, and says so', async () => {
    const bytes = bytesOf(`${line({ text: '好#的' })}\n`);
    bytes[bytes.indexOf(0x23)] = 0xff;
    const events = await read(bytes);
    expect(problems(events)).toEqual(['import.bad-encoding 1']);
    expect(envelopes(events)[0]?.text).toBe('好\uFFFD的');
  });

  it('keeps every character: long, beyond the first plane, invisible, from right to left', async () => {
    const text = `${'水'.repeat(9_990)}👨‍👩‍👧\u200b\u202eabc\u202c\r\n\t"`;
    expect(envelopes(await read(line({ text })))[0]?.text).toBe(text);
  });

  it('gives half a surrogate pair as what every store makes of it', async () => {
    const half = line({ id: 'm#', text: '半#' }).replaceAll('#', '\\ud83d');
    expect(envelopes(await read(half))[0]).toMatchObject({ id: 'm\uFFFD', text: '半\uFFFD' });
  });

  it('reads lines of other systems: byte order mark, carriage returns, blank lines, no end', async () => {
    const events = await read(`\uFEFF${line({})}\r\n\r\n   \r\n${line({ id: 'm2' })}`);
    expect(events.map((event) => (event.kind === 'message' ? event.line : event))).toEqual([1, 4]);
  });

  it('lets a line of many megabytes go', async () => {
    const events = await read(`${line({ text: 'x'.repeat(9_000_000) })}\n${line({ id: 'm2' })}`, asJsonl, [1_000_000]);
    expect(problems(events)).toEqual(['import.too-long 1']);
    expect(envelopes(events).map((envelope) => envelope.id)).toEqual(['m2']);
  });
});
