import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTime, groupKey, messageKey } from '../../src/model/message.ts';
import { said } from '../kit/chat-builders.ts';
import { shuffled } from '../kit/shuffled.ts';

describe('byTime', () => {
  it('puts messages in one order, whatever order they came in', () => {
    const list = [
      said('m9', 'a', '2026-11-16 09:00', ''),
      said('m10', 'a', '2026-11-16 09:00', ''),
      said('m1', 'a', '2026-11-16 09:00', '', { group: 'g2' }),
      said('m1', 'a', '2026-11-16 09:00', '', { platform: 'xmpp' }),
      said('m2', 'a', '2026-11-16 09:01', ''),
    ];
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(shuffled(list, seed).toSorted(byTime)).toEqual(list);
      }),
    );
  });
});

describe('keys', () => {
  it('can’t be mistaken for each other', () => {
    expect(messageKey({ platform: 'a', group: 'b c', id: 'd' })).not.toBe(messageKey({ platform: 'a b', group: 'c', id: 'd' }));
    expect(groupKey({ platform: 'a', group: 'bc' })).not.toBe(groupKey({ platform: 'ab', group: 'c' }));
  });
});
