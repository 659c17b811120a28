import { expect, it } from 'vitest';
import { doubts } from '../../../src/flow/delivery/doubts.ts';
import { type Instant, MINUTE } from '../../../src/model/instant.ts';
import type { OutgoingPart } from '../../../src/ports/live-store.ts';

const PART: OutgoingPart = {
  ...{ key: 'digest 2026-11-16 lin', part: 1, parts: 1, channel: 'qq', platform: 'qq', target: 'person', id: 'lin', text: '今日要办' },
  ...{ state: 'unknown', attempts: 1, notBefore: 0, triedAt: null, resent: false, messageId: null },
};

it('keeps nothing of a text that was proved to have been sent', async () => {
  let now: Instant = 0;
  let unknown: readonly OutgoingPart[] = [PART];
  const looking = doubts({
    store: { unknownParts: async () => unknown, reconcilePart: async () => {}, outgoing: async () => null },
    adapterOf: new Map(),
    clock: { now: () => now, random: () => 0, after: () => () => {} },
    log: () => {},
    tell: () => [],
  });
  const lookAt = async (at: Instant): Promise<Instant> => {
    now = at;
    looking.look();
    return await looking.settle();
  };
  expect(await lookAt(0)).toBe(5 * MINUTE);
  unknown = [];
  await lookAt(MINUTE);
  // As if for the first time: nothing of the one before is known any more.
  unknown = [PART];
  expect(await lookAt(2 * MINUTE)).toBe(7 * MINUTE);
});
