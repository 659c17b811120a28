import { expect, it } from 'vitest';
import { A_CHANNEL, anOutgoing } from '../../kit/outgoing-builders.ts';
import { aVerdict, envelopesBetween, settledBatchOf } from '../../kit/store-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

export function housekeepingSpec(store: CurrentStore): void {
  it('forgets old messages with their verdicts, and keeps what was read in them', async () => {
    const messages = await store().ingest(envelopesBetween(0, 100));
    await store().saveSettled(settledBatchOf(messages));
    const entries = await store().loadEntries();
    const limit = messages[60]?.sentAt ?? 0;
    expect([await store().forget(limit, 0), await store().forget(limit, 0)]).toEqual([60, 0]);
    expect([await store().countMessages(), (await store().verdictsOf(messages)).length]).toEqual([40, 40]);
    expect(await store().loadEntries()).toEqual(entries);
    expect((await store().ingest(envelopesBetween(100, 101)))[0]?.seq).toBe(101);
  });

  it('keeps corrections, with what the forgotten message said', async () => {
    const [message] = await store().ingest(envelopesBetween(3, 4));
    if (message === undefined) throw new Error('not stored');
    const { platform, group, id } = message;
    await store().saveSettled({ verdicts: [aVerdict(message)], ruleSet: 'r', turns: [], cursor: 1 });
    await store().addCorrection({ platform, group, id, label: 'share', at: 1, by: '王芳', reason: '' });
    const before = await store().corrections();
    await store().forget(message.sentAt + 1, 0);
    expect(await store().corrections()).toEqual(before);
  });

  it('forgets what was answered and the texts that could not be sent', async () => {
    const said = { platform: 'one', id: 'd1', account: '7001', name: '顾燕', sentAt: 900, text: '今日' };
    await store().putDirect([said, { ...said, id: 'd2' }]);
    await store().applyCommand({ inbox: { platform: 'one', account: '7001', id: 'd1' }, turns: [], outgoing: [anOutgoing()] });
    await store().cutOutgoing('alert 1', A_CHANNEL, ['一']);
    await store().giveUp('alert 1', 2_000);
    await store().forget(0, 2_000);
    expect((await store().outgoing('alert 1'))?.parts[0]?.text).toBe('一');
    await store().forget(0, 2_001);
    const emptied = await store().outgoing('alert 1');
    expect([emptied?.blocks, emptied?.parts[0]?.text, await store().directWaiting(9)]).toEqual([[], '', [{ ...said, id: 'd2' }]]);
  });

  it('forgets what nobody has confirmed in time', async () => {
    const drafts = [
      { person: 'lin', body: '{"at":1999,"text":"各村报表"}' },
      { person: 'shown lin', body: '{"digest":"2026-11-16"}' },
    ];
    await store().applyCommand({ inbox: null, turns: [], outgoing: [], drafts });
    await store().forget(0, 1_999);
    expect(await store().draftOf('lin')).toBe(drafts[0]?.body);
    await store().forget(0, 2_000);
    expect([await store().draftOf('lin'), await store().draftOf('shown lin')]).toEqual([null, drafts[1]?.body]);
  });
}
