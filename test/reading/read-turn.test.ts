import { describe, expect, it } from 'vitest';
import type { Trees } from '../../src/model/trees.ts';
import { MEANT_SIGNS } from '../../src/reading/directive/audience/meant-signs.ts';
import { readTurn } from '../../src/reading/read-turn.ts';
import { seenAs } from '../kit/change-builders.ts';

function changesOfTurn(text: string, label: 'update' | 'directive'): readonly string[] {
  const [view, verdict] = seenAs(text, label);
  return readTurn([{ view, verdict }]).changes.map(({ change }) => change);
}

describe('a turn', () => {
  it('that asks whether something is done after all changes nothing', () => {
    expect(changesOfTurn('老柏,前晚取消的那趟夜查还补不补?', 'update')).toEqual([]);
    expect(changesOfTurn('夜查改到明晚8点,行不行?', 'update')).toEqual(['deadline']);
  });

  it('may call off one thing beside another that it asks', () => {
    expect(changesOfTurn('余额结转那张登记表不要填了,系统自己结。慰问的票据明天上午10点前交给我。', 'directive')).toEqual(['cancel']);
    expect(changesOfTurn('慰问的票据明天上午10点前交给我。', 'directive')).toEqual([]);
  });

  it('stands for all whom it means, where what it changes isn’t known', () => {
    const [view, verdict] = seenAs('林芳把核验表推迟到周五下班前报', 'update');
    const everybody: Trees = { signs: MEANT_SIGNS, bias: 9, roots: [], sign: [], value: [], above: [] };
    const people = (meaning: Trees | null): readonly string[] => {
      const seen = { ...view, context: { ...view.context, models: { meaning } } };
      return readTurn([{ view: seen, verdict }]).changes[0]?.fallback?.audience.people ?? [];
    };
    expect(people(null)).toEqual(['lin']);
    expect(people(everybody)).toEqual(['lin', 'mei']);
  });

  it('that takes something up again and then says when is one change', () => {
    const [again, weak] = [seenAs('演练还是要搞,集合地点不变', 'update'), seenAs('明天下午三点啊 都把铁锨扛上', 'directive', 0.55)];
    const { changes, asks } = readTurn([again, weak].map(([view, verdict]) => ({ view, verdict })));
    expect(changes).toMatchObject([{ change: 'reinstate', deadline: { phrase: '明天下午三点' } }]);
    expect(asks).toEqual([]);
  });

  it('that was hardly judged an update asks for what its table lists, row by row', () => {
    const table = [
      '夜查开了两张单:',
      '| 单号 | 点位 | 盯办 | 时限 |',
      '| 7号 | 北街网吧,疏散门上锁 | 北街社区 | 11月20日17:00 |',
      '| 8号 | 三组车棚,飞线6处 | 柳湾村 | 21日18:00 |',
      '改完传照片,合格才销号。',
    ].join('\n');
    const read = (confidence: number) => {
      const [view, verdict] = seenAs(table, 'update', confidence);
      const { asks, changes } = readTurn([{ view, verdict }]);
      return { due: asks.map(({ deadline }) => deadline?.phrase), changes: changes.length };
    };
    expect(read(0.7)).toEqual({ due: ['11月20日17:00', '21日18:00'], changes: 0 });
    expect(read(0.95).due).toEqual([]);
  });
});

it('what hardly looks like an update, and asks whole circles for something by a day of its own, is an order', () => {
  const read = (text: string, confidence: number) => {
    const [view, verdict] = seenAs(text, 'update', confidence);
    const { asks, changes } = readTurn([{ view, verdict }]);
    return [asks.length > 0, changes.length > 0];
  };
  const order = '积压的件还有12件,多是占道。请各村明天下午6点前全部办结,办不了的写明原因';
  expect(read(order, 0.6)).toEqual([true, false]);
  expect(read(order, 0.8)).toEqual([false, true]);
  expect(read('积压的件请各村改到明天下午6点前全部办结', 0.6)).toEqual([false, true]);
});
