import { describe, expect, it } from 'vitest';
import { normalise, originalSpan } from '../../../src/reading/text/normalise.ts';

describe('a dot that was typed for a full stop', () => {
  it.each([
    ['明天开会. 请准时', '明天开会。 请准时'],
    ['今天交表.', '今天交表。'],
    ['先报数.明天核对', '先报数。明天核对'],
  ])('ends the sentence: %s', (typed, normal) => {
    expect(normalise(typed).text).toBe(normal);
  });

  it.each(['1.各村报数', '一.各村报数', '水位13.84米', '见表a.xlsx', '登录官网www.example.com', '等等...', '版本V2.0'])(
    'stays a dot elsewhere: %s',
    (text) => {
      expect(normalise(text).text).toBe(text);
    },
  );

  it('keeps its place in the original', () => {
    const normal = normalise('明天开会.请准时');
    expect(originalSpan(normal, 4, 5)).toEqual([4, 5]);
  });
});

describe('the places of characters', () => {
  it('are those of the original where none goes', () => {
    const normal = normalise('９点前，報表');
    expect([normal.text, normal.offsets]).toEqual(['9点前,报表', null]);
    expect(originalSpan(normal, 4, 6)).toEqual([4, 6]);
  });

  it('are remembered where some go', () => {
    const normal = normalise('\u200b8 月 26 日，報\u200b表');
    expect(normal.text).toBe('8月26日,报表');
    expect([...(normal.offsets ?? [])]).toEqual([1, 3, 5, 6, 8, 9, 10, 12]);
    expect(originalSpan(normal, 0, 5)).toEqual([1, 9]);
  });
});
