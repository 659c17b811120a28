import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { LiveStore } from '../../../src/ports/live-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { aDigest, anItem } from '../../kit/digest-builders.ts';
import { aVerdict, envelopesBetween } from '../../kit/store-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

function twoConnections(): readonly [LiveStore, LiveStore] {
  const path = join(temporaryFolder(), 'store.sqlite');
  const stores = [openSqliteStore(path), openSqliteStore(path)] as const;
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
  return stores;
}

it('gives a person one digest a day, whichever connection is first', async () => {
  const [one, two] = twoConnections();
  const people = Array.from({ length: 50 }, (_, index) => `person-${index}`);
  const answers = await Promise.all(
    people.map((cadre, index) => {
      const [first, second] = index % 2 === 0 ? [one, two] : [two, one];
      return Promise.all([
        first.putDigest(aDigest([], { cadre, unaccounted: 1 })),
        second.putDigest(aDigest([], { cadre, unaccounted: 2 })),
      ]);
    }),
  );
  expect(answers).toEqual(people.map(() => [true, false]));
  for (const cadre of people) expect((await two.digestOf(cadre, '2026-11-17'))?.unaccounted).toBe(1);
});

it('raises an alert once', async () => {
  const [one, two] = twoConnections();
  const alert = { at: 1, cadre: 'gu-yan', reason: 'due', item: anItem() } as const;
  expect(await Promise.all([one.putAlert('key', alert), two.putAlert('key', alert)])).toEqual([true, false]);
});

it('stores once what both take in, and never gives a number twice', async () => {
  const [one, two] = twoConnections();
  const envelopes = envelopesBetween(0, 100);
  for (let from = 0; from < 100; from += 10) {
    await Promise.all([one.ingest(envelopes.slice(from, from + 8)), two.ingest(envelopes.slice(from, from + 10))]);
  }
  const all = await one.messagesAfter(0, 1000);
  expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  expect(all.map(({ id }) => id)).toEqual(envelopes.map(({ id }) => id));
});

it('settles messages that the other connection has stored', async () => {
  const [one, two] = twoConnections();
  const envelopes = envelopesBetween(0, 5);
  await one.ingest(envelopes);
  await two.saveSettled({ verdicts: envelopes.map((envelope) => aVerdict(envelope)), ruleSet: 'r', turns: [], cursor: 5 });
  expect([await one.settledCursor(), (await one.verdictsOf(envelopes)).length]).toEqual([5, 5]);
});

it('tells once when the other has written', async () => {
  const [one, two] = twoConnections();
  await one.changedElsewhere();
  await one.remember('a', '1');
  expect(await one.changedElsewhere()).toBe(false);
  await two.remember('a', '2');
  expect([await one.changedElsewhere(), await one.changedElsewhere(), await two.changedElsewhere()]).toEqual([true, false, true]);
});
