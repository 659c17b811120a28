/**
 * What is stored and not yet settled, batch by batch in the order of arrival, read ahead of who settles it: while one batch is decided and
 * saved, the next ones are being read.
 */
import { type Instant, MINUTE } from '../model/instant.ts';
import { groupKey, type Message } from '../model/message.ts';
import type { MessageRead, ReadingAhead } from '../ports/reading-ahead.ts';
import type { Store } from '../ports/store.ts';

export interface ArrivedBatch {
  /** By the time at which they were sent. */
  readonly messages: readonly Message[];
  readonly reads: readonly MessageRead[];
  /** Every message with `seq` up to this one is in it or in those before. */
  readonly cursor: number;
}

export interface LiveFeed {
  /** Null where nothing is left; `late` where what comes next can't be settled after what has come before it. */
  next(): Promise<ArrivedBatch | 'late' | null>;
}

export interface LiveFeedSettings {
  readonly store: Pick<Store, 'messagesAfter'>;
  readonly reader: ReadingAhead;
  /** Every message with `seq` up to this one is settled. */
  readonly cursor: number;
  /** Settled messages of the last minutes. */
  readonly recent: readonly Message[];
}

/** Settled and saved at once: each save waits for the disk. */
const BATCH = 200;
/** So many batches are read ahead of the one that is being decided. */
const AHEAD = 3;
/** Groups overtake each other by so much on their way to us; ledger decisions bear it. */
const OVERTAKING = 5 * MINUTE;

interface Ordered {
  readonly messages: readonly Message[];
  readonly cursor: number;
  /** Caught already: what failed comes out when it's the batch's turn. */
  readonly reads: Promise<{ readonly reads: readonly MessageRead[] } | { readonly error: unknown }>;
}

export function liveFeed({ store, reader, cursor, recent }: LiveFeedSettings): LiveFeed {
  const waiting: Ordered[] = [];
  let ordered = cursor;
  let isLateNext = false;
  /** When the newest message was sent, in all and by group. */
  let newest: Instant = 0;
  const newestOf = new Map<string, Instant>();
  recent.forEach(note);

  function note(message: Message): void {
    const group = groupKey(message);
    newest = Math.max(newest, message.sentAt);
    newestOf.set(group, Math.max(newestOf.get(group) ?? 0, message.sentAt));
  }

  function isLate(message: Message): boolean {
    return message.sentAt < (newestOf.get(groupKey(message)) ?? 0) || message.sentAt < newest - OVERTAKING;
  }

  async function order(): Promise<void> {
    while (waiting.length <= AHEAD && !isLateNext) {
      const arrived = await store.messagesAfter(ordered, BATCH);
      const last = arrived.at(-1);
      if (last === undefined) return;
      isLateNext = arrived.some(isLate);
      if (isLateNext) return;
      ordered = last.seq;
      arrived.forEach(note);
      // What overtook another on its way within the batch is put right; at the same moment, arrival counts.
      const messages = arrived.toSorted((a, b) => a.sentAt - b.sentAt);
      waiting.push({ messages, cursor: ordered, reads: caught(reader.read(messages)) });
      if (arrived.length < BATCH) return;
    }
  }

  return {
    async next() {
      await order();
      const first = waiting.shift();
      if (first === undefined) return isLateNext ? 'late' : null;
      const result = await first.reads;
      if ('error' in result) throw result.error;
      // What has come meanwhile is read while this one is settled.
      await order();
      return { messages: first.messages, reads: result.reads, cursor: first.cursor };
    },
  };
}

function caught(reads: Promise<readonly MessageRead[]>): Ordered['reads'] {
  return reads.then(
    (read) => ({ reads: read }),
    (error: unknown) => ({ error }),
  );
}
