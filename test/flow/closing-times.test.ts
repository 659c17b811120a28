import { describe, expect, it } from 'vitest';
import { DAY, dayAt } from '../../src/model/instant.ts';
import type { Envelope } from '../../src/model/message.ts';
import { said, TOWNSHIP } from '../kit/chat-builders.ts';
import { digestsOf, replayed } from '../kit/scenarios.ts';

async function daysOf(...chat: readonly Envelope[]): Promise<readonly string[]> {
  const digests = digestsOf(await replayed(chat, TOWNSHIP)).filter(({ cadre }) => cadre === 'lin');
  for (const [index, { window }] of digests.entries()) expect(window.from).toBe(digests[index - 1]?.window.to ?? window.from);
  return digests.map(({ date }) => date);
}

const LAUGH = said('m1', 'mei', '2026-11-16 09:30', '哈哈');

/** How many days after the first message. */
function isAfter(day: string, days: number): boolean {
  return day > dayAt(LAUGH.sentAt + days * DAY, TOWNSHIP.timezone);
}

describe('a silence', () => {
  it('of some weeks is told of day by day', async () => {
    expect(await daysOf(LAUGH, said('m2', 'mei', '2027-01-31 09:30', '哈哈'))).toHaveLength(77);
  });

  it('of a century is not: the digest after it tells of all of it', async () => {
    const days = await daysOf(LAUGH, said('m2', 'mei', '2126-11-16 09:30', '哈哈'));
    expect(days.length).toBeLessThan(100);
    expect(days.filter((day) => isAfter(day, 90))).toEqual(['2126-11-16']);
  });

  it('is told of where something comes due in it', async () => {
    const ask = said('m0', 'bo', '2026-11-16 09:00', '请各村于2027年5月20日17:30前把秸秆离田面积统计表报镇农办');
    const days = await daysOf(ask, LAUGH, said('m2', 'mei', '2029-11-16 09:30', '哈哈'));
    expect(days).toEqual(expect.arrayContaining(['2027-05-19', '2027-05-20', '2027-05-21', '2029-11-16']));
    expect(days.filter((day) => day > '2027-06-01')).toEqual(['2029-11-16']);
  });

  it('is told of for a year where something recurs', async () => {
    const ask = said('m0', 'bo', '2026-11-16 09:00', '请各村每天17点前把巡河情况报镇农办');
    const days = await daysOf(ask, said('m2', 'mei', '2099-11-16 09:30', '哈哈'));
    expect(days.filter((day) => isAfter(day, 365)).length).toBeGreaterThan(10);
    expect(days.length).toBeLessThan(420);
  });
});
