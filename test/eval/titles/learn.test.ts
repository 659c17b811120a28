import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../src/reading/directive/title/clauses.ts';
import { signsOf } from '../../../src/reading/directive/title/signs.ts';
import type { TitleCase } from './cases.ts';
import { learnTitles, titlesTold } from './learn.ts';
import { shareSaid } from './share-said.ts';

/** A deed behind an excuse, in the matters of one chat. */
function chat(village: string): readonly TitleCase[] {
  return ['沟渠清淤台账补齐', '独居老人名册补齐', '消防器材清单补齐'].map((action) => {
    const text = `${village}的同志们昨天开到半夜才散,${action}`;
    const source = { text, region: [0, text.length], times: [], deadlineAt: null, names: null } as const;
    const clauses = clausesOf(source);
    const cases = clauses.map((clause) => ({ signs: signsOf(clause, 'directive', clauses.length), said: shareSaid(action, clause.words) }));
    return { kind: 'directive', source, action, clauses: cases };
  });
}

const CHATS = ['东岭', '西泡', '南渡', '北市', '柳湾', '石桥', '沙窝', '官道', '河头'].map(chat);

describe('titles', () => {
  it('are learned from the actions that people wrote', () => {
    const [first = [], ...others] = CHATS;
    expect(titlesTold(first, learnTitles(others)).amiss).toBe(0);
    expect(titlesTold(first, { bias: 0, weights: {} }).amiss).toBe(3);
  });

  it('are learned from what many chats say, not from their names', () => {
    const { weights } = learnTitles(CHATS);
    expect(Object.keys(weights)).toContain('补齐');
    expect(Object.keys(weights)).not.toContain('东岭');
  });

  it('are learned alike from the same', () => {
    expect(learnTitles(CHATS)).toEqual(learnTitles(CHATS));
  });
});

describe('shareSaid', () => {
  it('counts the words that tell, in whatever order', () => {
    expect(shareSaid('报花名册', '花名册报我')).toBe(1);
    expect(shareSaid('把名册报给镇里', '名册')).toBe(0.4);
    expect(shareSaid('的', '')).toBe(1);
  });
});
