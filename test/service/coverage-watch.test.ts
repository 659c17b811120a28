import { expect, it } from 'vitest';
import { HOUR } from '../../src/model/instant.ts';
import { coverageWatch } from '../../src/service/coverage-watch.ts';
import { TOWNSHIP } from '../kit/chat-builders.ts';
import { at } from '../kit/digest-builders.ts';

const NOON = at('2026-11-16 12:00');

function watch() {
  let looks = 0;
  const store = {
    async heardTimes() {
      looks++;
      return new Map();
    },
  };
  return { coverage: coverageWatch({ store, adapters: [], organisation: () => TOWNSHIP }), looks: () => looks };
}

it('looks once an hour, and at once where it is asked to', async () => {
  const { coverage, looks } = watch();
  await coverage.look(NOON);
  await coverage.look(NOON + HOUR - 1);
  expect(looks()).toBe(1);
  await coverage.look(NOON + HOUR);
  expect(looks()).toBe(2);
  coverage.lookSoon();
  await coverage.look(NOON + HOUR + 1);
  expect(looks()).toBe(3);
});

it('names groups of platforms that nobody reaches, and those that it was put out of, at once', async () => {
  const { coverage, looks } = watch();
  await coverage.look(NOON);
  expect(coverage.gaps().length).toBeGreaterThan(0);
  const [group] = TOWNSHIP.groups;
  coverage.left(group?.platform ?? '', group?.id ?? '');
  await coverage.look(NOON + 1);
  expect(looks()).toBe(2);
});
