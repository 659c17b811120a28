import { describe, expect, it } from 'vitest';
import { settleReading } from '../../src/ledger/decide.ts';
import { restatedDeadline } from '../../src/ledger/restated.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { TurnReading } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, FIRST_LOOK, folded, opened, timeIn } from '../kit/ledger-builders.ts';

const WEDNESDAY = aDeadline({ basis: 'said', at: at('2026-11-18 17:30'), day: '2026-11-18' });
const FRIDAY = aDeadline({ basis: 'said', at: at('2026-11-20 17:30'), day: '2026-11-20' });
const OBJECT = ['农机', '购置', '补贴', '核验'];
const TABLE = anAsk({ deadline: WEDNESDAY, object: OBJECT });
const AGAIN = anAsk({ deadline: FRIDAY, object: OBJECT, evidence: [evidence('g01', 'm9', '核验表周五给我')] });
const OTHER = { id: 'wei-jia', name: '魏佳', person: 'wei-jia' };

function ledger(...readings: readonly TurnReading[]): LedgerState {
  const state = new LedgerState(FIRST_LOOK);
  for (const reading of readings) settleReading(state, reading, timeIn(reading));
  return state;
}

const FIRST = aReading('m1', '2026-11-16 09:00', { asks: [TABLE] });

describe('who asks for the same with another time', () => {
  const known = folded([opened({ at: at('2026-11-16 09:00'), directive: 'd-table', turn: 't1', ask: TABLE })]);
  const restated = (given: Partial<typeof AGAIN>, wallClock: string, sender = FIRST.sender) => {
    const reading = { ...aReading('m9', wallClock), sender };
    return restatedDeadline(known, reading, { ...AGAIN, ...given }, reading.at)?.day ?? null;
  };

  it('has moved it', () => expect(restated({}, '2026-11-17 09:00')).toBe('2026-11-20'));
  it('is still speaking within minutes', () => expect(restated({}, '2026-11-16 09:05')).toBeNull());
  it('says the same where only the hour of an assumed end is another', () => {
    const assumed = aDeadline({ basis: 'assumed', at: at('2026-11-18 18:00'), day: '2026-11-18' });
    expect(restated({ deadline: assumed }, '2026-11-17 09:00')).toBeNull();
  });
  it('asks anew once it was due', () => expect(restated({}, '2026-11-19 09:00')).toBeNull());
  it('asks for another thing where it says so', () => expect(restated({ apart: true }, '2026-11-17 09:00')).toBeNull());
  it('is its issuer, or has moved nothing', () => expect(restated({}, '2026-11-17 09:00', OTHER)).toBeNull());

  it('leaves one item, with the change told', () => {
    const state = ledger(FIRST, aReading('m9', '2026-11-17 09:00', { asks: [AGAIN] }));
    const all = [...state.directives.values()];
    expect(all.map(({ deadline, changes }) => [deadline?.day, changes.map(({ change }) => change)])).toEqual([
      ['2026-11-20', ['deadline']],
    ]);
  });
});

describe('“还是按原来的”', () => {
  const later = aChange({ change: 'deadline', deadline: FRIDAY, topics: OBJECT, head: OBJECT, targets: ['m1'] });
  const back = aChange({
    change: 'reinstate',
    restores: true,
    revives: true,
    topics: OBJECT,
    targets: ['m1'],
    evidence: [evidence('g01', 'm8', '还是按原来的')],
  });

  it('brings back the time that it had before', () => {
    const state = ledger(
      FIRST,
      aReading('m5', '2026-11-16 15:00', { changes: [later] }),
      aReading('m8', '2026-11-17 09:00', { changes: [back] }),
    );
    expect([...state.directives.values()][0]?.deadline?.day).toBe('2026-11-18');
  });

  it('only presses where nothing was moved', () => {
    const [known] = [...ledger(FIRST, aReading('m8', '2026-11-17 09:00', { changes: [back] })).directives.values()];
    expect(known?.changes).toEqual([]);
  });
});

describe('what was judged no update', () => {
  const off = aChange({ change: 'cancel', asks: true, topics: OBJECT, head: OBJECT, targets: ['m1'] });

  it('calls off what its sender has asked for', () => {
    const state = ledger(FIRST, aReading('m5', '2026-11-16 15:00', { changes: [off] }));
    expect([...state.directives.values()][0]?.status).toBe('cancelled');
  });

  it('calls off nothing that others have asked for', () => {
    const state = ledger(FIRST, { ...aReading('m5', '2026-11-16 15:00', { changes: [off] }), sender: OTHER });
    expect([...state.directives.values()][0]?.status).toBe('open');
  });
});
