import { expect, it } from 'vitest';
import { matterOf } from '../../../../src/reading/directive/audience/duty-holders.ts';
import { someone } from '../../../kit/audience-builders.ts';

const AIDES = someone('aides', '高振', '综治办主任', [], { duties: ['协管员管理'] });
const WATER = someone('water', '林芳', '水利站站长', [], { duties: ['水利', '防汛抗旱'] });
const HEAD = someone('head', '邹平', '西坪村党支部书记', ['西坪村'], { duties: ['村全面工作'] });

it.each([
  ['协管员这个月的补贴谁管', ['aides']],
  ['抗旱的水泵还在吗', ['water']],
  ['管理上要注意', []],
])('an office is found by what its duty is over, whatever is done with it: %s', (text, ids) => {
  expect(matterOf(text, [AIDES, WATER, HEAD], []).map(({ id }) => id)).toEqual(ids);
});

it('where nobody of the group has the matter it is looked for in its circle', () => {
  expect(matterOf('协管员这个月的补贴谁管', [WATER, HEAD], [AIDES]).map(({ id }) => id)).toEqual(['aides']);
});
