import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/ledger/entry.ts';
import { reachesOf } from '../../src/ledger/reach.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { anOrganisation, aPerson, at } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, ISSUER, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 09:00');
const people = ['a', 'b', 'c'].map((id) => aPerson({ id, name: id }));
const org = anOrganisation({ people });
const issuer = { ...ISSUER, person: 'c' };

function bookOf(more: readonly Entry[] = []): LedgerState {
  const ledger = new LedgerState();
  const ask = anAsk({ audience: { people: ['a', 'b', 'c'], unclear: false } });
  for (const entry of [opened({ at: NOW, issuer, ask }), ...more]) ledger.append(entry);
  return ledger;
}

it('tells how many have answered and who has not, without the issuer', () => {
  const [reach] = reachesOf(bookOf([answered({ at: NOW + 1, person: 'b', state: 'acknowledged' })]), 'c', org);
  expect([reach?.reached, reach?.asked, reach?.missing.map(({ id }) => id)]).toEqual([1, 2, ['a']]);
});

it('is nobody else’s view, and gone when the directive is closed', () => {
  expect(reachesOf(bookOf(), 'a', org)).toEqual([]);
  expect(reachesOf(bookOf([changed({ at: NOW + 1, change: 'done' })]), 'c', org)).toEqual([]);
});

describe('a reminder', () => {
  const remind = (people: readonly string[] | null, at = NOW + 5) =>
    changed({ at, change: 'remind', audience: people === null ? null : { people, unclear: false } });
  const remindedOf = (more: readonly Entry[]) =>
    reachesOf(bookOf(more), 'c', org)[0]?.reminded.map(({ person, state }) => [person.id, state]);

  it('that names people is checked against what they had answered by then', () => {
    const early = [
      answered({ at: NOW + 1, person: 'b', state: 'acknowledged' }),
      answered({ at: NOW + 2, person: 'b', state: 'reported', turn: 'wechat g01 m4' }),
    ];
    expect(remindedOf([...early, remind(['a', 'b'])])).toEqual([['b', 'reported']]);
  });

  it('that came before the answer was right', () => {
    expect(remindedOf([remind(['a', 'b']), answered({ at: NOW + 9, person: 'b', state: 'reported' })])).toEqual([]);
  });

  it('to all, or to nobody by name, says nothing about anybody', () => {
    const early = answered({ at: NOW + 1, person: 'b', state: 'reported' });
    expect(remindedOf([early, remind(null)])).toEqual([]);
    expect(remindedOf([early, remind(['a', 'b', 'c'])])).toEqual([]);
  });
});
