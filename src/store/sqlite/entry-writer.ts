/** Writes the entries of turns in place of what the turns had before. */
import type { SettledBatch } from '../../ports/store.ts';
import type { Connection } from './connection.ts';
import { bodyOf } from './entry-row.ts';

/** The writer is to be called within a transaction. */
export function entryWriter({ db }: Connection): (turns: SettledBatch['turns']) => void {
  // Few turns have entries to lose: asking once for all of them is half the price of asking for each.
  const drop = db.prepare('DELETE FROM entry WHERE turn IN (SELECT value FROM json_each(?))');
  const insert = db.prepare('INSERT INTO entry (turn, ord, directive, at, body) VALUES (?, ?, ?, ?, ?)');

  return (turns) => {
    // A turn that was read twice within the batch counts as it was read last.
    const entriesOf = new Map(turns.map(({ turn, entries }) => [turn, entries]));
    drop.run(JSON.stringify([...entriesOf.keys()]));
    for (const [turn, entries] of entriesOf) {
      for (const entry of entries) insert.run(turn, entry.order, entry.directive, entry.at, bodyOf(entry));
    }
  };
}
