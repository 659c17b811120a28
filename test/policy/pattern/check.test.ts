import { describe, expect, it } from 'vitest';
import { checkPattern, MAX_PATTERN } from '../../../src/policy/pattern/check.ts';
import { hostileTexts } from '../../../src/policy/pattern/hostile.ts';
import { parsePattern } from '../../../src/policy/pattern/parse.ts';
import { LONG_TEXT, waysOf } from '../../../src/policy/pattern/ways.ts';

describe('a pattern from outside', () => {
  it.each([
    '拼团|团购',
    '^(?:我|俺|咱)',
    '(?:今|明)天.{0,20}(?:报|交)',
    '[0-9]{1,4}元.*包邮',
    '(?:村|社区|组)+长',
    '(?<=的)名单',
    '(?<!不)用报',
    '第(?:[一二三]{1,2}、){1,3}',
    '\\p{Script=Han}{2,6}先生',
    '[^。]+。',
    'a\\(b\\|c\\)',
    '\\[玫瑰\\]',
  ])('%s may run', (pattern) => {
    expect(checkPattern(pattern)).toBeNull();
  });

  it.each<readonly [pattern: string, code: string]>([
    ['(a+)+b', 'rules.refused.pattern-nested'],
    ['(?:a|aa)+b', 'rules.refused.pattern-nested'],
    ['(?:收到*)*!', 'rules.refused.pattern-nested'],
    ['(?:[村组]?村){20,}x', 'rules.refused.pattern-nested'],
    ['(?:(?:a?){9}){9}b', 'rules.refused.pattern-nested'],
    ['报.*表.*交', 'rules.refused.pattern-ways'],
    ['a+a+b', 'rules.refused.pattern-ways'],
    ['(.)\\1报', 'rules.refused.pattern-reference'],
    ['(?<a>报)\\k<a>', 'rules.refused.pattern-reference'],
    ['(?<=报.*)表', 'rules.refused.pattern-lookbehind'],
    ['(?<!报.{0,200})表', 'rules.refused.pattern-lookbehind'],
    ['(报', 'rules.refused.pattern-syntax'],
    ['报{2', 'rules.refused.pattern-syntax'],
    ['(?:报)?', 'rules.refused.pattern-empty'],
    ['^', 'rules.refused.pattern-empty'],
    ['^$', 'rules.refused.pattern-empty'],
    ['报'.repeat(MAX_PATTERN + 1), 'rules.refused.pattern-long'],
  ])('%s is refused as %s', (pattern, code) => {
    expect(checkPattern(pattern)?.code).toBe(code);
  });
});

describe('ways to match', () => {
  it.each<readonly [pattern: string, ways: number]>([
    ['abc', 1],
    ['a?b?', 4],
    ['a{2,5}', 4],
    ['a{3}', 1],
    ['a*', LONG_TEXT + 1],
    ['(?:ab|cd)', 1],
    ['(?:ab|ac)', 2],
    ['(?:[ab]|ac)', 2],
    ['(?:ab|ac){2}', 4],
    ['[(*+?){2,9}|]', 1],
    ['a\\+\\*', 1],
    ['[\\](a+)+]', 1],
    ['x(?=a?)(?!b?)', 4],
  ])('%s: %i', (pattern, ways) => {
    expect(waysOf(parsePattern(pattern))).toBe(ways);
  });
});

it('hostile texts are long, and made of what the pattern and its examples are made of', () => {
  const texts = hostileTexts({ pattern: '团+购', hits: ['拼团'], misses: ['抱团取暖'] });
  expect(texts.every((text) => text.length === LONG_TEXT)).toBe(true);
  for (const start of ['团团团', '购购购', '拼团拼团', '抱团取暖抱']) expect(texts.some((text) => text.startsWith(start))).toBe(true);
});
