import { expect, it } from 'vitest';
import { phraseExamplesOf } from '../../src/flow/training-examples.ts';
import { SETTINGS, trainModel } from '../../src/reading/noise/train/index.ts';
import { CALENDAR } from '../kit/tuning-builders.ts';

const CHATTER = ['笑死，这狗子成精了', '笑死，这猫也成精了', '笑死，都成精了'];

it('a phrase that no work chat has teaches only what stands alone', () => {
  const phrases = CHATTER.map((text, index) => ({ id: String(index), text, label: 'chitchat', lone: true }) as const);
  const work = { id: 'w', text: '请各村明天报表', label: 'directive' } as const;
  const { chat, alone } = phraseExamplesOf([...phrases, work], [], CALENDAR);
  expect(alone.map(({ weight }) => weight > 0)).toEqual([true, true, true, true]);
  expect(chat.map(({ weight }) => weight > 0)).toEqual([false, false, false, true]);
  const model = trainModel({ chat, alone }, 'chatter', { ...SETTINGS, epochs: 1 });
  expect([model.chat.gramRows, model.alone.gramRows > 0]).toEqual([0, true]);
});
