import { expect, it } from 'vitest';
import { topicsOf } from '../../../src/reading/directive/topics.ts';

it('a place’s number says more with what it counts than alone', () => {
  expect(topicsOf('锻工23栋漏点处理完毕')).toContain('23栋');
  expect(topicsOf('3号渡槽底下有条缝')).toContain('3号');
  expect(topicsOf('各来23个人')).not.toContain('23个');
});
