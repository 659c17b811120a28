import { expect, it } from 'vitest';
import { reachesOf } from '../../src/ledger/reach.ts';
import { anOrganisation, aPerson, at } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, folded, ISSUER, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 09:00');
const people = ['a', 'b', 'c'].map((id) => aPerson({ id, name: id }));
const org = anOrganisation({ people });
const issuer = { ...ISSUER, person: 'c' };

function task(more: Parameters<typeof folded>[0] = []) {
  const ask = anAsk({ audience: { people: ['a', 'b', 'c'], unclear: false } });
  return folded([opened({ at: NOW, issuer, ask }), ...more]);
}

it('tells how many have answered and who has not, without the issuer', () => {
  const [reach] = reachesOf([task([answered({ at: NOW + 1, person: 'b', state: 'acknowledged' })])], 'c', org);
  expect([reach?.reached, reach?.asked, reach?.missing.map(({ id }) => id)]).toEqual([1, 2, ['a']]);
});

it('is nobody else’s view, and gone when the directive is closed', () => {
  expect(reachesOf([task()], 'a', org)).toEqual([]);
  expect(reachesOf([task([changed({ at: NOW + 1, change: 'done' })])], 'c', org)).toEqual([]);
});
