/** What reading made of the messages: verdicts, ledger entries, and how far it has come. */
import type { SettledBatch, Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';
import type { EntryRow } from './entry-row.ts';
import { entryOf } from './entry-row.ts';
import { entryWriter } from './entry-writer.ts';
import type { Numbers } from './numbers.ts';
import { verdictWriter } from './verdict-writer.ts';

export function settling(connection: Connection, numbers: Numbers): Pick<Store, 'saveSettled' | 'settledCursor' | 'loadEntries'> {
  const { db, writing } = connection;
  const saveVerdicts = verdictWriter(connection, numbers);
  const replaceEntries = entryWriter(connection);
  // What is settled stays settled, also when a slower process saves an earlier run again.
  const saveCursor = db.prepare('UPDATE meta SET cursor = max(cursor, ?)');
  const cursor = db.prepare<[], number>('SELECT cursor FROM meta').pluck();
  const entries = db.prepare<[], EntryRow>('SELECT turn, ord, directive, at, body FROM entry ORDER BY at, turn, ord');

  const saveSettled = writing((batch: SettledBatch): void => {
    saveVerdicts(batch.verdicts, batch.ruleSet);
    replaceEntries(batch.turns);
    saveCursor.run(batch.cursor);
  });

  return {
    async saveSettled(batch) {
      saveSettled(batch);
    },
    async settledCursor() {
      return cursor.get() ?? 0;
    },
    async loadEntries() {
      return entries.all().map(entryOf);
    },
  };
}
