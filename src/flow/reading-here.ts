/** Reading in this thread, where there is no other: the same answers, and others get their turn in between. */
import type { Organisation } from '../model/organisation.ts';
import type { MessageRead, ReadingAhead } from '../ports/reading-ahead.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import type { TunedRuleSet } from '../reading/noise/overlay.ts';
import { messageReader } from './message-reader.ts';

export interface ReadingHere {
  readonly org: Organisation;
  readonly calendar: WorkCalendar;
  readonly rules: TunedRuleSet;
  readonly breathe?: (() => Promise<void>) | undefined;
}

/** Read without a pause; some ten milliseconds. */
const AT_ONCE = 32;

export function readingHere({ org, calendar, rules, breathe }: ReadingHere): ReadingAhead {
  const reader = messageReader(org, calendar, rules, 'kept');
  /** One after the other, though several be asked for at once: each message is read after those before it. */
  let last: Promise<unknown> = Promise.resolve();

  return {
    recall(messages) {
      for (const message of messages) reader.recall(message);
    },
    read(messages) {
      const reads = last.then(async () => {
        const read: MessageRead[] = [];
        for (let at = 0; at < messages.length; at += AT_ONCE) {
          if (at > 0) await breathe?.();
          read.push(...reader.readAll(messages.slice(at, at + AT_ONCE)));
        }
        return read;
      });
      last = reads.catch(() => undefined);
      return reads;
    },
    organise(next) {
      last = last.then(() => reader.organise(next));
    },
    async close() {},
  };
}
