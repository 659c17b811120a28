import { describe, expect, it } from 'vitest';
import { deadlinesAt, othersAt } from '../reading-at.ts';

describe('days to choose from', () => {
  it('binds to the last of them', () => {
    expect(deadlinesAt('周四或周五来办公室签字')).toEqual(['2026-03-07T00:00 day']);
    expect(othersAt('周四或周五来办公室签字')).toEqual(['周四:period 2026-03-06T00:00']);
    expect(deadlinesAt('周四周五两天签字，过期不补')).toEqual(['2026-03-07T00:00 day']);
  });

  it('leaves each of a list that is no choice', () => {
    expect(deadlinesAt('每周二、四下班前报一次')).toHaveLength(2);
    expect(deadlinesAt('9日、10日各报一次')).toHaveLength(2);
  });
});
