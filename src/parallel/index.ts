/**
 * Reading in a thread of its own, for imports and other long work: while one batch of messages is decided and saved here, the next ones
 * are read there. Results are those of the single thread, in the same order. It pays from some thousand messages on.
 */
import type { ReadingAhead } from '../ports/reading-ahead.ts';
import { plainRoster, type ReaderBriefing } from './briefing.ts';
import { type ReaderThread, readerThread } from './thread.ts';
import { decodeReads } from './wire.ts';

export { briefingOf } from './briefing.ts';

/** Work that has ended leaves its thread to the next: one that has read for a while reads several times as fast as a new one. */
let resting: ReaderThread | null = null;

export function startReading(briefing: ReaderBriefing): ReadingAhead {
  const thread = resting ?? readerThread();
  resting = null;
  let asked = 0;
  thread.order({ kind: 'begin', briefing });
  return {
    recall(messages) {
      thread.order({ kind: 'recall', messages: JSON.stringify(messages) });
    },
    async read(messages) {
      asked++;
      const reads = await thread.ask({ kind: 'read', messages: JSON.stringify(messages) });
      asked--;
      return decodeReads(messages, reads);
    },
    organise(org) {
      thread.order({ kind: 'organise', roster: plainRoster(org) });
    },
    async close() {
      if (asked > 0 || !thread.isWell() || resting !== null) return await thread.end();
      thread.rest();
      resting = thread;
    },
  };
}
