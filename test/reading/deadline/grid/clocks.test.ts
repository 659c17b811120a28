/** Every form of a clock, in figures and words, beside every kind of day and edge, comes to the same instant. */
import { describe, expect, it } from 'vitest';
import { deadlinesAt } from '../reading-at.ts';

/** Wednesday, 4 March 2026, in the morning. */
const DAYS: readonly (readonly [said: string, day: string])[] = [
  ['', '2026-03-04'],
  ['今天', '2026-03-04'],
  ['明儿', '2026-03-05'],
  ['周五', '2026-03-06'],
  ['下周三', '2026-03-11'],
  ['3月12日', '2026-03-12'],
  ['3月12日（星期四）', '2026-03-12'],
  ['12号', '2026-03-12'],
  ['3/12 ', '2026-03-12'],
  ['3.12 ', '2026-03-12'],
  ['2026-03-12 ', '2026-03-12'],
  ['月底', '2026-03-31'],
];
/** An afternoon's clock; `full` says the hour by 24, so that no part of the day need be said. */
const CLOCKS: readonly (readonly [time: string, full: readonly string[], short: readonly string[]])[] = [
  [
    '17:00',
    ['17点', '17:00', '１７：００', '17時', '十七点', '17点整', '17时00分', '17点钟'],
    ['5点', '五点', '五點鐘', '5:00', '5 点', '五点整'],
  ],
  ['15:30', ['15:30', '15点30', '15点30分', '15点半', '十五点三十', '15 : 30'], ['3点半', '三點半', '三点三十', '三点三十分', '3.30']],
  ['14:15', ['14:15', '14点15', '十四点一刻'], ['两点一刻', '兩點一刻', '2点1刻', '两点十五', '两点过十五分']],
  ['17:45', ['17:45', '17点三刻'], ['差一刻六点', '六点差一刻', '五点三刻', '五点四十五', '差15分6点']],
  ['16:55', ['16:55', '十六点五十五分'], ['差五分五点', '五点差五分', '差5分钟5点', '四点五十五']],
  ['16:05', ['16:05', '16点05分', '16点05'], ['四点零五', '四点零五分', '4点过5分', '4点05']],
];
const EDGES = ['前', '之前', '以前', '截止,', '为限,', '止,'];

describe.each(CLOCKS)('%s', (time, full, short) => {
  const forms = [...full, ...short.map((form) => `下午${form}`)];

  it.each(forms)('%s', (form) => {
    for (const [said, day] of DAYS) {
      for (const edge of EDGES) {
        const text = `请于${said}${form}${edge}把名册交到办公室`;
        expect([text, deadlinesAt(text).map((shown) => shown.slice(0, 16))]).toEqual([text, [`${day}T${time}`]]);
      }
      const text = `名册交齐,最迟${said}${form}`;
      expect([text, deadlinesAt(text).map((shown) => shown.slice(0, 16))]).toEqual([text, [`${day}T${time}`]]);
    }
  });
});

describe('midnight and noon', () => {
  it.each(['24:00', '24点', '24时', '二十四点', '晚12点', '晚上十二点', '夜里12点', '午夜12点', '晚上零时'])(
    '周五%s前 ends Friday',
    (form) => {
      expect(deadlinesAt(`周五${form}前报`)[0]?.slice(0, 16)).toBe('2026-03-07T00:00');
    },
  );

  it.each(['中午12点', '正午12点', '12点', '十二点', '12:00', '中午十二點'])('周五%s前 is noon', (form) => {
    expect(deadlinesAt(`周五${form}前报`)[0]?.slice(0, 16)).toBe('2026-03-06T12:00');
  });
});

describe('what is counted or divided is no minute', () => {
  it.each<[string, string]>([
    ['下午三点二十人到会议室,把表交来', '2026-03-04T15:00'],
    ['周五五点十份材料交齐', '2026-03-06T17:00'],
  ])('%s', (text, at) => {
    expect(deadlinesAt(text).every((shown) => shown.startsWith(at))).toBe(true);
  });

  it('零点五, 三点二 are decimals', () => {
    expect(deadlinesAt('增长零点五,请各村报数')).toEqual([]);
    expect(deadlinesAt('增长三点二个百分点')).toEqual([]);
  });
});
