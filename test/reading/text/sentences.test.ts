import { describe, expect, it } from 'vitest';
import { listItemsOf, phrasesOf, sentencesOf } from '../../../src/reading/text/sentences.ts';

function items(text: string): readonly string[] {
  return listItemsOf(text).map(([start, end]) => text.slice(start, end).trim());
}

describe('a numbered list', () => {
  it.each([
    ['重点】1.1月6日上午开会;2.各办报建议;3.拆线', ['1.1月6日上午开会;', '2.各办报建议;', '3.拆线']],
    ['两件事\n一、10月1日至7日报平安\n二、今天贴班次表', ['一、10月1日至7日报平安', '二、今天贴班次表']],
    ['今天三件事 1 报名册 2 交照片 3 下午开会', ['1 报名册', '2 交照片', '3 下午开会']],
    ['两件事。一,保成把这个查实;二,三个社区都对一遍', ['一,保成把这个查实;', '二,三个社区都对一遍']],
    ['早上好\n一是三家例会,下午3点。\n二是名册周五前报', ['一是三家例会,下午3点。', '二是名册周五前报']],
    ['三件事\n1.自查报告周四前报\n2.2027年度计划数周三前报', ['1.自查报告周四前报', '2.2027年度计划数周三前报']],
    ['三条:一是早盖晚揭;二是控水', []],
    ['一,保成把这个查实;三,都对一遍', []],
    ['长度 1.5米,宽 2.5米', []],
    ['来了 3 人,走了 2 人', []],
  ])('%s', (text, list) => expect(items(text)).toEqual(list));
});

describe('sentences and clauses', () => {
  const parts = (text: string, spans: readonly (readonly [number, number])[]) => spans.map(([start, end]) => text.slice(start, end));

  it('end with their marks, without the blanks around them', () => {
    const text = ' 明天开会。\n请准时… 带笔,带本子!! ';
    expect(parts(text, sentencesOf(text))).toEqual(['明天开会', '请准时', '带笔,带本子']);
    expect(parts(text, phrasesOf(text))).toEqual(['明天开会', '请准时', '带笔', '带本子']);
  });

  it('clauses end at a blank between Chinese characters, but not beside others', () => {
    const text = '各村 报 3 份 word 版';
    expect(parts(text, phrasesOf(text))).toEqual(['各村', '报 3 份 word 版']);
  });

  it('keep to the part that is asked for', () => {
    const text = '前文。各村 报表;后文';
    expect(parts(text, phrasesOf(text, 3, 8))).toEqual(['各村', '报表']);
    expect(parts(text, phrasesOf(text, 5, 8))).toEqual(['报表']);
    expect(parts(text, sentencesOf(text, 3, 5))).toEqual(['各村']);
  });
});
