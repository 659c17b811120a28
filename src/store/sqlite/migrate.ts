/** Brings a store's tables to the version that this program knows, a step at a time. */
import type Database from 'better-sqlite3';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** How many migrations the file has seen; 0 for a new one. */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Each migration is a transaction of its own, and the version is part of it: an interrupted one has not happened. */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  const step = db.transaction((migration: Migration, version: number) => {
    // Another process may have taken this step while we waited for the lock.
    if (schemaVersion(db) >= version) return;
    db.exec(migration.sql);
    db.pragma(`user_version = ${version}`);
  }).immediate;
  const seen = schemaVersion(db);
  for (const [index, migration] of migrations.entries()) {
    if (index >= seen) step(migration, index + 1);
  }
}
