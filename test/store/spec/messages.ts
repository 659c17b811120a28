import { expect, it } from 'vitest';
import type { Envelope } from '../../../src/model/message.ts';
import { at } from '../../kit/digest-builders.ts';
import { anEnvelope, envelopesBetween } from '../../kit/store-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

export function messagesSpec(store: CurrentStore): void {
  it('stores an envelope once, however often it comes, and leaves the first as it was', async () => {
    const [first, again] = await Promise.all([store().ingest([anEnvelope()]), store().ingest([anEnvelope({ text: '改过的' })])]);
    expect([first.length, again.length]).toEqual([1, 0]);
    expect(await store().findMessages('m0001')).toEqual(first);
    expect(await store().countMessages()).toBe(1);
  });

  it('takes a repeat within one batch once', async () => {
    const stored = await store().ingest([anEnvelope({ text: '一' }), anEnvelope({ text: '二' }), anEnvelope({ id: 'm0002' })]);
    expect(stored.map(({ seq, text }) => [seq, text.slice(0, 1)])).toEqual([
      [1, '一'],
      [2, '请'],
    ]);
  });

  it('keeps the same id apart in another group and on another platform', async () => {
    const stored = await store().ingest([anEnvelope(), anEnvelope({ group: 'g02' }), anEnvelope({ platform: 'qq' })]);
    expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await store().findMessages('m0001')).map(({ platform, group }) => `${platform} ${group}`)).toEqual([
      'wechat g01',
      'wechat g02',
      'qq g01',
    ]);
    expect((await store().findMessages('m0001', { platform: 'qq', group: 'g01' })).map(({ seq }) => seq)).toEqual([3]);
    expect(await store().findMessages('m0001', { platform: 'qq', group: 'g02' })).toEqual([]);
    expect(await store().groupsHeard()).toHaveLength(3);
    expect(await store().groupsHeard()).toContainEqual({ platform: 'wechat', group: 'g02' });
  });

  it('knows every name that was shown of a sender in a group, once', async () => {
    const sent = (id: string, name: string, group = 'g01') => anEnvelope({ id, group, sender: { id: 'u1', name } });
    await store().ingest([sent('a', '甲'), sent('b', '甲'), sent('c', '石桥村-甲'), sent('d', '乙', 'g02')]);
    expect((await store().senderNames({ platform: 'wechat', group: 'g01' })).toSorted()).toEqual(['甲', '石桥村-甲'].toSorted());
  });

  it('numbers messages as they come, without gaps for repeats', async () => {
    await store().ingest(envelopesBetween(0, 30));
    const stored = await store().ingest(envelopesBetween(20, 50));
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => 31 + index));
    expect(stored[0]?.id).toBe('m30');
  });

  it('gives back what ingest answered, in order of arrival, above a number and up to a limit', async () => {
    const stored = await store().ingest([...envelopesBetween(0, 40)].reverse());
    expect(await store().messagesAfter(0, 1000)).toEqual(stored);
    expect((await store().messagesAfter(10, 5)).map(({ seq }) => seq)).toEqual([11, 12, 13, 14, 15]);
    expect(await store().messagesAfter(40, 5)).toEqual([]);
  });

  it('gives every part of an envelope back', async () => {
    const [stored] = await store().ingest([FULL]);
    expect(stored).toEqual({ ...FULL, seq: 1 });
    expect(await store().messagesAfter(0, 1)).toEqual([{ ...FULL, seq: 1 }]);
  });

  it.each(ODD_TEXTS)('keeps a text with $what', async ({ text, kept = text }) => {
    const answered = await store().ingest([anEnvelope({ text })]);
    expect(answered[0]?.text).toBe(kept);
    expect(await store().messagesAfter(0, 1)).toEqual(answered);
  });

  it('answers a window with its end and without its beginning, in reading order', async () => {
    await store().ingest(TIED);
    const window = await store().messagesBetween(at('2026-11-16 09:00'), at('2026-11-16 10:00'));
    expect(window.map(({ group, id }) => `${group} ${id}`)).toEqual(['g01 m9', 'g01 m10', 'g02 m1', '😀 m1', '\uFF5E m1', 'g01 m2']);
  });

  it('knows the first and last instant, and none of an empty store', async () => {
    expect([await store().timeRange(), await store().countMessages()]).toEqual([null, 0]);
    await store().ingest(TIED);
    expect(await store().timeRange()).toEqual({ first: at('2026-11-16 09:00'), last: at('2026-11-16 10:01') });
  });

  it('stores nothing of a batch that fails', async () => {
    const broken = anEnvelope({ id: 'broken', sentAt: 0.5 });
    await expect(store().ingest([anEnvelope(), broken])).rejects.toThrow();
    expect(await store().countMessages()).toBe(0);
    expect((await store().ingest([anEnvelope({ id: 'm2' })]))[0]?.seq).toBe(1);
  });
}

const FULL: Envelope = {
  ...anEnvelope({ kind: 'file', text: '' }),
  mentions: ['*', 'gu-yan'],
  replyTo: 'm0',
  file: { name: '核验表.xlsx', mime: 'application/vnd.ms-excel', size: 20480, path: 'files/核验表.xlsx' },
  url: 'https://example.org/?a=1',
  durationSec: 34,
  recalls: 'm1',
  edits: 'm2',
  forwarded: [{ sender: '赵敏', text: '明天交' }, { text: '好' }],
};

const ODD_TEXTS: readonly { readonly what: string; readonly text: string; readonly kept?: string }[] = [
  { what: '10,000 characters', text: '核'.repeat(10_000) },
  { what: 'nothing in it', text: '' },
  { what: 'a NUL inside', text: '前\u0000后' },
  { what: 'emoji, zero-width and right-to-left characters', text: '👨‍👩‍👧\u200B\u202Eשלום' },
  { what: 'half an emoji', text: '看\uD83D', kept: '看\uFFFD' },
];

/** Four messages of one instant; 😀 stands before ~ in UTF-16 and after it in UTF-8. */
const TIED: readonly Envelope[] = [
  anEnvelope({ id: 'm0', sentAt: at('2026-11-16 09:00') }),
  anEnvelope({ id: 'm2', sentAt: at('2026-11-16 10:00') }),
  anEnvelope({ id: 'm3', sentAt: at('2026-11-16 10:01') }),
  anEnvelope({ id: 'm10', sentAt: at('2026-11-16 09:30') }),
  anEnvelope({ group: '\uFF5E', id: 'm1', sentAt: at('2026-11-16 09:30') }),
  anEnvelope({ group: '😀', id: 'm1', sentAt: at('2026-11-16 09:30') }),
  anEnvelope({ group: 'g02', id: 'm1', sentAt: at('2026-11-16 09:30') }),
  anEnvelope({ id: 'm9', sentAt: at('2026-11-16 09:30') }),
];
