/** Delivery, the store, the adapter and the platform together: nothing is lost, and nothing arrives twice without saying so. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { RESENT_MARK } from '../../../src/flow/delivery/attempt.ts';
import { PATIENCE } from '../../kit/patience.ts';
import type { TelegramPeer } from '../../peers/telegram.ts';
import { beginDelivering, type Delivering, type DeliveringOptions } from './delivering.ts';

async function begin(people: number, options: DeliveringOptions): Promise<Delivering> {
  const delivering = await beginDelivering(people, options);
  onTestFinished(() => delivering.close());
  return delivering;
}

function makeItBad({ script }: TelegramPeer): void {
  const bad = { method: 'sendMessage', times: 1000, chance: 0.1 } as const;
  script.fault({ ...bad, taken: true, as: { kind: 'cut' } });
  script.fault({ ...bad, as: { kind: 'cut' } });
  script.fault({ ...bad, taken: true, as: { kind: 'refuse', code: 500 } });
  script.fault({ ...bad, as: { kind: 'refuse', code: 429, retryAfter: 2 } });
}

function timesTaken({ sent }: TelegramPeer, text: string): number {
  return sent.filter((one) => one.text === text).length;
}

describe('delivery by Telegram', () => {
  it('goes at the pace of the platform, which hardly ever has to say that it is too fast', async () => {
    const { peer, texts } = await begin(75, { limits: { perSecond: 30, perChatPerSecond: 1 } });
    await vi.waitFor(() => expect(peer.sent.length).toBe(75), PATIENCE);
    expect(new Set(peer.sent.map(({ text }) => text)).size).toBe(texts.length);
    // A machine that is busy bunches some of them up.
    expect(peer.calls.get('sendMessage')).toBeLessThanOrEqual(100);
  });

  it('on a bad day loses nothing, and what may arrive twice says so', async () => {
    const { peer, store, texts } = await begin(60, { speed: 200, before: makeItBad });
    await vi.waitFor(async () => {
      const rows = await Promise.all(texts.map(({ key }) => store.outgoing(key)));
      expect(
        rows.filter(
          (row) =>
            row?.state === 'queued' || row?.state === 'attempting' || row?.parts.some(({ resent }) => !resent && row.state === 'unknown'),
        ),
      ).toEqual([]);
    }, PATIENCE);
    const twice: string[] = [];
    for (const { blocks } of texts) {
      const [text = ''] = blocks;
      const [plain, marked] = [timesTaken(peer, text), timesTaken(peer, RESENT_MARK + text)];
      expect(plain, text).toBeLessThanOrEqual(1);
      expect(marked, text).toBeLessThanOrEqual(1);
      if (plain + marked === 2) twice.push(text);
      const row = await store.outgoing(`digest 2026-11-17 ${text.slice(3)}`);
      if (row?.state === 'sent') expect(plain + marked, text).toBeGreaterThanOrEqual(1);
    }
    expect(twice.length).toBeGreaterThan(0);
  });
});
