import { describe, expect, it } from 'vitest';
import { SHIPPED_CONCERNS } from '../../../src/reading/directive/audience/concern-worth.ts';
import { chanceOfClue } from '../../../src/reading/directive/clue-chance.ts';
import { CLUE_AT_LEAST, clueIn, isMisconduct } from '../../../src/reading/directive/misconduct.ts';

const CLUE = SHIPPED_CONCERNS.clue ?? { bias: 0, weights: {} };

describe('a clue that no word names', () => {
  it.each([
    '睡不着说个事,听我嫂子娘家那边讲,发救灾被子的时候有人一床收了二十块,几家都给了,谁也不敢问是哪个叫收的',
    '小声说一句,今天去走访,有个婆婆说她名字在护林员名单上,钱领了一年多她一分没见着,存折在队长手里,我不晓得该跟哪个讲',
    '酒喝多了讲句不该讲的,我表弟给人拉货,前天半夜从救灾仓库拉了一车米出去,单子也没开,现钱结的,你们别说是我讲的',
  ])('%s', (text) => {
    expect(isMisconduct(text)).toBe(false);
    expect(clueIn(text, CLUE)).toBe('likely');
    expect(clueIn(text, undefined)).toBeNull();
  });
});

it('that may be one is for leaders, and what hardly is for nobody', () => {
  const text = '睡不着说个事,听我嫂子娘家那边讲,发被子的时候几家都给了,谁也不敢问是哪个叫收的';
  const odds = (chance: number) => Math.log(chance / (1 - chance));
  const at = (chance: number) => clueIn(text, { ...CLUE, bias: CLUE.bias + odds(chance) - odds(chanceOfClue(text, CLUE)) });
  expect([0.05, 0.2, 0.4].map(at)).toEqual([null, 'for leaders', 'likely']);
});

describe('no clue', () => {
  it.each([
    '学校后门那段围墙昨晚让雨水泡得往外鼓,放学娃娃都从那底下过,砖缝都能伸进手去,哪个来看一下嘛',
    '我们三单元楼上水管冻裂了,水顺着楼梯往下淌,一楼两户老人家里都进水了,麻烦社区叫人来关总阀',
    '村口那台变压器从昨天夜里就嗡嗡响,还冒了两回火花,边上就是柴垛,大家绕着走,电工电话打不通',
  ])('%s', (text) => expect(chanceOfClue(text, CLUE)).toBeLessThan(CLUE_AT_LEAST));

  it('is told in a few words that say nothing', () => {
    expect(chanceOfClue('有人收钱', CLUE)).toBe(0);
  });
});
