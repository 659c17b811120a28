import { expect, it } from 'vitest';
import { examplesOf, exchangeExamplesOf, phraseExamplesOf } from '../../src/flow/training-examples.ts';
import { SETTINGS, trainModel } from '../../src/reading/noise/train/index.ts';
import { CALENDAR, TOWN, TOWN_CHAT } from '../kit/tuning-builders.ts';

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

it('exchanges teach a chat a little, and nothing of what stands alone', () => {
  const labels = new Map(TOWN_CHAT.map(({ id }) => [id, 'chitchat'] as const));
  const town = { name: 'town', org: TOWN, envelopes: TOWN_CHAT, labels };
  const [asChat, asExchanges] = [examplesOf(town, [], CALENDAR), exchangeExamplesOf(town, [], CALENDAR)];
  expect(asExchanges.alone).toEqual([]);
  expect(asExchanges.chat.map(({ signals }) => signals)).toEqual(asChat.chat.map(({ signals }) => signals));
  for (const [index, { weight }] of asExchanges.chat.entries()) expect(weight).toBeLessThan(asChat.chat[index]?.weight ?? 0);
});
