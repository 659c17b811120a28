import { expect, it } from 'vitest';
import { recentNumbers } from '../../../src/store/sqlite/numbers.ts';
import { anEnvelope } from '../../kit/store-builders.ts';

function numbered(id: string, seq: number, group = 'g01') {
  return { ...anEnvelope({ id, group }), seq };
}

it('knows the numbers of noted messages by their whole key', () => {
  const numbers = recentNumbers();
  numbers.note([numbered('m1', 1), numbered('m1', 2, 'g02')]);
  expect(numbers.of(anEnvelope({ id: 'm1' }))).toBe(1);
  numbers.note([numbered('m2', 3)]);
  expect([numbers.of(anEnvelope({ id: 'm1', group: 'g02' })), numbers.of(anEnvelope({ id: 'm2' }))]).toEqual([2, 3]);
  expect([numbers.of(anEnvelope({ id: 'm3' })), numbers.of(anEnvelope({ id: 'm1', platform: 'qq' }))]).toEqual([undefined, undefined]);
});

it('forgets the old when there are too many', () => {
  const numbers = recentNumbers(3);
  numbers.note([numbered('m1', 1), numbered('m2', 2)]);
  expect(numbers.of(anEnvelope({ id: 'm1' }))).toBe(1);
  numbers.note([numbered('m3', 3), numbered('m4', 4)]);
  expect(['m1', 'm2', 'm3', 'm4'].map((id) => numbers.of(anEnvelope({ id })))).toEqual([undefined, undefined, 3, 4]);
});
