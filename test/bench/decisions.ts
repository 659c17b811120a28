/** Merge decisions a second while a thousand directives are open: asks of later weeks against a ledger that holds the first ones. */
import { services } from '../../src/app.ts';
import { settler } from '../../src/flow/settle.ts';
import type { Entry } from '../../src/ledger/entry.ts';
import { decideMerge } from '../../src/ledger/merge.ts';
import { LedgerState } from '../../src/ledger/state.ts';
import type { Message } from '../../src/model/message.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Ask, TurnReading } from '../../src/model/reading.ts';
import { median, stopwatch } from './stopwatch.ts';

export interface Decisions {
  readonly open: number;
  readonly asks: number;
  readonly merged: number;
  readonly perSecond: number;
}

interface Asked {
  readonly reading: TurnReading;
  readonly ask: Ask;
}

export function measureDecisions(org: Organisation, messages: readonly Message[], open: number, repeats: number): Decisions {
  const { ledger, asked } = ledgerOf(org, messages, open);
  const rates: number[] = [];
  let merged = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    merged = 0;
    const watch = stopwatch();
    for (const { reading, ask } of asked) if (decideMerge(ledger, reading, ask, reading.at).merge !== null) merged++;
    rates.push(asked.length / watch().wall);
  }
  return { open: ledger.directives.size, asks: asked.length, merged, perSecond: median(rates) };
}

/** A ledger of the first directives, and everything that was asked after them. */
function ledgerOf(org: Organisation, messages: readonly Message[], open: number): { ledger: LedgerState; asked: readonly Asked[] } {
  const { calendar, rules } = services();
  const settling = settler({ org, calendar, rules });
  const ledger = new LedgerState();
  const asked: Asked[] = [];
  for (const message of messages) {
    const { reading, entries } = settling.settle(message);
    if (ledger.directives.size < open) for (const entry of entries) appendOnce(ledger, entry);
    else for (const ask of reading.asks) asked.push({ reading, ask });
  }
  if (ledger.directives.size < open) throw new Error(`${messages.length} messages open ${ledger.directives.size} directives only`);
  return { ledger, asked };
}

function appendOnce(ledger: LedgerState, entry: Entry): void {
  if (entry.kind === 'opened' && !ledger.directives.has(entry.directive)) ledger.append(entry);
}
