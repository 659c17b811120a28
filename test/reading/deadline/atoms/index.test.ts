/** Every recogniser finds what it is there for, leaves its look-alikes, and keeps the promise of its hint. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findAtoms, RECOGNISERS } from '../../../../src/reading/deadline/atoms/index.ts';
import { frameOf } from '../../../../src/reading/deadline/frame.ts';
import { normalise } from '../../../../src/reading/text/normalise.ts';
import { contextAt, NOW } from '../reading-at.ts';

const frame = frameOf(contextAt(NOW));

function atomsOf(text: string): readonly string[] {
  return findAtoms(text, frame).map((atom) => `${atom.id.replace('atom/', '')} ${text.slice(atom.start, atom.end)}`);
}

describe('atoms', () => {
  it.each<[string, readonly string[]]>([
    ['2026-03-20前', ['iso-date 2026-03-20']],
    ['3月20日前', ['month-day 3月20日']],
    ['元月5日前', ['month-day 元月5日']],
    ['3.12月5日前', ['month-day 12月5日']],
    ['本月27日前', ['this-month-day 本月27日']],
    ['11.27前', ['short-date 11.27']],
    ['3.15晚会', []],
    ['1/3的村', []],
    ['二十三号之前', ['day-of-month 二十三号']],
    ['8号楼', []],
    ['三号梯坎', []],
    ['27号线杆', []],
    ['请于25前报', ['day-of-month-lost-unit 25']],
    ['大后天', ['relative-day 大后天']],
    ['今后天天报', ['repeat 天天']],
    ['下下周一', ['weekday 下下周一']],
    ['周5前', ['weekday 周5']],
    ['每周一次', ['repeat 每周']],
    ['周报', []],
    ['腊月二十三', ['lunar-day 腊月二十三']],
    ['八月十五', ['lunar-day 八月十五']],
    ['除夕', ['new-years-eve 除夕']],
    ['17:00', ['clock-colon 17:00']],
    ['差五分三点', ['clock-short-of-hour 差五分三点']],
    ['两点半', ['clock-hour 两点半']],
    ['提三点要求', []],
    ['下午三点要求各村到场', ['part-of-day 下午', 'clock-hour 三点']],
    ['一点都不难', ['not/fixed-name 一点都不']],
    ['零点一个百分点', []],
    ['一点前', ['clock-hour 一点']],
    ['下午5.30前', ['part-of-day 下午', 'clock-dotted 5.30']],
    ['一上班就交', ['anchor 一上班']],
    ['下班了', []],
    ['收到后两小时内', ['duration 收到后两小时内']],
    ['三天内容', []],
    ['T+2', ['t-plus T+2']],
    ['限3天', ['allowance 限3天']],
    ['权限3天', []],
    ['半个月内', ['half-month 半个月内']],
    ['明年3月底', ['month-end 明年3月底']],
    ['季度末', ['quarter-end 季度末']],
    ['年底', ['year-end 年底']],
    ['1-10月', ['month-range 1-10月']],
    ['第十一届', ['not/ordinal 第十一届']],
    ['24小时便民', ['not/measure 24小时便民']],
    ['12345', ['not/phone-number 12345']],
    ['〔2026〕12号', ['not/document-number 〔2026〕12号']],
    ['节前', ['before-holiday 节前']],
    ['教师节前', ['festival 教师节']],
    ['八一路', []],
    ['节后第一个工作日', ['workday-after-holiday 节后第一个工作日']],
    ['会前半小时', ['relative-to-event 会前半小时']],
    ['提前10分钟到会', ['not/fixed-name 提前']],
  ])('%s → %o', (text, expected) => {
    expect(atomsOf(text)).toEqual(expected);
  });
});

const CORPUS = new URL('../../../corpus/deadlines/', import.meta.url);
const texts = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, CORPUS), 'utf8').split('\n'))
  .filter((row) => row !== '')
  .map((row) => normalise((JSON.parse(row) as { readonly text: string }).text).text);

/** 26、28、30日: so far behind what it matches a pattern may look for its unit. */
const LOOKED_AHEAD = 14;

describe('recognisers', () => {
  it('are no more than the two words of bits that wake them hold', () => {
    expect(RECOGNISERS.length).toBeLessThanOrEqual(64);
  });

  it('have ids of their own', () => {
    expect(new Set(RECOGNISERS.map((recogniser) => recogniser.id)).size).toBe(RECOGNISERS.length);
  });

  it.each(RECOGNISERS)('$id never matches nothing, and only where its hint is', ({ pattern, hint, also }) => {
    expect(new RegExp(pattern.source, 'u').exec('')).toBeNull();
    // A copy begins at the start of a text, wherever an earlier reading stopped.
    const fresh = new RegExp(pattern);
    for (const match of texts.flatMap((text) => [...text.matchAll(fresh)])) {
      expect(match[0]).not.toBe('');
      const around = match.input.slice(Math.max(0, match.index - 8), match.index + match[0].length + LOOKED_AHEAD);
      expect(
        [...around].some((character) => hint.includes(character)),
        `${match[0]} in ${match.input}`,
      ).toBe(true);
      expect(also === undefined || [...around].some((character) => also.includes(character)), `${match[0]} in ${match.input}`).toBe(true);
    }
  });
});
