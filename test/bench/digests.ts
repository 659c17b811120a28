/**
 * Digests a second of a big organisation: 5,000 people, each in 30 of 2,000 groups, on a day on which every group holds 15
 * messages that are kept: some 450 a person. Composed one by one, stored 200 at a time.
 */

import { closingWindow, composeDigest } from '../../src/flow/close-day.ts';
import type { Digest } from '../../src/model/digest.ts';
import { readers } from '../../src/model/organisation.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { inFile } from './in-file.ts';
import { EVERY_DAY, GROUPS, largeDay, PER_PERSON } from './load/large-day.ts';
import { median, stopwatch } from './stopwatch.ts';

const AT_ONCE = 200;

export interface Digests {
  readonly people: number;
  readonly groupsEach: number;
  readonly groups: number;
  readonly messages: number;
  /** Kept messages of a reader's groups, on average. */
  readonly ownMessages: number;
  /** Items of a digest, on average. */
  readonly items: number;
  readonly perSecond: number;
  /** Share of the time that storing takes. */
  readonly storing: number;
}

export async function measureDigests(people: number, repeats: number): Promise<Digests> {
  const day = largeDay(people);
  const all = readers(day.org);
  const rates: number[] = [];
  let items = 0;
  let storing = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    await inFile(async (path) => {
      const store = openSqliteStore(path);
      const watch = stopwatch();
      const window = closingWindow(day.from, day.to, day.messages, day.ledger);
      const book = { org: day.org, ledger: day.ledger, due: EVERY_DAY, notCovered: [] };
      items = 0;
      let stored = 0;
      for (let at = 0; at < all.length; at += AT_ONCE) {
        const digests: Digest[] = all.slice(at, at + AT_ONCE).map((reader) => composeDigest(book, reader, window));
        const before = performance.now();
        await store.putDigests(digests);
        stored += performance.now() - before;
        for (const digest of digests) items += digest.items.length;
      }
      const { wall } = watch();
      storing = stored / 1000 / wall;
      rates.push(all.length / wall);
      await store.close();
    });
  }
  const kept = day.messages.filter((message) => message.keep).length;
  return {
    people: all.length,
    groupsEach: PER_PERSON,
    groups: GROUPS,
    messages: day.messages.length,
    ownMessages: (kept / GROUPS) * PER_PERSON,
    items: items / all.length,
    perSecond: median(rates),
    storing,
  };
}
