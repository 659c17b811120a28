import type { Migration } from '../migrate.ts';

/** What refining keeps. Append-only; the log of calls holds no text. */
export const refining: Migration = {
  name: '0004-refining',
  sql: `
    -- By the hash of the masked question and the model; the body is masked too, null where nothing of use came back.
    CREATE TABLE refine_answer (
      key TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      body TEXT
    ) STRICT;

    CREATE TABLE refinement (
      directive TEXT NOT NULL,
      key TEXT NOT NULL,
      at INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (directive, key)
    ) STRICT;
    CREATE INDEX refinement_by_time ON refinement (at);

    CREATE TABLE refine_call (
      number INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      host TEXT NOT NULL,
      model TEXT NOT NULL,
      questions INTEGER NOT NULL,
      input_tokens INTEGER NOT NULL,
      output_tokens INTEGER NOT NULL,
      yuan REAL NOT NULL,
      outcome TEXT NOT NULL
    ) STRICT;
    CREATE INDEX refine_call_by_time ON refine_call (at);
  `,
};
