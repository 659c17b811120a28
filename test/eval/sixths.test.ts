import { expect, it } from 'vitest';
import { bySixths } from './sixths.ts';

it('each is asked about by a model that never saw its sixth, and learned from all else', () => {
  const own = Array.from({ length: 14 }, (_, place) => place);
  let learned = 0;
  const models = bySixths(own, [100, 101], (chats) => {
    learned++;
    return chats;
  });
  expect(learned).toBe(6);
  expect(models).toHaveLength(14);
  for (const [place, seen] of models.entries()) {
    expect(seen).toEqual([...own.filter((other) => other % 6 !== place % 6), 100, 101]);
  }
});
