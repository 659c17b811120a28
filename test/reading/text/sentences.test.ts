import { describe, expect, it } from 'vitest';
import { listItemsOf } from '../../../src/reading/text/sentences.ts';

function items(text: string): readonly string[] {
  return listItemsOf(text).map(([start, end]) => text.slice(start, end).trim());
}

describe('a numbered list', () => {
  it.each([
    ['重点】1.1月6日上午开会;2.各办报建议;3.拆线', ['1.1月6日上午开会;', '2.各办报建议;', '3.拆线']],
    ['两件事\n一、10月1日至7日报平安\n二、今天贴班次表', ['一、10月1日至7日报平安', '二、今天贴班次表']],
    ['今天三件事 1 报名册 2 交照片 3 下午开会', ['1 报名册', '2 交照片', '3 下午开会']],
    ['长度 1.5米,宽 2.5米', []],
    ['来了 3 人,走了 2 人', []],
  ])('%s', (text, list) => expect(items(text)).toEqual(list));
});
