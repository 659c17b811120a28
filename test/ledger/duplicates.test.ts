import { expect, it } from 'vitest';
import { duplicatesOf } from '../../src/ledger/duplicates.ts';
import type { Opened } from '../../src/ledger/entry.ts';
import type { Ask } from '../../src/model/reading.ts';
import { at } from '../kit/digest-builders.ts';
import { anAsk, changed, folded, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 09:00');
const OTHER = { id: 'he', name: '何梅', person: 'he' };

function task(directive: string, ask: Partial<Ask> = {}, given: Partial<Opened> = {}) {
  return folded([opened({ at: NOW, directive, ask: anAsk({ object: ['核验'], ...ask }), ...given })]);
}

const first = task('d-1');
const again = (ask: Partial<Ask> = {}, given: Partial<Opened> = {}) =>
  task('d-2', { title: '补贴核验情况', ...ask }, { issuer: OTHER, similarTo: ['d-1'], at: NOW + 1, ...given });
const pairs = (...tasks: readonly ReturnType<typeof task>[]) => duplicatesOf(new Map(tasks.map((one) => [one.id, one])), () => true);

it('pairs what two issuers ask of the same people, with titles and issuers', () => {
  expect(pairs(first, again())).toEqual([
    { items: ['d-1', 'd-2'], titles: ['报农机购置补贴核验表', '补贴核验情况'], issuers: ['赵敏', '何梅'] },
  ]);
});

it.each([
  ['one issuer’s parts', again({}, { issuer: first.issuer })],
  ['what names another thing', again({ object: ['防汛'] })],
  ['what asks others', again({ audience: { people: ['lin'], unclear: false } })],
  ['meetings', again({ kind: 'meeting' })],
  ['what is unsure', again({ unsure: true })],
  ['what is only near in time', again({}, { similarTo: [] })],
])('leaves out %s', (_what, second) => {
  expect(pairs(first, second)).toEqual([]);
});

it('leaves out what is closed, or stands in digests no more', () => {
  const cancelled = folded([opened({ at: NOW, ask: anAsk({ object: ['核验'] }) }), changed({ at: NOW + 2, change: 'cancel' })]);
  expect(pairs(cancelled, again())).toEqual([]);
  expect(duplicatesOf(new Map([first, again()].map((one) => [one.id, one])), ({ id }) => id !== 'd-1')).toEqual([]);
});
