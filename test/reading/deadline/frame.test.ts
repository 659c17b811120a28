import { expect, it } from 'vitest';
import { frameOf, workdaysBefore } from '../../../src/reading/deadline/frame.ts';
import { PROGRAM } from '../../kit/scenarios.ts';

it.each([
  ['2026-11-17', 0, '2026-11-17'],
  ['2026-11-17', 1, '2026-11-16'],
  ['2026-11-17', 2, '2026-11-13'],
])('so many working days before %s, %i, it is %s', (day, count, before) => {
  const { calendar } = PROGRAM;
  const frame = frameOf({
    sentAt: Date.parse('2026-11-16T01:00:00Z'),
    timezone: 'Asia/Shanghai',
    workday: { start: 510, end: 1050 },
    calendar,
  });
  expect(workdaysBefore(day, count, frame)).toBe(before);
});
