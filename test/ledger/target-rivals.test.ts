import { describe, expect, it } from 'vitest';
import { rivalsOf } from '../../src/ledger/target-rivals.ts';
import type { ItemKind } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, ledgerOf, opened } from '../kit/ledger-builders.ts';

const WHEN = '2026-11-16 10:00';

function known(id: string, kind: ItemKind, topics: readonly string[], due: string | null = null) {
  const deadline = due === null ? null : aDeadline({ basis: 'said', at: at(due), day: due.slice(0, 10) });
  const ask = anAsk({ kind, topics, object: [], deadline, evidence: [evidence('g07', id)] });
  return opened({ at: at('2026-11-16 09:00'), directive: id, turn: id, ask });
}

const LEDGER = ledgerOf(
  known('d-meeting', 'meeting', ['调度', '防火'], '2026-11-17 15:00'),
  known('d-danger', 'hazard', ['塌方', '防火']),
  known('d-order', 'directive', ['台账', '防火'], '2026-11-17 18:00'),
);

function rivals(given: Parameters<typeof aChange>[0]) {
  const reading = aReading('m5', WHEN);
  return rivalsOf(LEDGER, reading, aChange({ topics: ['防火'], ...given }), reading.at);
}

const idsOf = (given: Parameters<typeof aChange>[0]) =>
  rivals(given)
    .pool.map(({ id }) => id)
    .toSorted();

describe('what a change could be about', () => {
  it('is no danger where a gathering is moved', () => {
    expect(idsOf({ gathering: true })).toEqual(['d-meeting', 'd-order']);
  });

  it('is no gathering where an order is lifted, nor one that is yet to begin where something is over', () => {
    expect(idsOf({ change: 'cancel', lifts: true })).not.toContain('d-meeting');
    expect(idsOf({ change: 'done' })).not.toContain('d-meeting');
    expect(idsOf({ change: 'cancel' })).toContain('d-meeting');
  });

  it('is told with the chance of each, the likeliest first', () => {
    const { pool, scored } = rivals({ change: 'deadline' });
    expect(scored.map(({ directive }) => directive.id).toSorted()).toEqual(pool.map(({ id }) => id).toSorted());
    const chances = scored.map(({ chance }) => chance);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });
});
