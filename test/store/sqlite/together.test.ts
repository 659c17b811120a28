import { describe, expect, it } from 'vitest';
import { together } from '../../../src/store/sqlite/together.ts';

/** Transactions that count themselves and keep what they have written only if they end. */
function begin() {
  const seen = { commits: 0, kept: [] as readonly string[], under: [] as string[] };
  const steps = together({
    writing(run) {
      return (...given) => {
        seen.under = [];
        const answer = run(...given);
        seen.commits++;
        seen.kept = [...seen.kept, ...seen.under];
        return answer;
      };
    },
  });
  const write = (word: string) =>
    steps.step(() => {
      if (word === 'bad') throw new Error('refused');
      seen.under.push(word);
      return `${word}!`;
    });
  return { seen, steps, write };
}

describe('steps asked for at about the same time', () => {
  it('are one transaction, and each has its own answer', async () => {
    const { seen, write } = begin();
    expect(await Promise.all([write('a'), write('b'), write('c')])).toEqual(['a!', 'b!', 'c!']);
    expect([seen.commits, seen.kept]).toEqual([1, ['a', 'b', 'c']]);
    await write('d');
    expect([seen.commits, seen.kept]).toEqual([2, ['a', 'b', 'c', 'd']]);
  });

  it('fail each for itself', async () => {
    const { seen, write } = begin();
    const [a, bad, c] = await Promise.allSettled([write('a'), write('bad'), write('c')]);
    expect([a?.status, bad?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen.kept).toEqual(['a', 'c']);
  });

  it('are told of only when they are durable', async () => {
    const { seen, steps, write } = begin();
    const told: string[] = [];
    const asked = write('a').then((answer) => told.push(answer));
    await Promise.resolve();
    expect([seen.commits, told]).toEqual([0, []]);
    steps.flush();
    await asked;
    expect([seen.commits, told]).toEqual([1, ['a!']]);
  });
});
