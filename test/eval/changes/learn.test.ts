import { describe, expect, it } from 'vitest';
import type { ChangeCase } from './cases.ts';
import { changesTold, learnChanges } from './learn.ts';

function cases(name: string): readonly ChangeCase[] {
  return [
    { kind: 'cancel', byRules: 'remind', signs: { runs: ['歇', '不', name], facts: ['#reply false'] } },
    { kind: 'deadline', byRules: 'remind', signs: { runs: ['缓', '推', name], facts: ['#reply false'] } },
    { kind: 'remind', byRules: 'remind', signs: { runs: ['差', name], facts: ['#reply false'] } },
  ];
}

const CHATS = ['东岭', '西泡', '南渡', '北市'].map(cases);

describe('what updates do', () => {
  it('is learned', () => {
    const told = changesTold(CHATS[0] ?? [], learnChanges(CHATS.slice(1)));
    expect(told).toEqual({ right: 3, byRules: 1 });
  });

  it('is learned from what several chats say, not from their names', () => {
    const { weights } = learnChanges(CHATS);
    expect(Object.keys(weights)).toContain('歇');
    expect(Object.keys(weights)).not.toContain('东岭');
  });

  it('is learned alike from the same', () => {
    expect(learnChanges(CHATS)).toEqual(learnChanges(CHATS));
  });
});
