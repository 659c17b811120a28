import type { Migration } from '../migrate.ts';

/**
 * Instants are epoch milliseconds, `body`, `extra` and `reasons` are JSON, truth is 0 or 1. Numbers are given by the program
 * and never by SQLite, so that they mean the same in any database.
 */
export const firstTables: Migration = {
  name: '0001-first-tables',
  sql: `
    PRAGMA application_id = 0x516e596f;

    CREATE TABLE meta (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      cursor INTEGER NOT NULL,
      next_seq INTEGER NOT NULL,
      -- Past the last message it would make messages still to come look settled.
      CHECK (cursor < next_seq)
    ) STRICT;
    INSERT INTO meta (id, cursor, next_seq) VALUES (1, 0, 1);

    CREATE TABLE message (
      seq INTEGER PRIMARY KEY,
      platform TEXT NOT NULL,
      group_id TEXT NOT NULL,
      id TEXT NOT NULL,
      sent_at INTEGER NOT NULL,
      sender_id TEXT NOT NULL,
      sender_name TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      extra TEXT,
      UNIQUE (platform, group_id, id)
    ) STRICT;
    CREATE INDEX message_by_time ON message (sent_at);

    CREATE TABLE rule_set (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE verdict (
      seq INTEGER PRIMARY KEY,
      label TEXT NOT NULL,
      keep INTEGER NOT NULL,
      unsure INTEGER NOT NULL,
      confidence REAL NOT NULL,
      -- Null for what was filtered: reading it again tells them.
      reasons TEXT,
      rule_set INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE entry (
      turn TEXT NOT NULL,
      ord INTEGER NOT NULL,
      directive TEXT NOT NULL,
      at INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (turn, ord)
    ) STRICT;

    CREATE TABLE digest (
      person TEXT NOT NULL,
      day TEXT NOT NULL,
      sent_at INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (person, day)
    ) STRICT;
    CREATE INDEX digest_by_time ON digest (person, sent_at);

    CREATE TABLE alert (
      key TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE roster (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE chat_group (
      platform TEXT NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (platform, id)
    ) STRICT;
  `,
};
