/** What holds for any text: it ends soon, spans are phrases, a week later moves by a week, nothing asked for lies behind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, isoAt } from '../../../src/model/instant.ts';
import { readTimes } from '../../../src/reading/deadline/index.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { contextAt, TIMEZONE } from './reading-at.ts';

const PIECES = [
  '3月20日',
  '20号',
  '周五',
  '下周三',
  '明天',
  '今晚',
  '上午',
  '下午3点',
  '17:00',
  '24:00',
  '两点半',
  '前',
  '之前',
  '内',
  '三天',
  '2小时',
  '5个工作日',
  '月底',
  '节前',
  '国庆',
  '每天',
  '每月',
  '至',
  '、',
  ',',
  '。',
  '(',
  ')',
  '\n',
  '请于',
  '务必',
  '报',
  '交',
  '开会',
  '延至',
  '改到',
  '由',
  '不是',
  '是',
  '收到后',
  '会后',
  '会前',
  '即日起',
  '截至',
  '已',
  '了',
  '我',
  '听说',
  '腊月二十三',
  '下班',
  '上班',
  '第一个工作日',
  '９',
  '時',
  '星期',
  '12345',
  '1/3',
  '3.15',
  '节后',
  '取消',
  '🌞',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
);
const anyInstant = fc.integer({ min: Date.parse('2026-01-01T00:00:00+08:00'), max: Date.parse('2028-12-31T00:00:00+08:00') });

function readAt(text: string, sentAt: number) {
  return readTimes(normalise(text), { ...contextAt('2026-01-01T00:00'), sentAt });
}

describe('any text', () => {
  it('is read without a crash, twice alike, and its spans slice back to its phrases', () => {
    fc.assert(
      fc.property(anyText, anyInstant, (text, sentAt) => {
        const reading = readAt(text, sentAt);
        for (const { phrase, span } of [...reading.deadlines, ...reading.otherTimes]) expect(phrase).toBe(text.slice(span[0], span[1]));
        for (const { phrase } of reading.deadlines) expect(phrase).not.toBe('');
        expect(readAt(text, sentAt)).toEqual(reading);
      }),
      { numRuns: 600 },
    );
  });

  it('gives instants that fit their days', () => {
    fc.assert(
      fc.property(anyText, anyInstant, (text, sentAt) => {
        for (const { at, day } of readAt(text, sentAt).deadlines) {
          expect(Number.isFinite(at)).toBe(true);
          const start = Date.parse(`${day}T00:00:00+08:00`);
          expect(at >= start && at <= start + 1.3 * DAY, `${day} ${isoAt(at, TIMEZONE)}`).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});

const MOVING = [
  '明天下班前交',
  '周五前报',
  '下周三下午3点前报',
  '本周内完成',
  '三天内报',
  '2小时内回复',
  '今晚8点前发',
  '大后天上午报',
  '周日前完成',
  '每周五17:00前报',
];

describe('the same phrase a week later', () => {
  it('moves by a week', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MOVING), anyInstant, (text, sentAt) => {
        const [first] = readAt(text, sentAt).deadlines;
        const [second] = readAt(text, sentAt + 7 * DAY).deadlines;
        expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(7 * DAY);
      }),
    );
  });
});

const AHEAD = [
  '25号前报',
  '3月20日前报',
  '周三下午5点前报',
  '下午3点前报',
  '月底前报',
  '国庆前报',
  '10点前报',
  '上班前报',
  '下班前报',
  '腊月二十三前报',
  '每天17点前报',
  '每月5日前报',
  '节前报',
  '季度末前报',
  '5个工作日内报',
];

describe('a deadline', () => {
  it('is never before the sending unless the words say so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...AHEAD), anyInstant, (text, sentAt) => {
        const { deadlines } = readAt(text, sentAt);
        expect(deadlines).toHaveLength(1);
        expect(deadlines[0]?.at).toBeGreaterThanOrEqual(sentAt);
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * A hostile text may cost this many times a harmless one of its length, and a little more for the clock's grain; a pattern that
 * backtracks without bound takes thousands of times as long. Both are timed in one run, so that a loaded machine slows both.
 */
const TIMES_HARMLESS = 60;
const GRAIN = 20;
const HARMLESS = '请各村把材料交齐,3月20日前报送镇里,联系人老张。';

/** The quickest of some readings: what other programs take of the processor is no fault of the text's. */
function quickest(text: string): number {
  const normal = normalise(text);
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    readTimes(normal, contextAt('2026-03-04T10:20'));
    return performance.now() - started;
  });
  return Math.min(...times);
}

function harmless(length: number): string {
  return HARMLESS.repeat(length).slice(0, length);
}

const HOSTILE = [
  '1',
  '一',
  '十',
  '1.',
  '25号前',
  '后',
  '收到',
  '1月',
  '1-',
  '周一',
  '1日、',
  '1日至',
  '明天',
  '2026年',
  '三点',
  '提前',
  '开',
  '每月',
  '由1日',
  '1 ',
  'a:',
  '“',
  '周一前1月2日3点前会前',
  '节前国庆',
  '自接到',
  '半个',
  '即日起至',
  '限',
  '第1',
  '9日',
  '明天开部署',
  '改到',
  '不是1日是',
  '会',
  '1:1',
  '腊月',
  '前',
];

describe('a hostile text', () => {
  it.each(HOSTILE)('of 2,000 characters of %s costs little more than a harmless one', (piece) => {
    const limit = TIMES_HARMLESS * quickest(harmless(2000)) + GRAIN;
    expect(quickest(piece.repeat(2000).slice(0, 2000))).toBeLessThan(limit);
  });

  it('of 10,000 characters full of times does not grow with the square of its length', () => {
    const text = '请于3月20日前报送,明天上午9点开会。各村把材料交齐;'.repeat(400);
    expect(quickest(text.slice(0, 10_000))).toBeLessThan(TIMES_HARMLESS * quickest(text.slice(0, 1000)) + GRAIN);
  });
});
