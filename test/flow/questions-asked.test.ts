import { expect, it } from 'vitest';
import { QuestionsAsked } from '../../src/flow/questions-asked.ts';

const evidence = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ platform: 'qq', group: 'g', id: `m${number}`, quote: null, span: null }));

it('takes a question up again when its directive has more evidence', () => {
  const asked = new QuestionsAsked();
  asked.finish({ id: 'd1', evidence: evidence(1) });
  expect(asked.isDone({ id: 'd1', evidence: evidence(1) })).toBe(true);
  expect(asked.isDone({ id: 'd1', evidence: evidence(2) })).toBe(false);
});

it('counts in vain as long as the question is asked', () => {
  const asked = new QuestionsAsked();
  expect([asked.tried('k', 1), asked.tried('k', 2), asked.tried('other', 2)]).toEqual([1, 2, 1]);
});

it('keeps nothing of what is too old to be asked', () => {
  const asked = new QuestionsAsked();
  for (let day = 0; day < 100; day++) {
    asked.keep(new Set([`d${day}`, `d${day - 1}`]), day - 1);
    asked.finish({ id: `d${day}`, evidence: evidence(1) });
    asked.tried(`k${day}`, day);
    expect(asked.size).toBeLessThanOrEqual(4);
  }
  expect(asked.isDone({ id: 'd99', evidence: evidence(1) })).toBe(true);
  expect(asked.tried('k99', 100)).toBe(2);
});
