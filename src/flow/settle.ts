/** Settling: each message joins its turn, the turn is read again, and its claims replace what the ledger had from it. */

import { settleReading } from '../ledger/decide.ts';
import type { Entry } from '../ledger/entry.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { type Message, type MessageKey, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { TurnReading, Verdict } from '../model/reading.ts';
import type { SettledBatch } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { type TunedRuleSet, tunedJudge } from '../reading/noise/overlay.ts';
import { readTurn } from '../reading/read-turn.ts';
import { type Turn, turnReader } from './turns.ts';

export interface Settled {
  readonly turn: string;
  readonly reading: TurnReading;
  readonly entries: readonly Entry[];
  /** Directives that the message has touched, as they now stand. */
  readonly touched: readonly Directive[];
}

export interface Settler {
  readonly ledger: LedgerState;
  /** Takes in a message that was settled before, so that those after it have their turns and neighbours. The ledger stays as it is. */
  recall(message: Message): void;
  /** Messages must come in time order within their group. */
  settle(message: Message): Settled;
  /** What has been settled since the last call, to be saved as one. */
  takeBatch(): SettledBatch;
}

export interface SettlerSettings {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
  readonly rules: TunedRuleSet;
  /** Entries of turns that were settled before. */
  readonly entries?: readonly Entry[];
}

/** Longer than anything that looks back: copies are merged for 45 days. */
const KEPT_DAYS = 60;

export function settler({ org, calendar, rules, entries = [] }: SettlerSettings): Settler {
  const ledger = new LedgerState(rules.merging);
  for (const entry of entries) ledger.append(entry);
  const reader = turnReader(org, calendar, tunedJudge(rules));
  let verdicts = new Map<string, Verdict>();
  let turns = new Map<string, readonly Entry[]>();
  let cursor = 0;
  let today = 0;

  /** Once a day of the messages' time, so that what a decision knows doesn't depend on how messages were batched. */
  function retireOld(at: Instant): void {
    const day = Math.floor(at / DAY);
    if (day <= today) return;
    today = day;
    ledger.retire((day - KEPT_DAYS) * DAY);
  }

  return {
    ledger,
    recall(message) {
      reader.take(message);
    },
    settle(message) {
      retireOld(message.sentAt);
      const turn = reader.take(message);
      const reading = readTurn(turn.judged);
      for (const verdict of reading.verdicts) verdicts.set(messageKey(verdict), verdict);
      cursor = Math.max(cursor, message.seq);
      const before = ledger.entriesOfTurn(turn.key).map((entry) => entry.directive);
      if (before.length === 0 && claimsNothing(reading)) return { turn: turn.key, reading, entries: [], touched: [] };
      const settled = settleReading(ledger, reading, timesOf(turn));
      if (settled.length > 0 || before.length > 0) turns.set(turn.key, settled);
      const ids = new Set([...settled.map((entry) => entry.directive), ...before]);
      return { turn: turn.key, reading, entries: settled, touched: [...ids].flatMap((id) => ledger.directives.get(id) ?? []) };
    },
    takeBatch() {
      const batch: SettledBatch = {
        verdicts: [...verdicts.values()],
        ruleSet: rules.id,
        turns: [...turns].map(([turn, list]) => ({ turn, entries: list })),
        cursor,
      };
      verdicts = new Map();
      turns = new Map();
      return batch;
    },
  };
}

function claimsNothing(reading: TurnReading): boolean {
  return reading.asks.length === 0 && reading.changes.length === 0 && reading.answers.length === 0;
}

function timesOf(turn: Turn): (key: MessageKey) => Instant {
  const times = new Map(turn.judged.map(({ view }) => [view.message.id, view.message.sentAt]));
  return (key) => times.get(key.id) ?? turn.start;
}
