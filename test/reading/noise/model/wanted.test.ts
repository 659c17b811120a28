import { describe, expect, it } from 'vitest';
import { questionForm } from '../../../../src/reading/noise/model/signals/question.ts';
import { suppliesIn, WANTS_NOTHING, wantedBy } from '../../../../src/reading/noise/model/signals/wanted.ts';

const [TIME, NUMBER, PLACE, PERSON, WAY, YES] = [0, 1, 2, 3, 4, 5];

describe('what a question wants', () => {
  it.each([
    ['灌溉的水几时放下来', TIME],
    ['底价多少', NUMBER],
    ['材料送哪里', PLACE],
    ['找谁签字', PERSON],
    ['退回来的咋弄', WAY],
    ['空表交不交', YES],
    ['手机上能交吗', YES],
    ['收到', WANTS_NOTHING],
  ])('%s', (question, wanted) => expect(wantedBy(question)).toBe(wanted));
});

describe('what a text brings', () => {
  it.each([
    ['明早四点开闸', TIME],
    ['一共12户', NUMBER],
    ['三楼东头,门开着', PLACE],
    ['找老卢', PERSON],
    ['就写“无”', WAY],
    ['不用,那边有', YES],
  ])('%s', (text, brought) => expect(suppliesIn(text)).toContain(brought));

  it('may be nothing of these', () => expect(suppliesIn('哈哈')).toEqual([6]));
});

it('a verb that is doubled asks, wherever it stands', () => {
  expect(questionForm('外出的填不填啊大家')).toBe(1);
  expect(questionForm('他时不时来一趟,动不动就吵')).toBe(0);
});
