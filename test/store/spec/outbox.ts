import { expect, it } from 'vitest';
import { aDigest, anItem } from '../../kit/digest-builders.ts';
import { A_CHANNEL, aDigestText, anOutgoing } from '../../kit/outgoing-builders.ts';
import { anOpening, aVerdict, envelopeAt } from '../../kit/store-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const DIGEST = aDigest([{}]);
const TEXT = aDigestText('gu-yan', DIGEST.date);

export function outboxSpec(store: CurrentStore): void {
  const keysDue = async (now: number, except?: readonly string[]) => (await store().outgoingDue(now, 100, except)).map(({ key }) => key);

  it('keeps a digest with its text, once a day and person', async () => {
    expect(await store().putDigestToSend(DIGEST, TEXT)).toBe(true);
    expect(await store().putDigestToSend(DIGEST, { ...TEXT, key: 'digest again' })).toBe(false);
    expect(await store().digestOf('gu-yan', DIGEST.date)).toEqual(DIGEST);
    expect(await keysDue(1_000)).toEqual([TEXT.key]);
  });

  it('gives back a text as it was put there', async () => {
    const full = aDigestText('gu-yan', '2026-11-17', {
      to: { platform: 'one', target: 'person', id: '7001' },
      buttons: [['收到', '完成']],
      replyTo: 'm5',
      mentions: ['7001'],
    });
    expect(await store().putOutgoing([full])).toEqual([full.key]);
    expect(await store().putOutgoing([{ ...full, blocks: [] }, anOutgoing()])).toEqual(['alert 1']);
    expect(await store().outgoing(full.key)).toEqual({ ...full, state: 'queued', closed: [], doubtful: false, parts: [] });
    expect(await store().outgoing('nothing')).toBeNull();
  });

  it('gives out what is due: answers, then alerts, digests last', async () => {
    await store().putOutgoing([
      TEXT,
      anOutgoing({ key: 'late', notBefore: 5_000 }),
      anOutgoing({ key: 'alert b', notBefore: 900 }),
      anOutgoing({ key: 'alert a', notBefore: 800 }),
      anOutgoing({ key: 'answer', kind: 'answer' }),
    ]);
    expect(await keysDue(1_000)).toEqual(['answer', 'alert a', 'alert b', TEXT.key]);
    expect((await store().outgoingDue(1_000, 2)).map(({ key }) => key)).toEqual(['answer', 'alert a']);
    expect([await store().nextDue(1_000), await store().nextDue(5_000)]).toEqual([5_000, null]);
    await store().cutOutgoing('alert a', A_CHANNEL, ['一']);
    expect(await keysDue(1_000, ['main'])).toEqual(['answer', 'alert b', TEXT.key]);
  });

  it('cuts a text into parts, and into others for another channel', async () => {
    await store().putOutgoing([TEXT]);
    await store().cutOutgoing(TEXT.key, A_CHANNEL, ['一', '二', '三']);
    const answered = await store().cutOutgoing(TEXT.key, { ...A_CHANNEL, channel: 'other', id: '8' }, ['一二', '三']);
    const parts = (await store().outgoing(TEXT.key))?.parts ?? [];
    expect(answered).toEqual(parts);
    expect(parts.map(({ part, parts: all, channel, id, text, state }) => [part, all, channel, id, text, state])).toEqual([
      [1, 2, 'other', '8', '一二', 'queued'],
      [2, 2, 'other', '8', '三', 'queued'],
    ]);
  });

  it('raises alerts with the batch that calls for them, each once', async () => {
    const [message] = await store().ingest([envelopeAt(1)]);
    if (message === undefined) throw new Error('not stored');
    const batch = {
      verdicts: [aVerdict(message)],
      ruleSet: 'r',
      turns: [{ turn: 'x', entries: [anOpening(message, { turn: 'x' })] }],
      cursor: 1,
      alerts: ['a', 'b', 'a'].map((key, index) => ({
        key,
        alert: { at: 1, cadre: 'gu-yan', reason: 'due' as const, item: anItem() },
        outgoing: anOutgoing({ key: `alert ${key} ${index}` }),
      })),
    };
    expect(await store().saveSettledAndAlerts(batch)).toEqual(['a', 'b']);
    expect(await store().saveSettledAndAlerts(batch)).toEqual([]);
    expect(await keysDue(1_000)).toEqual(['alert a 0', 'alert b 1']);
    expect([await store().settledCursor(), (await store().loadEntries()).length]).toEqual([1, 1]);
  });

  it('keeps the pace of accounts', async () => {
    await store().saveBuckets([{ name: 'main', tokens: 2.5, at: 10, notBefore: 0 }]);
    await store().saveBuckets([{ name: 'main', tokens: 0.5, at: 20, notBefore: 30 }]);
    expect(await store().loadBuckets()).toEqual([{ name: 'main', tokens: 0.5, at: 20, notBefore: 30 }]);
  });
}
