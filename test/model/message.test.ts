import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTime, groupKey, messageKey, wholeSeconds, withForwardedWords } from '../../src/model/message.ts';
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

describe('a record that is forwarded', () => {
  const LINES = [{ sender: '县农业局', text: ' 请上报台账 ' }, { text: '' }, { text: '收到' }];
  it.each([
    ['has its lines for its words', { text: '', forwarded: LINES }, { kind: 'text', text: '请上报台账\n收到' }],
    ['is no link', { kind: 'link', text: ' ', forwarded: LINES }, { kind: 'text', text: '请上报台账\n收到' }],
    ['keeps words of its own', { text: '请落实', forwarded: LINES }, { kind: 'text', text: '请落实' }],
    ['is named where no line was told', { text: '', forwarded: [{ text: '' }] }, { kind: 'text', text: '[聊天记录]' }],
    ['is none where nothing is forwarded', { text: '', forwarded: [] }, { kind: 'text', text: '' }],
    ['stays a picture', { kind: 'image', text: '', forwarded: LINES }, { kind: 'image', text: '' }],
    ['stays a page', { kind: 'link', text: '', url: 'https://a.test', forwarded: LINES }, { kind: 'link', text: '' }],
  ] as const)('%s', (_what, given, expected) => {
    const read = withForwardedWords({ ...said('m1', 'a', '2026-11-16 09:00', ''), ...given });
    expect(read).toMatchObject(expected);
    expect(read.forwarded).toEqual(given.forwarded);
  });
});

it.each([
  [34, 34],
  [3.4, 3],
  [0, 0],
  [1e300, null],
  [Number.POSITIVE_INFINITY, null],
])('one listens to %d for %j seconds', (durationSec, seconds) => {
  expect(wholeSeconds({ durationSec })).toBe(seconds);
});
