import { describe, expect, it } from 'vitest';
import { A_CHANNEL, aDigestText, anOutgoing } from '../../kit/outgoing-builders.ts';
import type { CurrentStore } from '../store-spec.ts';

const { key: KEY } = aDigestText();
const ECHO = { platform: 'one', target: 'person', id: '7001', text: '一', messageId: 'm1' } as const;

export function attemptsSpec(store: CurrentStore): void {
  async function cut(...texts: readonly string[]): Promise<void> {
    await store().putOutgoing([aDigestText()]);
    await store().cutOutgoing(KEY, A_CHANNEL, texts);
  }
  const row = async () => {
    const found = await store().outgoing(KEY);
    if (found === null) throw new Error('gone');
    return found;
  };
  const states = async () => (await row()).parts.map(({ state }) => state);
  const isDue = async (now: number) => (await store().outgoingDue(now, 10)).some(({ key }) => key === KEY);

  describe('attempts', () => {
    it('claims a part once', async () => {
      await cut('一', '二');
      expect([await store().claimPart(KEY, 1, 2_000), await store().claimPart(KEY, 1, 2_001)]).toEqual([true, false]);
      const { state, parts } = await row();
      expect([state, parts[0]?.state, parts[0]?.attempts, parts[0]?.triedAt]).toEqual(['attempting', 'attempting', 1, 2_000]);
      expect(await isDue(9_000)).toBe(false);
    });

    it('stands as its first part that is not sent, and empties its texts when all are', async () => {
      await cut('一', '二');
      await store().claimPart(KEY, 1, 2_000);
      await store().recordPart(KEY, 1, { outcome: 'sent', id: 'm1' }, 2_100);
      expect([(await row()).state, await isDue(2_100)]).toEqual(['queued', true]);
      expect(await store().lastDelivered('gu-yan')).toBeNull();
      await store().claimPart(KEY, 2, 2_200);
      await store().recordPart(KEY, 2, { outcome: 'sent' }, 2_300);
      const sent = await row();
      expect([sent.state, sent.blocks, sent.parts.map(({ text, messageId }) => [text, messageId])]).toEqual([
        'sent',
        [],
        [
          ['', 'm1'],
          ['', null],
        ],
      ]);
      expect(await store().lastDelivered('gu-yan')).toEqual({ date: '2026-11-17', at: 2_300 });
      expect((await store().partByMessage('one', '7001', 'm1'))?.key).toBe(KEY);
      expect(await store().partByMessage('one', '7001', 'm2')).toBeNull();
    });

    it('queues again what was surely not sent, for later', async () => {
      await cut('一');
      await store().claimPart(KEY, 1, 2_000);
      await store().recordPart(KEY, 1, { outcome: 'retry', afterMs: 500, pause: false, why: 'busy' }, 2_100);
      expect([await isDue(2_599), await isDue(2_600), await store().nextDue(2_100)]).toEqual([false, true, 2_600]);
    });

    it('goes on to another channel after a failure, with a notice', async () => {
      await cut('一', '二');
      await store().claimPart(KEY, 1, 2_000);
      await store().recordPart(KEY, 1, { outcome: 'failed', closed: true, why: 'blocked' }, 2_100, [anOutgoing({ key: 'notice' })]);
      const { state, closed, doubtful, parts, blocks } = await row();
      expect({ state, closed, doubtful, parts, blocks: blocks.length }).toEqual({
        state: 'queued',
        closed: ['main'],
        doubtful: false,
        parts: [],
        blocks: 2,
      });
      expect([await isDue(2_100), (await store().outgoing('notice'))?.state]).toEqual([true, 'queued']);
      await store().giveUp(KEY, 2_200);
      expect((await store().failedOutgoing(2_200)).map(({ key }) => key)).toEqual([KEY]);
      expect([await isDue(9_000), await store().failedOutgoing(2_201)]).toEqual([false, []]);
    });

    it('fails what was meant for a place', async () => {
      const post = anOutgoing({ person: null, to: { platform: 'one', target: 'group', id: 'g1' } });
      await store().putOutgoing([post]);
      await store().cutOutgoing(post.key, { ...A_CHANNEL, target: 'group', id: 'g1' }, ['一']);
      await store().claimPart(post.key, 1, 2_000);
      await store().recordPart(post.key, 1, { outcome: 'failed', closed: false, why: 'refused' }, 2_100);
      expect((await store().failedOutgoing(0)).map(({ key }) => key)).toEqual([post.key]);
    });

    it('makes what a crash has cut off unknown', async () => {
      await cut('一', '二');
      await store().claimPart(KEY, 1, 2_000);
      expect([await store().strandedAttempts(3_000), await store().strandedAttempts(3_000)]).toEqual([1, 0]);
      expect([(await row()).state, await states(), await isDue(9_000)]).toEqual(['unknown', ['unknown', 'queued'], false]);
      expect((await store().unknownParts()).map(({ part, triedAt }) => [part, triedAt])).toEqual([[1, 2_000]]);
    });

    it('clears up what is unknown', async () => {
      await cut('一', '二');
      const unknown = async (part: number) => {
        await store().claimPart(KEY, part, 2_000);
        await store().recordPart(KEY, part, { outcome: 'unknown', why: 'time-out' }, 2_100);
      };
      await unknown(1);
      await store().reconcilePart(KEY, 1, 'again', 3_000);
      expect([await isDue(2_999), await isDue(3_000), (await row()).parts[0]?.resent]).toEqual([false, true, false]);
      await unknown(1);
      await store().reconcilePart(KEY, 1, 'resend', 4_000);
      expect((await row()).parts[0]?.resent).toBe(true);
      await unknown(1);
      await store().reconcilePart(KEY, 1, 'sent', 5_000);
      expect([await states(), (await row()).state]).toEqual([['sent', 'queued'], 'queued']);
      await unknown(2);
      await store().reconcilePart(KEY, 2, 'failed', 6_000);
      expect([(await row()).closed, (await row()).doubtful]).toEqual([['main'], true]);
      await store().cutOutgoing(KEY, { ...A_CHANNEL, channel: 'other' }, ['一二']);
      expect((await row()).parts[0]?.resent).toBe(true);
    });

    it('changes nothing that is sent already', async () => {
      await cut('一');
      await store().claimPart(KEY, 1, 2_000);
      await store().recordPart(KEY, 1, { outcome: 'sent', id: 'm1' }, 2_100);
      await store().recordPart(KEY, 1, { outcome: 'failed', closed: true, why: 'late' }, 2_200);
      await store().reconcilePart(KEY, 1, 'resend', 2_300);
      expect([(await row()).state, await states()]).toEqual(['sent', ['sent']]);
    });
  });

  describe('echoes', () => {
    it('are proof for what is unknown', async () => {
      await cut('一 ');
      await store().claimPart(KEY, 1, 2_000);
      await store().recordPart(KEY, 1, { outcome: 'unknown', why: 'time-out' }, 2_100);
      expect(await store().takeEcho({ ...ECHO, id: '8' }, 0)).toBe(false);
      expect(await store().takeEcho({ ...ECHO, text: '二' }, 0)).toBe(false);
      expect(await store().takeEcho(ECHO, 2_001)).toBe(false);
      expect(await store().takeEcho(ECHO, 2_000)).toBe(true);
      expect([(await row()).state, (await row()).parts[0]?.messageId]).toEqual(['sent', 'm1']);
    });

    it('count also when they come before the answer', async () => {
      await cut('一');
      await store().claimPart(KEY, 1, 2_000);
      expect([await store().takeEcho(ECHO, 0), (await row()).state]).toEqual([true, 'attempting']);
      await store().recordPart(KEY, 1, { outcome: 'unknown', why: 'time-out' }, 2_100);
      expect([(await row()).state, await store().takeEcho(ECHO, 0)]).toEqual(['sent', false]);
    });

    it('count also when a crash came in between', async () => {
      await cut('一');
      await store().claimPart(KEY, 1, 2_000);
      await store().takeEcho(ECHO, 0);
      expect([await store().strandedAttempts(3_000), (await row()).state]).toEqual([0, 'sent']);
    });

    it('give a message that the platform sent without an id its id', async () => {
      await cut('一');
      await store().claimPart(KEY, 1, 2_000);
      await store().recordPart(KEY, 1, { outcome: 'sent' }, 2_100);
      expect(await store().takeEcho(ECHO, 0)).toBe(true);
      expect((await store().partByMessage('one', '7001', 'm1'))?.key).toBe(KEY);
    });
  });
}
