import { expect, it } from 'vitest';
import { directiveId } from '../../src/ledger/directive-id.ts';

const KEY = { platform: 'wechat', group: 'g01', id: 'm0012' };

it('is the same for the same message and place', () => {
  expect(directiveId(KEY, 0)).toBe(directiveId({ ...KEY }, 0));
  expect(directiveId(KEY, 0)).toMatch(/^d-[0-9a-z]+$/u);
});

it('differs for every message, group, platform and place', () => {
  const ids = new Set<string>();
  let count = 0;
  for (const platform of ['wechat', 'qq']) {
    for (let group = 0; group < 50; group++) {
      for (let id = 0; id < 500; id++) {
        for (const place of [0, 1]) {
          ids.add(directiveId({ platform, group: `g${group}`, id: `m${id}` }, place));
          count++;
        }
      }
    }
  }
  expect(ids.size).toBe(count);
});
