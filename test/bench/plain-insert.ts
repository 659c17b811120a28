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

/** A table's columns in their order, and its rows. */
export interface Table {
  readonly name: string;
  readonly width: number;
  readonly rows: readonly Row[];
}

export function messageTable(messages: readonly Message[]): Table {
  return { name: 'message', width: 11, rows: messages.map(rowOf) };
}

function rowOf(message: Message): Row {
  const { seq, platform, group, id, sentAt, heardAt, sender, kind, text } = message;
  return [seq, platform, group, id, sentAt, sender.id, sender.name, kind, text, extraOf(message), heardAt ?? null];
}

/** Everything that a store holds of its messages: themselves, their verdicts, the entries of the ledger. */
export function tablesIn(path: string): readonly Table[] {
  const db = new Database(path, { readonly: true });
  try {
    return ['message', 'verdict', 'entry'].map((name) => {
      const select = db.prepare<[], Row>(`SELECT * FROM ${name} ORDER BY rowid`).raw();
      return { name, width: select.columns().length, rows: select.all() };
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
  const inserts = tables.map(({ name, width }) => db.prepare(`INSERT INTO ${name} VALUES (${Array(width).fill('?').join(', ')})`));
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
