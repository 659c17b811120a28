/** A ledger entry as a row of its table and back: what every entry has are columns, the rest is JSON. */
import type { Entry } from '../../ledger/entry.ts';

export interface EntryRow {
  readonly turn: string;
  readonly ord: number;
  readonly directive: string;
  readonly at: number;
  readonly body: string;
}

export function bodyOf(entry: Entry): string {
  const { turn: _turn, order: _order, directive: _directive, at: _at, ...body } = entry;
  return JSON.stringify(body);
}

export function entryOf(row: EntryRow): Entry {
  return { turn: row.turn, order: row.ord, directive: row.directive, at: row.at, ...JSON.parse(row.body) } as Entry;
}
