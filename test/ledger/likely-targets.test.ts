import { describe, expect, it } from 'vitest';
import { likelyTargets } from '../../src/ledger/likely-targets.ts';
import { SHIPPED_MERGE } from '../../src/ledger/merge-score.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, changed, ISSUER, opened } from '../kit/ledger-builders.ts';

const TABLE = opened({ at: at('2026-11-16 09:00'), directive: 'd-table', turn: 't1' });
const AGAIN = opened({ at: at('2026-11-16 09:00'), directive: 'd-again', turn: 't2' });
const DITCH = opened({
  at: at('2026-11-16 09:30'),
  directive: 'd-ditch',
  turn: 't3',
  ask: anAsk({ topics: ['防汛', '清淤', '进度'], evidence: [evidence('g01', 'm2')] }),
});

function chances(entries: readonly Parameters<LedgerState['append']>[0][], given: Parameters<typeof aChange>[0], sender = ISSUER) {
  const state = new LedgerState();
  for (const entry of entries) state.append(entry);
  const reading = aReading('m5', '2026-11-16 15:00', { sender });
  const scored = likelyTargets(aChange(given), reading, [...state.directives.values()], state, SHIPPED_MERGE.change, reading.at);
  return new Map(scored.map(({ directive, chance }) => [directive.id, chance]));
}

describe('what a change is likely about', () => {
  const words = { change: 'amend' as const, topics: ['农机', '购置', '补贴'], head: ['农机', '购置'] };

  it('shares its chance with what fits as well', () => {
    const alone = chances([TABLE, DITCH], words).get('d-table') ?? 0;
    const shared = chances([TABLE, AGAIN, DITCH], words);
    expect(alone).toBeGreaterThan(0.5);
    expect(shared.get('d-table')).toBeCloseTo(shared.get('d-again') ?? 0);
    expect(shared.get('d-table')).toBeLessThan(alone);
  });

  it('is nothing that is known, where nobody has spoken of it', () => {
    const unheard = { ...words, topics: ['低保', '名单', '公示'], head: ['低保'], asks: true };
    const all = [...chances([TABLE, DITCH], unheard, { id: 'wei-jia', name: '魏佳', person: 'wei-jia' }).values()];
    expect(all.reduce((sum, chance) => sum + chance, 0)).toBeLessThan(0.2);
  });

  it('is what was called so when it was pressed for before', () => {
    const daily = { change: 'amend' as const, topics: ['日报', '格式'], head: [] };
    const pressed = changed({ at: at('2026-11-16 12:00'), directive: 'd-ditch', change: 'remind', topics: ['日报'] });
    const told = changed({ at: at('2026-11-16 12:00'), directive: 'd-ditch', change: 'remind' });
    expect(chances([TABLE, DITCH, pressed], daily).get('d-ditch')).toBeGreaterThan(
      chances([TABLE, DITCH, told], daily).get('d-ditch') ?? 1,
    );
  });
});
