import { describe, expect, it } from 'vitest';
import { charactersAlone } from '../../src/ledger/characters-alone.ts';
import { at } from '../kit/digest-builders.ts';
import { anAsk, folded, opened } from '../kit/ledger-builders.ts';

const having = (...topics: readonly string[]) => folded([opened({ at: at('2026-11-16 09:00'), ask: anAsk({ topics }) })]);

describe('characters that one alone has', () => {
  const book = having('渔船', '底册');
  const shots = having('牛群', '补针');

  it('are counted where the words differ', () => {
    expect(charactersAlone([book, shots], ['册子'])).toEqual([1, 0]);
    expect(charactersAlone([book, shots], ['打针'])).toEqual([0, 1]);
  });

  it('aren’t where the word itself is shared, or another has them, or every text does', () => {
    expect(charactersAlone([book, shots], ['底册'])).toEqual([0, 0]);
    expect(charactersAlone([book, having('手册')], ['册子'])).toEqual([0, 0]);
    expect(charactersAlone([having('报名'), shots], ['上报'])).toEqual([0, 0]);
  });
});
