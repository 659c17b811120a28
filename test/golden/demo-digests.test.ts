/**
 * What three people of the demo organisation read on its second day, word for word. When a change of the program is meant to change
 * them, look at the difference and keep it: `UPDATE_GOLDEN=1 npm run test:run -- test/golden`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { layoutDigest, renderPlain } from '../../src/digest/render/index.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import { DEMO, digestsOf, replayedFolder, scenario } from '../kit/scenarios.ts';

const DAY = '2026-11-17';
/** A village secretary, the head of an office, and a deputy mayor. */
const READERS = ['gu-yan', 'zhao-min', 'lu-chengye'];
const UPDATING = process.env['UPDATE_GOLDEN'] === '1';

describe(`the demo on ${DAY}`, () => {
  let org: Organisation;
  let digests: readonly Digest[];
  beforeAll(async () => {
    const demo = await scenario(DEMO);
    org = demo.org;
    digests = digestsOf(await replayedFolder(DEMO));
  });

  it.each(READERS)('%s', (id) => {
    const person = org.personById.get(id);
    const digest = digests.find(({ cadre, date }) => cadre === id && date === DAY);
    if (person === undefined || digest === undefined) throw new Error(`${id} has no digest on ${DAY}`);
    const text = renderPlain(layoutDigest(digest, { org, person }));
    const path = new URL(`demo/${id}.txt`, import.meta.url).pathname;
    if (UPDATING) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
