import type { Migration } from '../migrate.ts';

/** What admins change. All of it is append-only: rows are never updated and never deleted. */
export const tuning: Migration = {
  name: '0002-tuning',
  sql: `
    CREATE TABLE rule_version (
      number INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      reason TEXT NOT NULL,
      restores INTEGER,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE label (
      number INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL,
      -- Null takes earlier ones back.
      label TEXT,
      at INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;

    CREATE TABLE local_model (
      number INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      reason TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
  `,
};
