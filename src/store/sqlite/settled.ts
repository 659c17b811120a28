/** What reading made of the messages: verdicts, ledger entries, and how far it has come. */
import type { Entry } from '../../ledger/entry.ts';
import type { Instant } from '../../model/instant.ts';
import type { SettledBatch, Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';
import type { EntryRow } from './entry-row.ts';
import { entryOf } from './entry-row.ts';
import { entryWriter } from './entry-writer.ts';
import type { Numbers } from './numbers.ts';
import { verdictWriter } from './verdict-writer.ts';

export function settling(connection: Connection, numbers: Numbers): Pick<Store, 'saveSettled' | 'settledCursor' | 'loadEntries'> {
  const { db, deriving } = connection;
  const saveSettled = deriving(settledWriter(connection, numbers));
  const cursor = db.prepare<[], number>('SELECT cursor FROM meta').pluck();
  const all = db.prepare<[], EntryRow>('SELECT turn, ord, directive, at, body FROM entry ORDER BY at, turn, ord');
  const kept = db.prepare<[Instant], EntryRow>(`
    SELECT turn, ord, directive, at, body FROM entry
    WHERE directive IN (SELECT directive FROM entry WHERE kept_until >= ?) ORDER BY at, turn, ord`);

  return {
    async saveSettled(batch) {
      saveSettled(batch);
    },
    async settledCursor() {
      return cursor.get() ?? 0;
    },
    async loadEntries(since) {
      const entries: Entry[] = [];
      // Row by row: all of them at once would be as much again as what comes of them.
      for (const row of since === undefined ? all.iterate() : kept.iterate(since)) entries.push(entryOf(row));
      return entries;
    },
  };
}

/** The writer is to be called within a transaction. */
export function settledWriter(connection: Connection, numbers: Numbers): (batch: SettledBatch) => void {
  const saveVerdicts = verdictWriter(connection, numbers);
  const replaceEntries = entryWriter(connection);
  // What is settled stays settled, also when a slower process saves an earlier run again.
  const saveCursor = connection.db.prepare('UPDATE meta SET cursor = max(cursor, ?)');
  return (batch) => {
    saveVerdicts(batch.verdicts, batch.ruleSet);
    replaceEntries(batch.turns);
    saveCursor.run(batch.cursor);
  };
}
