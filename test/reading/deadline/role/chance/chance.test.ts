import { expect, it } from 'vitest';
import { chanceOfDeadline, SHIPPED_WEIGHTS, weightsIn } from '../../../../../src/reading/deadline/role/chance/chance.ts';
import { PLACES } from '../../../../../src/reading/deadline/role/chance/signs.ts';

function chanceIn(text: string, phrase: string): number {
  const start = text.indexOf(phrase);
  return chanceOfDeadline(text, start, start + phrase.length, SHIPPED_WEIGHTS);
}

it('the shipped weights fill the table', () => {
  expect(SHIPPED_WEIGHTS.weights).toHaveLength(PLACES);
});

it('what is to be handed in by a day is likelier a deadline than what happened on one', () => {
  expect(chanceIn('请各村周五前把花名册报农服中心', '周五前')).toBeGreaterThan(0.9);
  expect(chanceIn('理发店周五理完最后一个人就关门,老板娘还在那里唱歌', '周五')).toBeLessThan(0.2);
});

it('without weights the bias alone speaks', () => {
  const none = weightsIn({ bias: 0, step: 1, weights: Buffer.alloc(PLACES).toString('base64') });
  expect(chanceOfDeadline('周五前报', 0, 3, none)).toBe(0.5);
});
