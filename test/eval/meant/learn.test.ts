import { describe, expect, it } from 'vitest';
import { chanceByTrees } from '../../../src/model/trees.ts';
import { MEANT_SIGNS } from '../../../src/reading/directive/audience/meant-signs.ts';
import type { MeantChat } from './cases.ts';
import { learnMeant } from './learn.ts';

function signs(given: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(MEANT_SIGNS, (sign) => given[sign] ?? 0);
}

/** In each ask the readers find three of four who are named, and one who isn't. */
const CHAT: MeantChat = {
  cases: Array.from({ length: 200 }, () => [
    { signs: signs({ rare: 1, isFound: 1, found: 4, members: 6 }), place: '东沟村', isMeant: true },
    { signs: signs({ rare: 1, isFound: 1, found: 4, members: 6 }), place: '西坪村', isMeant: true },
    { signs: signs({ rare: 1, isFound: 1, found: 4, members: 6 }), place: '北渡村', isMeant: true },
    { signs: signs({ rare: 1, found: 4, members: 6 }), place: '沙窝村', isMeant: true },
    { signs: signs({ isFound: 1, found: 4, members: 6 }), place: '', isMeant: false },
    { signs: signs({ found: 4, members: 6 }), place: '', isMeant: false },
  ]),
};

describe('whom an ask means', () => {
  const trees = learnMeant([CHAT]);

  it('is learned from how people are named, beside whom the readers found', () => {
    expect(chanceByTrees(trees, signs({ rare: 1, found: 4, members: 6 }))).toBeGreaterThan(0.9);
    expect(chanceByTrees(trees, signs({ isFound: 1, found: 4, members: 6 }))).toBeLessThan(0.1);
  });

  it('is learned the same each time', () => expect(learnMeant([CHAT])).toEqual(trees));

  it('leaves what it learns from as it was', () => {
    expect(CHAT.cases.every(([first]) => first?.signs[MEANT_SIGNS.indexOf('isFound')] === 1)).toBe(true);
  });
});
