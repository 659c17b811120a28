import { describe, expect, it } from 'vitest';
import { withNumberedPlaces } from '../../../../src/reading/directive/audience/numbered-places.ts';

const NUMBERS = [...'一二三四五六七八九十', '十一', '十二'];
const PEOPLE = NUMBERS.map((number) => ({
  id: number,
  name: number,
  title: '网格长',
  roles: ['cadre' as const],
  areas: [`第${number}网格`, '三星村'],
  duties: [],
  aliases: [],
  accounts: {},
}));

describe('places that go by numbers', () => {
  it.each([
    ['一到四网格 今天铲干净', '第一网格、第二网格、第三网格、第四网格 今天铲干净'],
    ['第七、八、九网格:今晚巡逻', '第七网格、第八网格、第九网格:今晚巡逻'],
    ['一三四网格改到明天', '第一网格、第三网格、第四网格改到明天'],
    ['四六两个网格够', '第四网格、第六网格够'],
    ['10-12网格报数', '第十网格、第十一网格、第十二网格报数'],
    ['还差3网格、四网格、十一网格', '还差第三网格、第四网格、第十一网格'],
    ['这块不能放:一网格至三网格,把渠掏干净', '这块不能放:第一网格、第二网格、第三网格,把渠掏干净'],
    ['今晚8:10网格员到位', '今晚8:10网格员到位'],
    ['三个网格都齐了', '三个网格都齐了'],
    ['各网格报数,三星村也报', '各网格报数,三星村也报'],
    ['二十网格不是我们的', '二十网格不是我们的'],
  ])('%s', (text, read) => expect(withNumberedPlaces(text, PEOPLE as never)).toBe(read));
});
