import { expect, it } from 'vitest';
import { timePattern } from '../../../src/cli/rules/pattern-timer.ts';
import { checkPattern } from '../../../src/policy/pattern/check.ts';
import { hostileTexts } from '../../../src/policy/pattern/hostile.ts';

it('stops a pattern that would never end', () => {
  expect(timePattern('^(?:团|团团)+$', hostileTexts({ pattern: '^(?:团|团团)+$', hits: [], misses: [] }))).toBeGreaterThanOrEqual(1000);
});

it.each(['拼团|团购', '[0-9]{1,4}元.*包邮', '(?:请|务必).{0,30}(?:报|交|填).{0,30}(?:表|单)', '(?:村|社区|组)+长', '[^。]+。$'])(
  'what the check of form lets pass is quick: %s',
  (pattern) => {
    expect(checkPattern(pattern)).toBeNull();
    expect(timePattern(pattern, hostileTexts({ pattern, hits: ['请各村报表单', '12元包邮'], misses: [] }))).toBeLessThan(100);
  },
);

it('sees a slow text behind a quick one', () => {
  expect(timePattern('(?:a|a)+$', ['b', `${'a'.repeat(40)}b`])).toBeGreaterThanOrEqual(1000);
});
