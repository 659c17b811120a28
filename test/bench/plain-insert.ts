/**
 * What the pipeline is measured against: rows put into a file of the same schema with the same pragmas, by prepared statements, in batches
 * of 1000 to a transaction, and nothing else.
 */
import Database from 'better-sqlite3';
import type { Message } from '../../src/model/message.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { extraOf } from '../../src/store/sqlite/message-row.ts';
import { type Seconds, stopwatch } from './stopwatch.ts';

export const BATCH = 1000;

type Row = readonly unknown[];

/** A table's columns that are stored, and its rows in their order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export function messageTable(messages: readonly Message[]): Table {
  return { name: 'message', columns: MESSAGE_COLUMNS, rows: messages.map(rowOf) };
}

const MESSAGE_COLUMNS = ['seq', 'platform', 'group_id', 'id', 'sent_at', 'sender_id', 'sender_name', 'kind', 'text', 'extra', 'heard_at'];

function rowOf(message: Message): Row {
  const { seq, platform, group, id, sentAt, heardAt, sender, kind, text } = message;
  return [seq, platform, group, id, sentAt, sender.id, sender.name, kind, text, extraOf(message), heardAt ?? null];
}

/** Everything that a store holds of its messages: themselves, their verdicts, the entries of the ledger. */
export function tablesIn(path: string): readonly Table[] {
  const db = new Database(path, { readonly: true });
  try {
    return ['message', 'verdict', 'entry'].map((name) => {
      // Those that are computed are not among them.
      const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);
      return {
        name,
        columns,
        rows: db
          .prepare<[], Row>(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY rowid`)
          .raw()
          .all(),
      };
    });
  } finally {
    db.close();
  }
}

/** The rows of all tables come evenly: each transaction has its share of every one. */
export async function insertPlainly(path: string, tables: readonly Table[]): Promise<Seconds> {
  await openSqliteStore(path).close();
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 16000');
  const inserts = tables.map(({ name, columns }) =>
    db.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`),
  );
  const batches = Math.ceil((tables[0]?.rows.length ?? 0) / BATCH);
  const write = db.transaction((parts: readonly (readonly Row[])[]) => {
    for (const [table, rows] of parts.entries()) for (const row of rows) inserts[table]?.run(...row);
  });
  const watch = stopwatch();
  for (let batch = 0; batch < batches; batch++) write(tables.map(({ rows }) => partOf(rows, batch, batches)));
  const taken = watch();
  db.close();
  return taken;
}

function partOf(rows: readonly Row[], part: number, parts: number): readonly Row[] {
  return rows.slice(Math.floor((part * rows.length) / parts), Math.floor(((part + 1) * rows.length) / parts));
}
