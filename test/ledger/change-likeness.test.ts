import { describe, expect, it } from 'vitest';
import { changeLikenesses } from '../../src/ledger/change-likeness.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import { aDeadline, at, evidence } from '../kit/digest-builders.ts';
import { aChange, anAsk, aReading, opened } from '../kit/ledger-builders.ts';

const DUE = aDeadline({ basis: 'said', at: at('2026-11-18 15:00'), day: '2026-11-18' });
const TABLE = opened({ at: at('2026-11-16 09:00'), directive: 'd-table', turn: 't1', ask: anAsk({ deadline: DUE }) });
const PAST = opened({
  at: at('2026-11-10 09:00'),
  directive: 'd-past',
  turn: 't2',
  ask: anAsk({ deadline: { ...DUE, at: at('2026-11-12 15:00'), day: '2026-11-12' }, evidence: [evidence('g01', 'm0')] }),
});

function fits(given: Parameters<typeof aChange>[0]) {
  const state = new LedgerState();
  for (const entry of [TABLE, PAST]) state.append(entry);
  const reading = aReading('m5', '2026-11-17 10:00');
  const [table, past] = changeLikenesses(aChange(given), reading, [...state.directives.values()], state, reading.at);
  return { table, past };
}

describe('what a change may be about', () => {
  it('is named by what it alone has, not by what several have', () => {
    const state = new LedgerState();
    const having = (directive: string, topics: readonly string[]) =>
      opened({ at: at('2026-11-16 09:00'), directive, turn: directive, ask: anAsk({ topics, evidence: [evidence('g01', directive)] }) });
    for (const entry of [having('d1', ['闸口', '围栏']), having('d2', ['围栏', '台账']), having('d3', ['围栏', '台账'])])
      state.append(entry);
    const reading = aReading('m5', '2026-11-17 10:00');
    const exclusive = (topics: readonly string[]) =>
      changeLikenesses(aChange({ topics }), reading, [...state.directives.values()], state, reading.at).map((one) => one.exclusive);
    expect(exclusive(['闸口'])).toEqual([state.weigh(['闸口']).sum, 0, 0]);
    expect(exclusive(['围栏', '台账', '别的'])).toEqual([0, 0, 0]);
  });

  it('is still to come rather than over', () => {
    const { table, past } = fits({ change: 'cancel' });
    expect(table?.ahead).toBeGreaterThan(0.4);
    expect([table?.overdue, past?.overdue]).toEqual([0, 1]);
  });

  it('is moved by hours or days, and the way that is said', () => {
    const next = { ...DUE, at: at('2026-11-19 15:00'), day: '2026-11-19' };
    const { table, past } = fits({ change: 'deadline', deadline: next, towards: 'later' });
    expect(table?.nearby).toBeGreaterThan(past?.nearby ?? 1);
    expect(table).toMatchObject({ rightWay: 1, wrongWay: 0 });
    expect(fits({ change: 'deadline', deadline: next, towards: 'sooner' }).table).toMatchObject({ rightWay: 0, wrongWay: 1 });
  });

  it('is moved to a bare hour on the day and in the half of the day that it has', () => {
    const now = { ...DUE, at: at('2026-11-18 02:30'), day: '2026-11-18', phrase: '2:30' };
    expect(fits({ change: 'deadline', deadline: now, towards: 'sooner' }).table).toMatchObject({ nearClock: 1, rightWay: 1 });
    expect(fits({ change: 'deadline', deadline: { ...now, phrase: '早上2:30' } }).table?.nearClock).toBe(0);
  });

  it('comes again where its new time does', () => {
    const daily = { ...DUE, recurrence: 'daily' as const };
    expect(fits({ change: 'deadline', deadline: daily }).table?.comesAgain).toBe(-1);
    expect(fits({ change: 'deadline', deadline: DUE }).table?.comesAgain).toBe(0);
  });

  it('is due when it is said to be, where nothing is said to have moved', () => {
    const next = { ...DUE, at: at('2026-11-19 15:00'), day: '2026-11-19' };
    expect(fits({ change: 'remind', deadline: next }).table?.otherTime).toBe(1);
    expect(fits({ change: 'remind', deadline: DUE }).table?.otherTime).toBe(0);
    expect(fits({ change: 'deadline', deadline: next, moves: true }).table?.otherTime).toBe(0);
  });
});
