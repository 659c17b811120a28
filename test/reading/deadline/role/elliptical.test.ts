import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

describe('a row of times that says once what holds of all', () => {
  it('takes the limit of the last for those before it', () => {
    expect(deadlinesAt('内科3月6日、外科3月9日、妇产科3月10日前上交排班')).toEqual([
      '2026-03-07T00:00 day',
      '2026-03-10T00:00 day',
      '2026-03-11T00:00 day',
    ]);
    expect(deadlinesAt('东片周六、西片周日下班前把果园修好')).toEqual([
      '2026-03-07T17:30 hour end_of_work',
      '2026-03-08T17:30 hour end_of_work',
    ]);
  });

  it('takes the clock that is told of all at the end', () => {
    expect(deadlinesAt('报名表3月5日，体检表3月6日，政审表3月9日，都是下班前')).toEqual([
      '2026-03-05T17:30 hour end_of_work',
      '2026-03-06T17:30 hour end_of_work',
      '2026-03-09T17:30 hour end_of_work',
    ]);
    expect(deadlinesAt('A栋5日、B栋6日，晚九点前各栋清空')).toEqual(['2026-03-05T21:00 hour', '2026-03-06T21:00 hour']);
    expect(deadlinesAt('周四交表，周五交照片，都是下午三点前')).toEqual(['2026-03-05T15:00 hour', '2026-03-06T15:00 hour']);
  });

  it('takes the verb of the first for those after it', () => {
    expect(deadlinesAt('初稿周五交，定稿下周二')).toEqual(['2026-03-07T00:00 day', '2026-03-11T00:00 day']);
  });

  it('takes the deed of the heading for the days under it', () => {
    expect(deadlinesAt('分两批交：第一批6日，第二批9日')).toEqual(['2026-03-07T00:00 day', '2026-03-10T00:00 day']);
    expect(deadlinesAt('6日摸底、9日会办、10日报送')).toHaveLength(3);
    expect(deadlinesAt('三张表分别于6、9、10日交')).toEqual(['2026-03-07T00:00 day', '2026-03-10T00:00 day', '2026-03-11T00:00 day']);
  });

  it('makes no deadline of a happening beside one, nor of a clause that tells something', () => {
    expect(deadlinesAt('汇演7日上午9点，服装清单6日前给我')).toEqual(['2026-03-07T00:00 day']);
    expect(deadlinesAt('尽快吧，最好今天，最迟后天上午')).toEqual(['2026-03-06T12:00 half_day noon']);
    expect(deadlinesAt('会议周四，材料周五前交')).toEqual(['2026-03-07T00:00 day']);
    expect(deadlinesAt('东片6日、西片7日开会')).toEqual([]);
  });
});
