import { expect, it } from 'vitest';
import { formsOfArea, namesArea } from '../../../../src/reading/directive/audience/areas.ts';

it.each([
  ['南渡村', ['南渡村', '南渡']],
  ['城关所', ['城关所', '城关']],
  ['河湾片区', ['河湾片区', '河湾']],
  ['第二管理区', ['第二管理区', '二管理区', '二区']],
  ['第一小学', ['第一小学', '一小']],
  ['铁西二小', ['铁西二小', '二小']],
  ['实验初中', ['实验初中', '实初']],
  ['县幼儿园', ['县幼儿园', '县幼']],
])('%s is called %s', (area, forms) => expect(formsOfArea(area)).toEqual(forms));

it.each([
  ['各区报表,二区已报', '第二管理区', true],
  ['各区报表,十二区已报', '第二管理区', false],
  ['统一组织学习', '第一村民小组', false],
])('%s names %s: %s', (text, area, is) => expect(namesArea(text, area)).toBe(is));
