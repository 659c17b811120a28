/** What people tell the bot, what it makes of that, and what it remembers by name. */
import type { Entry } from '../../ledger/entry.ts';
import type { CommandOutcome, InboxMessage, LiveStore } from '../../ports/live-store.ts';
import type { Connection } from './connection.ts';
import type { EntryRow } from './entry-row.ts';
import { entryOf } from './entry-row.ts';
import { entryWriter } from './entry-writer.ts';
import { outgoingWriter } from './outgoing-writer.ts';

type Inbox = Pick<LiveStore, 'putDirect' | 'directWaiting' | 'applyCommand' | 'draftOf' | 'commandEntries' | 'remember' | 'recall'>;

export function inboxKeeping(connection: Connection): Inbox {
  const { db, writing } = connection;
  const replaceEntries = entryWriter(connection);
  const addOutgoing = outgoingWriter(connection);
  const put = db.prepare(`
    INSERT INTO inbox (platform, account, id, seq, sent_at, body) SELECT ?, ?, ?, coalesce(max(seq), 0) + 1, ?, ? FROM inbox WHERE true
    ON CONFLICT (platform, account, id) DO NOTHING`);
  const waiting = db.prepare<[number], string>('SELECT body FROM inbox WHERE body IS NOT NULL ORDER BY seq LIMIT ?').pluck();
  const answered = db.prepare('UPDATE inbox SET body = NULL WHERE platform = ? AND account = ? AND id = ? AND body IS NOT NULL');
  const draft = db.prepare<[string], string>('SELECT body FROM draft WHERE person = ?').pluck();
  const putDraft = db.prepare('INSERT INTO draft (person, body) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET body = excluded.body');
  const dropDraft = db.prepare('DELETE FROM draft WHERE person = ?');
  const entries = db.prepare<[], EntryRow>(`
    SELECT turn, ord, directive, at, body FROM entry WHERE turn >= 'command ' AND turn < 'command!' ORDER BY at, turn, ord`);
  const putValue = db.prepare('INSERT INTO remembered (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const value = db.prepare<[string], string>('SELECT value FROM remembered WHERE key = ?').pluck();

  const putDirect = writing((messages: readonly InboxMessage[]): void => {
    for (const message of messages) put.run(message.platform, message.account, message.id, message.sentAt, JSON.stringify(message));
  });
  const apply = writing(({ inbox, turns, outgoing, drafts = [] }: CommandOutcome): boolean => {
    if (inbox !== null && answered.run(inbox.platform, inbox.account, inbox.id).changes === 0) return false;
    replaceEntries(turns);
    addOutgoing(outgoing);
    for (const { person, body } of drafts) {
      if (body === null) dropDraft.run(person);
      else putDraft.run(person, body);
    }
    return true;
  });
  const remember = writing((key: string, given: string): void => {
    putValue.run(key, given);
  });

  return {
    async putDirect(messages) {
      putDirect(messages);
    },
    async directWaiting(limit) {
      return waiting.all(limit).map((body) => JSON.parse(body) as InboxMessage);
    },
    async applyCommand(outcome) {
      return apply(outcome);
    },
    async draftOf(person) {
      return draft.get(person) ?? null;
    },
    async commandEntries(): Promise<readonly Entry[]> {
      return entries.all().map(entryOf);
    },
    async remember(key, given) {
      remember(key, given);
    },
    async recall(key) {
      return value.get(key) ?? null;
    },
  };
}
