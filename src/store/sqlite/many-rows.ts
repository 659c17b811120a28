/** Writes small rows many to a statement: for a row of a few numbers, calling SQLite costs as much as storing it. Long rows gain nothing. */
import type Database from 'better-sqlite3';

const ROWS = 25;

/** Takes the values of all rows one after the other, `width` a row. `head` ends before VALUES, `tail` follows the rows. */
export function manyRows(db: Database.Database, head: string, width: number, tail: string): (values: readonly unknown[]) => void {
  const row = `(${Array(width).fill('?').join(', ')})`;
  const one = db.prepare(`${head} VALUES ${row} ${tail}`);
  const many = db.prepare(`${head} VALUES ${Array(ROWS).fill(row).join(', ')} ${tail}`);
  return (values) => {
    let at = 0;
    for (; at + ROWS * width <= values.length; at += ROWS * width) many.run(values.slice(at, at + ROWS * width));
    for (; at < values.length; at += width) one.run(values.slice(at, at + width));
  };
}
