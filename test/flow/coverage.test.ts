import { describe, expect, it } from 'vitest';
import { coverageGaps, isSilent, notCoveredFor } from '../../src/flow/coverage.ts';
import { DAY, HOUR } from '../../src/model/instant.ts';
import { groupKey } from '../../src/model/message.ts';
import type { ChatHealth } from '../../src/ports/chat.ts';
import { lin, TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';

const NOW = at('2026-11-20 10:00');
const UP: ChatHealth = { state: 'up', lastHeardAt: NOW };
const [FIRST, SECOND] = ['g1', 'g2'].map((group) => groupKey({ platform: 'wechat', group }));

function hourly(days: number, until: number): readonly number[] {
  return Array.from({ length: days * 24 }, (_, index) => until - (days * 24 - 1 - index) * HOUR);
}

function gaps(
  health: ChatHealth | null,
  heard: readonly (readonly [string | undefined, readonly number[]])[],
  left: readonly string[] = [],
) {
  return coverageGaps({
    org: TOWNSHIP,
    health: new Map(health === null ? [] : [['wechat', health]]),
    heard: new Map(heard.flatMap(([key, times]) => (key === undefined ? [] : [[key, times] as const]))),
    left: new Set(left),
    now: NOW,
  }).map(({ group, gap }) => `${group.id} ${gap}`);
}

describe('coverage', () => {
  it('is whole where all groups are heard', () => {
    expect(
      gaps(UP, [
        [FIRST, [NOW]],
        [SECOND, [NOW]],
      ]),
    ).toEqual([]);
  });
  it('names what was never heard, and what the bot was put out of', () => {
    expect(gaps(UP, [[FIRST, [NOW]]], [FIRST ?? ''])).toEqual(['g1 left', 'g2 never-heard']);
  });
  it('names all groups of a chat system that is down', () => {
    expect(gaps({ state: 'needs-login', lastHeardAt: null }, [[FIRST, [NOW]]])).toEqual(['g1 adapter-down', 'g2 adapter-down']);
  });
  it('takes a platform without an adapter as read where an import has brought its messages', () => {
    expect(gaps(null, [[FIRST, [NOW]]])).toEqual(['g2 no-adapter']);
  });
  it('tells each reader of the own groups alone', () => {
    const group = TOWNSHIP.groups[1];
    if (group === undefined) throw new Error('the township has two groups');
    expect(notCoveredFor([{ group, gap: 'left' }], lin())).toEqual([]);
  });
});

describe('silence', () => {
  it('is against the habit of the group', () => {
    expect(isSilent(hourly(5, NOW - 2 * HOUR), NOW)).toBe(false);
    expect(isSilent(hourly(5, NOW - 20 * HOUR), NOW)).toBe(true);
  });
  it('is no silence where the group has such pauses', () => {
    const weekly = Array.from({ length: 30 }, (_, index) => NOW - DAY - (29 - index) * 2 * DAY);
    expect(isSilent(weekly, NOW)).toBe(false);
  });
  it('is not told of a group that hardly speaks', () => {
    expect(isSilent([NOW - 40 * DAY, NOW - 30 * DAY], NOW)).toBe(false);
  });
});
