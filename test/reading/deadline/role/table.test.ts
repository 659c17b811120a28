import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

describe('a table with a column of limits', () => {
  it('makes deadlines of the times in it', () => {
    expect(deadlinesAt('|材料|交给谁|截止|\n|花名册|小周|3月6日|\n|补助表|小郑|3月9日17:00|')).toEqual([
      '2026-03-07T00:00 day',
      '2026-03-09T17:00 minute',
    ]);
    expect(deadlinesAt('项目|责任|完成\n围挡|老赵|3月6日\n喷淋|老钱|3月9日')).toEqual(['2026-03-07T00:00 day', '2026-03-10T00:00 day']);
  });

  it('makes none of the times in other columns, or of a table without one', () => {
    expect(deadlinesAt('|材料|送来|截止|\n|花名册|3月5日|3月6日|')).toEqual(['2026-03-07T00:00 day']);
    expect(deadlinesAt('|节目|演出|\n|合唱|3月6日|\n|快板|3月7日|')).toEqual([]);
  });
});
