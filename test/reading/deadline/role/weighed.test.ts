import { describe, expect, it } from 'vitest';
import { readTimes } from '../../../../src/reading/deadline/index.ts';
import { weightsIn } from '../../../../src/reading/deadline/role/chance/chance.ts';
import { PLACES } from '../../../../src/reading/deadline/role/chance/signs.ts';
import { normalise } from '../../../../src/reading/text/normalise.ts';
import { contextAt, deadlinesAt, readingAt } from '../reading-at.ts';

/** Nothing is a deadline, whatever stands around it. */
const NEVER = weightsIn({ bias: -9, step: 1, weights: Buffer.alloc(PLACES).toString('base64') });

function daysNever(text: string): readonly string[] {
  return readTimes(normalise(text), contextAt('2026-03-04T10:20'), NEVER).deadlines.map(({ day }) => day);
}

describe('the second look', () => {
  it('takes back what a rule made of words that other sentences have as well, and says so', () => {
    const { deadlines, otherTimes } = readTimes(normalise('各村周五前报表'), contextAt('2026-03-04T10:20'), NEVER);
    expect(deadlines).toEqual([]);
    expect(otherTimes.map(({ phrase, role, steps }) => [phrase, role, steps.at(-1)])).toEqual([['周五前', 'other', 'role/unlikely']]);
  });

  it.each([
    ['表由3月6日延至3月9日报', '2026-03-09'],
    ['还没交的,17:00截止', '2026-03-04'],
    ['最迟周五报', '2026-03-06'],
  ])('%s: leaves what has a deadline’s very name and what is said of two times', (text, day) => {
    expect(daysNever(text)).toEqual([day]);
  });

  it.each([
    ['隔壁村的船今早六点前就出海了,潮水一退谁也出不去', []],
    ['周五前把船上的灭火器换完,换好拍照', ['2026-03-07T00:00 day']],
  ])('%s: the shipped weights', (text, deadlines) => {
    expect(deadlinesAt(text)).toEqual(deadlines);
  });

  it('has nothing to say where the rules give none', () => {
    expect(readingAt('上周五开过会了').deadlines).toEqual([]);
  });
});
