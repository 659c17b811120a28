import { describe, expect, it } from 'vitest';
import { aheadOfOthers, longestRuns } from '../../src/ledger/longest-run.ts';
import { topicsOf } from '../../src/reading/directive/topics.ts';

const topicsIn = (text: string): ReadonlySet<string> => new Set(topicsOf(text));

describe('what is shared on end', () => {
  it('is as long as what is called by the same name', () => {
    const known = [topicsIn('核桃采收面积、农业干果产量'), topicsIn('秋粮测产,每个村取三个样点')];
    expect(longestRuns(topicsOf('秋粮测产农业中心说先不搞了'), known)).toEqual([1, 3]);
  });

  it('ends where the words do', () => {
    expect(longestRuns(topicsOf('台账,目录'), [topicsIn('台账目录')])).toEqual([1]);
  });

  it('is nothing by single characters', () => expect(longestRuns(['会'], [new Set(['会'])])).toEqual([0]));
});

describe('who is ahead', () => {
  it('is so by the distance to the best of the others', () => expect(aheadOfOthers([1, 4, 3])).toEqual([-3, 1, -1]));
  it('is nobody where two are level', () => expect(aheadOfOthers([2, 2])).toEqual([0, 0]));
  it('is the only one there is', () => expect(aheadOfOthers([2])).toEqual([2]));
  it('is told of none', () => expect(aheadOfOthers([])).toEqual([]));
});
