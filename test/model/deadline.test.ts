import { expect, it } from 'vitest';
import { isoOf } from '../../src/model/deadline.ts';
import { aDeadline } from '../kit/digest-builders.ts';

it('a deadline is kept in changes as its instant', () => {
  const deadline = aDeadline();
  expect(isoOf(deadline)).toBe(new Date(deadline.at).toISOString());
  expect(isoOf(null)).toBeNull();
});
