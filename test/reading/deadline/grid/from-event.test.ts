/** What is to be done before a happening is reckoned back from its time, whatever the happening is called. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

const HAPPENINGS: readonly (readonly [told: string, before: readonly string[]])[] = [
  ['开推进会', ['会前', '会议前', '开会前', '会议开始前']],
  ['省里检查组到村', ['检查组来之前', '检查组到达前', '检查组进村前', '检查前']],
  ['领导调研', ['调研前', '领导到之前']],
  ['村两委换届投票', ['投票前', '投票开始前']],
  ['集体签约', ['签约前', '签约仪式前']],
  ['项目奠基仪式', ['仪式前', '仪式开始前']],
  ['停水', ['停水前']],
  ['封路', ['封路前', '封路之前']],
  ['篮球比赛', ['比赛前', '赛前', '开赛前']],
  ['农家书屋直播', ['直播前', '开播前']],
  // No list has these: the text names them twice.
  ['泵站清淤', ['清淤前', '清淤开始前']],
  ['大楼爆破', ['爆破前']],
];
const AMOUNTS: readonly (readonly [said: string, at: string])[] = [
  ['', '2026-03-06T15:00'],
  ['半小时', '2026-03-06T14:30'],
  ['一刻钟', '2026-03-06T14:45'],
  ['十分钟', '2026-03-06T14:50'],
  ['两个小时', '2026-03-06T13:00'],
  ['一天', '2026-03-06T00:00'],
];

describe.each(HAPPENINGS)('周五下午3点%s', (told, befores) => {
  it.each(befores)('%s', (before) => {
    for (const [amount, at] of AMOUNTS) {
      for (const text of [`周五下午3点${told},请${before}${amount}把横幅挂好`, `${before}${amount}把横幅挂好,周五下午3点${told}`])
        expect([text, deadlinesAt(text).map((shown) => shown.slice(0, 16))]).toEqual([text, [at]]);
    }
  });
});

describe('a word before 前 that is no happening', () => {
  it.each([
    ['周五开会,表周五前交', '2026-03-07T00:00'],
    ['晚上8点我看,晚上之前交', '2026-03-05T00:00'],
    ['国庆值班表9月24日交,记录国庆前交', '2026-10-01T00:00'],
  ])('%s', (text, at) => {
    expect(deadlinesAt(text).map((shown) => shown.slice(0, 16))).toContain(at);
  });

  it('is nothing where the text tells of no such happening', () => {
    expect(deadlinesAt('封路前把车移走')).toEqual([]);
    expect(deadlinesAt('清淤前拍照,清淤后拍照')).toEqual([]);
  });
});
