/** Readings settled one after the other, and the ledger that they lead to. */
import { settleReading } from '../../src/ledger/decide.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { TurnReading } from '../../src/model/reading.ts';
import { timeIn } from './ledger-builders.ts';

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
