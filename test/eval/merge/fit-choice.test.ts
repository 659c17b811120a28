import { describe, expect, it } from 'vitest';
import { type Choice, fitChoice } from './fit-choice.ts';

const SETTINGS = {
  dimensions: ['words', 'otherForm'] as const,
  alone: ['weak'] as const,
  expected: { otherForm: -1 },
  pull: 1,
  pullAlone: 0.5,
  spread: 0.1,
};

/** The one with most words is meant; none where the text is weak. */
const CHOICES: readonly Choice[] = Array.from({ length: 40 }, (_, index) => {
  const isWeak = index % 4 === 0;
  const values = [index % 5, (index * 3) % 5, (index * 7) % 4].map((words) => words / 5);
  const best = values.indexOf(Math.max(...values));
  return { candidates: values.map((words, place) => ({ values: [words, 0], good: !isWeak && place === best })), alone: [Number(isWeak)] };
});

describe('a choice', () => {
  it('is learned by what tells the right one from the others, and from none', () => {
    const { weights, none } = fitChoice(CHOICES, SETTINGS);
    expect(weights.words).toBeGreaterThan(1);
    expect(none.weights.weak).toBeGreaterThan(1);
  });

  it('keeps to what is expected where nothing is seen', () => {
    expect(fitChoice(CHOICES, SETTINGS).weights.otherForm).toBeCloseTo(-1);
  });

  it('comes out alike from the same', () => {
    expect(fitChoice(CHOICES, SETTINGS)).toEqual(fitChoice(CHOICES, SETTINGS));
  });
});
