import { expect, it } from 'vitest';
import { trainWeights } from '../../../src/reading/noise/train/index.ts';
import { type PackedExamples, packed } from '../../../src/reading/noise/train/packed.ts';
import { tinyExamples } from '../../reading/noise/tiny.ts';
import { type TrainingOrder, trainingThreads } from './training-threads.ts';

const UNSEEN: readonly TrainingOrder['unseen'][] = [[], [0], [1], [2], [0, 1]];
const ORDERS = UNSEEN.flatMap((unseen): readonly TrainingOrder[] => [
  { set: 'chat', unseen },
  { set: 'alone', unseen },
]);

function tinySets(): PackedExamples {
  const examples = tinyExamples();
  const set = packed(
    examples,
    examples.map((_, place) => place % 3),
  );
  return { chat: set, alone: set };
}

it.each([1, 2, 5])('%i threads learn what one alone learns, to the last byte', async (count) => {
  const examples = tinySets();
  const threads = trainingThreads(examples, count);
  const learned = await Promise.all(ORDERS.map((order) => threads.train(order)));
  await threads.end();
  expect(learned).toEqual(ORDERS.map(({ set, unseen }) => trainWeights(examples, set, unseen)));
});

it('a thread that fails fails all that wait for it, and whoever asks later', async () => {
  const broken: TrainingOrder = { set: 'chat', unseen: null as unknown as [] };
  const threads = trainingThreads(tinySets(), 1);
  const [first, second] = await Promise.allSettled([threads.train(broken), threads.train({ set: 'chat', unseen: [] })]);
  expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']);
  await expect(threads.train({ set: 'chat', unseen: [] })).rejects.toThrow();
  await threads.end();
});
