import { expect, it } from 'vitest';
import { encodeModel } from '../../../src/reading/noise/model/file.ts';
import { trainWithout } from '../../../src/reading/noise/train/index.ts';
import { type PackedExamples, packed } from '../../../src/reading/noise/train/packed.ts';
import { tinyExamples } from '../../reading/noise/tiny.ts';
import { type TrainingOrder, trainingThreads } from './training-threads.ts';

const ORDERS: readonly TrainingOrder[] = [[], [0], [1], [2], [0, 1]].map((unseen) => ({ unseen, id: `without ${unseen}` }));

function tinySets(): PackedExamples {
  const examples = tinyExamples();
  const set = packed(
    examples,
    examples.map((_, place) => place % 3),
  );
  return { chat: set, alone: set };
}

it.each([1, 2, 5])('%i threads train what one alone trains, to the last byte', async (count) => {
  const examples = tinySets();
  const threads = trainingThreads(examples, count);
  const models = await Promise.all(ORDERS.map((order) => threads.train(order)));
  await threads.end();
  expect(models.map(encodeModel)).toEqual(ORDERS.map(({ unseen, id }) => encodeModel(trainWithout(examples, unseen, id))));
});

it('a thread that fails fails all that wait for it, and whoever asks later', async () => {
  const broken: TrainingOrder = { unseen: null as unknown as [], id: 'broken' };
  const threads = trainingThreads(tinySets(), 1);
  const [first, second] = await Promise.allSettled([threads.train(broken), threads.train({ unseen: [], id: 'next' })]);
  expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']);
  await expect(threads.train({ unseen: [], id: 'later' })).rejects.toThrow();
  await threads.end();
});
