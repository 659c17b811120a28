import { expect, it } from 'vitest';
import { chanceOfDeadline, weightsIn } from '../../../src/reading/deadline/role/chance/chance.ts';
import type { Sentence } from '../../corpus/sentences.ts';
import { timeCases } from './cases.ts';
import { learnDeadlines } from './learn.ts';

function sentence(text: string, ...days: readonly string[]): Sentence {
  const deadlines = days.map((day) => ({ at: null, day, precision: 'day', recurrence: null, anchor: null, basis: 'assumed' }));
  return { id: text, text, sentAt: '2026-03-04T10:20:00+08:00', deadlines, otherTimes: [], urgency: 'none' };
}

const CASES = ['表', '册', '单', '账'].flatMap((what) => [
  ...timeCases(sentence(`各村周五前把${what}报上来`, '2026-03-06')),
  ...timeCases(sentence(`老${what}家的船周五前就走了,没人送`)),
]);

it('the same words are learned as the same weights, and tell one kind from the other', () => {
  const model = learnDeadlines(CASES);
  expect(learnDeadlines(CASES)).toEqual(model);
  const chanceIn = (text: string): number => chanceOfDeadline(text, text.indexOf('周五前'), text.indexOf('周五前') + 3, weightsIn(model));
  expect(chanceIn('各村周五前把图报上来')).toBeGreaterThan(0.8);
  expect(chanceIn('老图家的船周五前就走了,没人送')).toBeLessThan(0.2);
});

it('what the rules give is a deadline if its day is right; what they leave is open while one is missing', () => {
  const kinds = (one: Sentence): readonly boolean[] => timeCases(one).map(({ isDeadline }) => isDeadline);
  expect(kinds(sentence('各村周五前报表', '2026-03-06'))).toEqual([true]);
  expect(kinds(sentence('各村周五前报表', '2026-03-07'))).toEqual([false]);
  expect(kinds(sentence('上周五开过会了'))).toEqual([false]);
  expect(kinds(sentence('上周五开过会了', '2026-03-06'))).toEqual([]);
});
