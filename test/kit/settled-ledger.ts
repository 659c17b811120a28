/** Readings settled one after the other, and the ledger that they lead to. */
import { settleReading } from '../../src/ledger/decide.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { TurnReading } from '../../src/model/reading.ts';
import { aDeadline, at, evidence } from './digest-builders.ts';
import { anAsk, timeIn } from './ledger-builders.ts';

export function settle(state: LedgerState, reading: TurnReading) {
  return settleReading(state, reading, timeIn(reading));
}

export function ledger(...readings: readonly TurnReading[]): LedgerState {
  const state = new LedgerState();
  for (const reading of readings) settle(state, reading);
  return state;
}

export function all(state: LedgerState): readonly Directive[] {
  return [...state.directives.values()];
}

/** What the tests of asks, changes and answers settle: a table and a report, each a message of g01. */
export const CLOCK = aDeadline({ basis: 'said', at: at('2026-11-18 17:30') });
export const TABLE = anAsk({ deadline: CLOCK, object: ['农机', '购置', '补贴', '核验'] });
export const DITCH = anAsk({
  title: '报清淤进度',
  topics: ['防汛', '清淤', '进度', '沟渠'],
  deadline: aDeadline({ basis: 'said', at: at('2026-11-19 12:00'), day: '2026-11-19' }),
  evidence: [evidence('g01', 'm2', '报清淤进度')],
});
export const OTHER_VOICE = { id: 'wei-jia', name: '魏佳', person: 'wei-jia' };

/** The same ask as another message of another group has it. */
export function asIn(group: string, id: string, given: Partial<typeof TABLE> = {}) {
  return anAsk({ ...TABLE, evidence: [evidence(group, id, '报核验表')], ...given });
}
