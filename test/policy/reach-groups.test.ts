import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf } from '../../src/policy/reach-groups.ts';

function group(id: string, ...members: string[]) {
  return { platform: 'one', id, members };
}

function chosen(audience: readonly string[], ...groups: ReturnType<typeof group>[]): string {
  const { groups: taken, uncovered } = coverOf(audience, groups);
  return [taken.map(({ id }) => id).join(' '), uncovered.join(' ')].join('|');
}

describe('the groups through which people are reached', () => {
  it('are as few as reach them all', () => {
    expect(chosen(['a', 'b', 'c'], group('g1', 'a'), group('g2', 'a', 'b', 'c'), group('g3', 'b', 'c'))).toBe('g2|');
  });

  it('reach each by one post where that can be, also with more posts', () => {
    expect(
      chosen(
        ['a', 'b', 'c', 'd'],
        group('g1', 'a', 'b', 'c'),
        group('g2', 'c', 'd'),
        group('g3', 'a'),
        group('g4', 'b', 'c'),
        group('g5', 'd'),
      ),
    ).toBe('g1 g5|');
  });

  it('are more, where fewer would reach somebody twice', () => {
    expect(chosen(['a', 'c', 'd', 'e'], group('g1', 'a', 'c'), group('g2', 'c', 'd', 'e'), group('g3', 'd'), group('g4', 'e'))).toBe(
      'g1 g3 g4|',
    );
  });

  it('have as few bystanders as can be', () => {
    expect(chosen(['a', 'b'], group('g1', 'a', 'b', 'x', 'y'), group('g2', 'a', 'b', 'x'))).toBe('g2|');
  });

  it('leave over whom no group holds', () => {
    expect(chosen(['a', 'z'], group('g1', 'a'))).toBe('g1|z');
    expect(chosen(['z'], group('g1', 'a'))).toBe('|z');
  });

  it('reach all who are in any group, of few groups and of many', () => {
    const person = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    const groups = fc
      .array(fc.uniqueArray(person), { maxLength: 18 })
      .map((lists) => lists.map((members, index) => group(`g${index}`, ...members)));
    fc.assert(
      fc.property(fc.uniqueArray(person), groups, (audience, all) => {
        const { groups: taken, uncovered } = coverOf(audience, all);
        expect(uncovered).toEqual(audience.filter((one) => !all.some(({ members }) => members.includes(one))));
        expect(taken.every(({ members }) => members.some((one) => audience.includes(one)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
