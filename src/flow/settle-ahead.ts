/** Settling in bulk: while a batch is decided and saved here, the following ones are already being read. The results are those of settling one by one. */
import type { Message } from '../model/message.ts';
import type { MessageRead, ReadingAhead } from '../ports/reading-ahead.ts';
import type { Settler } from './settle.ts';

/** So many batches are read ahead of the one that is being decided. */
const AHEAD = 2;

/** Messages that are saved together. */
export interface Batch {
  readonly messages: readonly Message[];
}

interface Ordered<B extends Batch> {
  readonly batch: B;
  /** Caught already: what failed comes out when it's the batch's turn. */
  readonly reads: Promise<{ readonly reads: readonly MessageRead[] } | { readonly error: unknown }>;
}

/**
 * @param batches in the order in which they are to be settled
 * @param save is called when a batch is decided, before the next one is
 */
export async function settleAhead<B extends Batch>(
  batches: AsyncIterable<B>,
  reader: ReadingAhead,
  settling: Settler,
  save: (batch: B) => Promise<void>,
): Promise<void> {
  const waiting: Ordered<B>[] = [];
  async function settleNext(): Promise<void> {
    const next = waiting.shift();
    if (next === undefined) return;
    const { batch } = next;
    const result = await next.reads;
    if ('error' in result) throw result.error;
    for (const [index, message] of batch.messages.entries()) {
      const read = result.reads[index];
      if (read !== undefined) settling.settleRead(message, read);
    }
    await save(batch);
  }
  for await (const batch of batches) {
    waiting.push({
      batch,
      reads: reader.read(batch.messages).then(
        (reads) => ({ reads }),
        (error: unknown) => ({ error }),
      ),
    });
    if (waiting.length > AHEAD) await settleNext();
  }
  while (waiting.length > 0) await settleNext();
}
