import { expect, it } from 'vitest';
import type { InboxMessage } from '../../../src/ports/live-store.ts';
import { anOutgoing } from '../../kit/outgoing-builders.ts';
import { anAnswer, anEnvelope } from '../../kit/store-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const SAID: InboxMessage = { platform: 'one', id: 'd1', account: '7001', name: '顾燕', sentAt: 900, text: '完成 3', replyTo: 'm5' };
const TURN = 'command one 7001 d1';
const ENTRY = anAnswer(anEnvelope(), { turn: TURN });
const ANSWER = anOutgoing({ key: 'answer one 7001 d1', kind: 'answer' });
const OUTCOME = { inbox: { platform: 'one', account: '7001', id: 'd1' }, turns: [{ turn: TURN, entries: [ENTRY] }], outgoing: [ANSWER] };

export function inboxSpec(store: CurrentStore): void {
  it('keeps what is said to the bot once, until it is answered', async () => {
    await store().putDirect([SAID, { ...SAID, id: 'd2', text: '今日' }, SAID]);
    expect(await store().directWaiting(10)).toEqual([SAID, { ...SAID, id: 'd2', text: '今日' }]);
    await store().applyCommand(OUTCOME);
    await store().putDirect([SAID]);
    expect((await store().directWaiting(10)).map(({ id }) => id)).toEqual(['d2']);
  });

  it('writes what a command changes together with its answer, once', async () => {
    await store().putDirect([SAID]);
    expect(await store().applyCommand({ ...OUTCOME, drafts: [{ person: 'gu-yan', body: '一' }] })).toBe(true);
    expect(
      await store().applyCommand({ ...OUTCOME, turns: [{ turn: TURN, entries: [] }], drafts: [{ person: 'gu-yan', body: '二' }] }),
    ).toBe(false);
    expect(await store().commandEntries()).toEqual([ENTRY]);
    expect(await store().draftOf('gu-yan')).toBe('一');
    expect((await store().outgoing(ANSWER.key))?.state).toBe('queued');
  });

  it('takes commands that were given in groups, and ends drafts', async () => {
    await store().applyCommand({ inbox: null, turns: [], outgoing: [], drafts: [{ person: 'gu-yan', body: '一' }] });
    expect(await store().applyCommand({ inbox: null, turns: [], outgoing: [], drafts: [{ person: 'gu-yan', body: null }] })).toBe(true);
    expect(await store().draftOf('gu-yan')).toBeNull();
  });

  it('tells entries by word of people from those of reading', async () => {
    await store().saveSettled({
      verdicts: [],
      ruleSet: 'r',
      turns: [{ turn: 'x', entries: [anAnswer(anEnvelope(), { turn: 'x' })] }],
      cursor: 0,
    });
    await store().applyCommand({ inbox: null, turns: OUTCOME.turns, outgoing: [] });
    expect([(await store().commandEntries()).length, (await store().loadEntries()).length]).toEqual([1, 2]);
  });
}
