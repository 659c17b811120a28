import { describe, expect, it } from 'vitest';
import { leaderNotes } from '../../src/flow/leader-notes.ts';
import type { Opened } from '../../src/ledger/entry.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { DAY } from '../../src/model/instant.ts';
import type { Ask } from '../../src/model/reading.ts';
import { anOrganisation, aPerson, at } from '../kit/digest-builders.ts';
import { anAsk, changed, opened } from '../kit/ledger-builders.ts';

const NOW = at('2026-11-16 09:00');
const WINDOW = { from: NOW - 1, to: NOW + DAY / 4, next: NOW + DAY };
const mayor = aPerson({ id: 'wei', name: '魏强', roles: ['leader'] });
const org = anOrganisation({ people: [aPerson(), mayor] });

function bookOf(ask: Partial<Ask> = {}, given: Partial<Opened> = {}): LedgerState {
  const ledger = new LedgerState();
  const issuer = { id: 'wei', name: '魏强', person: 'wei' };
  ledger.append(opened({ at: NOW, issuer, ask: anAsk({ object: ['核验'], ...ask }), ...given }));
  return ledger;
}

describe('leaderNotes', () => {
  it('tells a leader who has not been reached by the leader’s own directive', () => {
    expect(leaderNotes(bookOf(), mayor, org, WINDOW).receipts).toEqual([
      { item: 'd-1', title: '报农机购置补贴核验表', asked: 1, reached: 0, missing: ['顾燕'], reminded: [] },
    ]);
  });

  it('tells a pair that asks for the same, whoever issued it', () => {
    const ledger = bookOf({}, { issuer: { id: 'he', name: '何梅', person: 'he' } });
    ledger.append(opened({ at: NOW + 1, directive: 'd-2', turn: 't2', similarTo: ['d-1'], ask: anAsk({ object: ['核验'] }) }));
    const notes = leaderNotes(ledger, mayor, org, WINDOW);
    expect(notes.duplicates?.map(({ items }) => items)).toEqual([['d-1', 'd-2']]);
    expect(notes).not.toHaveProperty('receipts');
  });

  it('says nothing to those who lead nobody, also of their own', () => {
    expect(leaderNotes(bookOf(), { ...mayor, roles: ['cadre'] }, org, WINDOW)).toEqual({});
  });

  it('says nothing where it is unclear who is asked, of what is closed, and of what was let go', () => {
    expect(leaderNotes(bookOf({ audience: { people: ['gu-yan'], unclear: true } }), mayor, org, WINDOW)).toEqual({});
    const closed = bookOf();
    closed.append(changed({ at: NOW + 1, change: 'done' }));
    expect(leaderNotes(closed, mayor, org, WINDOW)).toEqual({});
    expect(leaderNotes(bookOf(), mayor, org, { from: NOW + 9 * DAY, to: NOW + 10 * DAY, next: NOW + 11 * DAY })).toEqual({});
  });
});
