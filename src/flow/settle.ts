/** Settling: each message joins its turn, the turn is read again, and its claims replace what the ledger had from it. */

import { settleReading } from '../ledger/decide.ts';
import type { Entry } from '../ledger/entry.ts';
import { keptSince } from '../ledger/kept.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { type Message, type MessageKey, messageKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { TurnReading } from '../model/reading.ts';
import type { MessageRead, ReadVerdict } from '../ports/reading-ahead.ts';
import type { SettledBatch } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import type { Telling } from '../reading/noise/rule-set.ts';
import { type MessageReader, messageReader } from './message-reader.ts';

export interface SettledTurn {
  readonly turn: string;
  readonly entries: readonly Entry[];
  /** Directives that the message has touched, as they now stand. */
  readonly touched: readonly Directive[];
}

export interface Settled extends SettledTurn {
  readonly reading: TurnReading;
}

export interface Settler {
  readonly ledger: LedgerState;
  /** Takes in a message that was settled before, so that those after it have their turns and neighbours. The ledger stays as it is. */
  recall(message: Message): void;
  /** Messages must come in time order within their group. */
  settle(message: Message): Settled;
  /** The same for many at once, where nobody asks for the readings. */
  settleAll(messages: readonly Message[]): void;
  /** The same for a message that was read elsewhere. */
  settleRead(message: Message, read: MessageRead): SettledTurn;
  /** Takes in what people have told the bot up to an instant, where no message after it has done so. */
  catchUp(until: Instant): void;
  /** What has been settled since the last call, to be saved as one. */
  takeBatch(): SettledBatch;
}

export interface SettlerSettings {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
  readonly rules: TunedRuleSet;
  /** Whether verdicts of noise come with their reasons; they do where nothing is said. */
  readonly telling?: Telling;
  /** Entries of turns that were settled before. */
  readonly entries?: readonly Entry[];
  /** What people have told the bot about directives later than that, in order: each becomes known when messages have come to its time. */
  readonly later?: readonly Entry[];
}

export function settler({ org, calendar, rules, telling, entries = [], later = [] }: SettlerSettings): Settler {
  const ledger = new LedgerState(rules.merging, org);
  for (const entry of entries) ledger.append(entry);
  /** Made when first asked for: what is read elsewhere needs none. */
  let reader: MessageReader | null = null;
  let verdicts = new Map<string, ReadVerdict>();
  let turns = new Map<string, readonly Entry[]>();
  let cursor = 0;
  let today = 0;
  let taken = 0;

  function catchUp(until: Instant): void {
    for (let entry = later[taken]; entry !== undefined && entry.at <= until; entry = later[++taken]) ledger.append(entry);
  }

  /** Once a day of the messages' time, so that what a decision knows doesn't depend on how messages were batched. */
  function retireOld(at: Instant): void {
    const day = Math.floor(at / DAY);
    if (day <= today) return;
    today = day;
    ledger.retire(keptSince(at));
  }

  function readHere(): MessageReader {
    reader ??= messageReader(org, calendar, rules, telling);
    return reader;
  }

  function settleRead(message: Message, { turn, verdicts: fresh, claims, continues, sent }: MessageRead): SettledTurn {
    retireOld(message.sentAt);
    catchUp(message.sentAt);
    for (const verdict of fresh) verdicts.set(messageKey(verdict), verdict);
    cursor = Math.max(cursor, message.seq);
    const before = [...ledger.entriesOfTurn(turn)];
    if (claims === null && (continues || before.length === 0)) return { turn, entries: before, touched: [] };
    if (claims === null) ledger.removeTurn(turn);
    const entries = claims === null ? NO_ENTRIES : settleReading(ledger, claims, timesOf(claims, sent), lateIn(sent), turn, continues);
    if (entries.length === before.length && (continues || before.length === 0)) return { turn, entries, touched: [] };
    turns.set(turn, entries);
    return { turn, entries, touched: directivesOf(continues ? entries.slice(before.length) : [...entries, ...before]) };
  }

  function directivesOf(entries: readonly Entry[]): readonly Directive[] {
    const ids = new Set(entries.map((entry) => entry.directive));
    return [...ids].flatMap((id) => ledger.directives.get(id) ?? []);
  }

  return {
    ledger,
    recall(message) {
      readHere().recall(message);
    },
    settle(message) {
      const read = readHere().read(message);
      return { ...settleRead(message, read), reading: read.reading };
    },
    settleAll(messages) {
      const reads = readHere().readAll(messages);
      for (const [index, message] of messages.entries()) {
        const read = reads[index];
        if (read !== undefined) settleRead(message, read);
      }
    },
    settleRead,
    catchUp,
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

const NO_ENTRIES: readonly Entry[] = [];
const NONE_LATE: ReadonlyMap<string, Instant> = new Map();

function lateIn(sent: MessageRead['sent']): ReadonlyMap<string, Instant> {
  if (sent.every(([, , heardAt]) => heardAt === undefined)) return NONE_LATE;
  return new Map(sent.flatMap(([id, , heardAt]) => (heardAt === undefined ? [] : [[id, heardAt] as const])));
}

function timesOf({ at }: TurnReading, sent: MessageRead['sent']): (key: MessageKey) => Instant {
  return ({ id }) => {
    for (const [known, time] of sent) if (known === id) return time;
    return at;
  };
}
