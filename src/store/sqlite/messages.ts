/** Reading stored messages. */
import type { Instant } from '../../model/instant.ts';
import { byTime, groupKey } from '../../model/message.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import type { Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';
import type { MessageRow } from './message-row.ts';
import { messageOf } from './message-row.ts';
import type { Numbers } from './numbers.ts';

type MessageReads = Pick<
  Store,
  'messagesAfter' | 'messagesBetween' | 'findMessages' | 'timeRange' | 'countMessages' | 'lastSeq' | 'groupsHeard' | 'senderNames'
> &
  Pick<LiveStore, 'heardTimes'>;

export function messageReads({ db }: Connection, numbers: Numbers): MessageReads {
  const after = db.prepare<[number, number], MessageRow>('SELECT * FROM message WHERE seq > ? ORDER BY seq LIMIT ?');
  const between = db.prepare<[Instant, Instant], MessageRow>('SELECT * FROM message WHERE sent_at > ? AND sent_at <= ? ORDER BY sent_at');
  const anywhere = db.prepare<[string], MessageRow>('SELECT * FROM message WHERE id = ? ORDER BY seq');
  const inGroup = db.prepare<[string, string, string], MessageRow>('SELECT * FROM message WHERE platform = ? AND group_id = ? AND id = ?');
  const range = db.prepare<[], { readonly first: Instant | null; readonly last: Instant | null }>(
    // One minimum or maximum alone is a step in the index; both in one SELECT would read all of it.
    'SELECT (SELECT min(sent_at) FROM message) AS first, (SELECT max(sent_at) FROM message) AS last',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM message').pluck();
  const lastSeq = db.prepare<[], number>('SELECT next_seq - 1 FROM meta').pluck();
  const heard = db.prepare<[], { readonly platform: string; readonly group: string }>(
    'SELECT DISTINCT platform, group_id AS "group" FROM message',
  );

  const names = db
    .prepare<[string, string], string>('SELECT DISTINCT sender_name FROM message WHERE platform = ? AND group_id = ?')
    .pluck();

  const times = db.prepare<[Instant], { readonly platform: string; readonly group: string; readonly sentAt: Instant }>(
    'SELECT platform, group_id AS "group", sent_at AS sentAt FROM message WHERE sent_at > ? ORDER BY sent_at',
  );

  return {
    async heardTimes(since) {
      const found = new Map<string, Instant[]>();
      for (const row of times.iterate(since)) {
        const key = groupKey(row);
        const list = found.get(key);
        if (list === undefined) found.set(key, [row.sentAt]);
        else list.push(row.sentAt);
      }
      return found;
    },
    async senderNames({ platform, group }) {
      return names.all(platform, group);
    },
    async messagesAfter(seq, limit) {
      const messages = after.all(seq, limit).map(messageOf);
      numbers.note(messages);
      return messages;
    },
    async messagesBetween(from, to) {
      // Ties are put in order here: SQLite compares texts by their UTF-8 bytes, we by UTF-16.
      const messages = between.all(from, to).map(messageOf).sort(byTime);
      numbers.note(messages);
      return messages;
    },
    async findMessages(id, within) {
      return (within === undefined ? anywhere.all(id) : inGroup.all(within.platform, within.group, id)).map(messageOf);
    },
    async timeRange() {
      const { first, last } = range.get() ?? { first: null, last: null };
      return first === null || last === null ? null : { first, last };
    },
    async countMessages() {
      return count.get() ?? 0;
    },
    async lastSeq() {
      return lastSeq.get() ?? 0;
    },
    async groupsHeard() {
      return heard.all();
    },
  };
}
