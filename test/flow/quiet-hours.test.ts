import { expect, it } from 'vitest';
import { quietUntil } from '../../src/flow/quiet-hours.ts';
import { anOrganisation, at } from '../kit/digest-builders.ts';

const night = anOrganisation({ quietHours: { from: 21 * 60 + 30, to: 7 * 60 + 30 } });
const noon = anOrganisation({ quietHours: { from: 12 * 60, to: 14 * 60 } });

it.each([
  ['before midnight', night, '2026-11-16 21:30', '2026-11-17 07:30'],
  ['after midnight', night, '2026-11-17 07:29', '2026-11-17 07:30'],
  ['at their end', night, '2026-11-17 07:30', null],
  ['within a day', noon, '2026-11-17 12:30', '2026-11-17 14:00'],
  ['outside of them', noon, '2026-11-17 11:59', null],
  ['without any', anOrganisation(), '2026-11-17 23:00', null],
])('quiet hours end, %s', (_when, org, now, end) => {
  expect(quietUntil(org, at(now))).toBe(end === null ? null : at(end));
});
