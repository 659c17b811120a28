import { describe, expect, it } from 'vitest';
import { oddsOf } from '../../../src/reading/directive/audience/concern-worth.ts';
import type { ConcernCase, ToldCase } from './cases.ts';
import { learnConcerns } from './learn.ts';

/** A broken bridge is for who sees to roads, and never for who sees to schools, in a chat of that name. */
function told(name: string): readonly ToldCase[] {
  const one = (duty: string, isConcerned: boolean): ConcernCase => ({
    signs: { facts: ['here true'], words: ['桥断', name], posts: [duty] },
    isConcerned,
  });
  return [{ isClue: false, candidates: [one('交通', true), one('学校', false)], concerned: ['road'], foundBy: () => [] }];
}

const CHATS = ['东岭', '西泡', '南渡', '北市', '柳湾', '石桥', '沙窝', '官道', '河头', '圩上'].map(told);

const TOLD = CHATS.map((told) => ({ told, clues: [] }));

describe('whose a danger is', () => {
  it('is learned', () => {
    const model = learnConcerns(TOLD);
    const odds = (duty: string): number => oddsOf({ facts: ['here true'], words: ['桥断'], posts: [duty] }, model);
    expect(odds('交通')).toBeGreaterThan(odds('学校') + 1);
  });

  it('is learned from what several chats say, not from their names', () => {
    expect(Object.keys(learnConcerns(TOLD).weights).some((sign) => sign.startsWith('东岭'))).toBe(false);
    expect(learnConcerns(TOLD.slice(1)).weights).toEqual({});
  });

  it('is learned alike from the same', () => expect(learnConcerns(TOLD)).toEqual(learnConcerns(TOLD)));
});
