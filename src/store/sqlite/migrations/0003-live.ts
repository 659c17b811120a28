import type { Migration } from '../migrate.ts';

/** What the running service keeps: who is heard, who is who on which account, what people have told the bot, and what goes out. */
export const live: Migration = {
  name: '0003-live',
  sql: `
    -- Null for a message that came when it was sent.
    ALTER TABLE message ADD COLUMN heard_at INTEGER;
    CREATE INDEX message_by_hearing ON message (heard_at) WHERE heard_at IS NOT NULL;

    -- A corrected message, for when the message itself has been forgotten; null until then.
    ALTER TABLE label ADD COLUMN message TEXT;

    CREATE TABLE enrolled_group (
      platform TEXT NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      department TEXT NOT NULL,
      members TEXT NOT NULL,
      by_person TEXT NOT NULL,
      at INTEGER NOT NULL,
      moved_to TEXT,
      PRIMARY KEY (platform, id)
    ) STRICT;

    -- One code a person.
    CREATE TABLE bind_code (
      person TEXT PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE,
      expires_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE binding (
      platform TEXT NOT NULL,
      account TEXT NOT NULL,
      person TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (platform, account)
    ) STRICT;

    CREATE TABLE remembered (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE inbox (
      platform TEXT NOT NULL,
      account TEXT NOT NULL,
      id TEXT NOT NULL,
      -- Order of arrival.
      seq INTEGER NOT NULL,
      sent_at INTEGER NOT NULL,
      -- Null when it is answered.
      body TEXT,
      PRIMARY KEY (platform, account, id)
    ) STRICT;
    CREATE INDEX inbox_waiting ON inbox (seq) WHERE body IS NOT NULL;

    CREATE TABLE draft (
      person TEXT PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE outgoing (
      key TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      -- What goes first, the smallest first.
      urgency INTEGER NOT NULL,
      person TEXT,
      to_platform TEXT,
      to_target TEXT,
      to_id TEXT,
      body TEXT NOT NULL,
      digest_person TEXT,
      digest_day TEXT,
      created_at INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      state TEXT NOT NULL,
      -- Of its parts; null while it isn't cut.
      channel TEXT,
      closed TEXT NOT NULL,
      doubtful INTEGER NOT NULL,
      -- From when it is to be sent; null where it isn't.
      due_at INTEGER,
      -- When it was sent or given up.
      ended_at INTEGER
    ) STRICT;
    CREATE INDEX outgoing_due ON outgoing (urgency, due_at) WHERE due_at IS NOT NULL;
    CREATE INDEX outgoing_failed ON outgoing (ended_at) WHERE state = 'failed';
    CREATE INDEX outgoing_digest ON outgoing (digest_person, ended_at) WHERE digest_person IS NOT NULL;

    CREATE TABLE outgoing_part (
      key TEXT NOT NULL,
      part INTEGER NOT NULL,
      parts INTEGER NOT NULL,
      channel TEXT NOT NULL,
      platform TEXT NOT NULL,
      target TEXT NOT NULL,
      target_id TEXT NOT NULL,
      text TEXT NOT NULL,
      -- Fingerprint of the text, to know it when the platform shows it back.
      print TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      tried_at INTEGER,
      resent INTEGER NOT NULL,
      message_id TEXT,
      PRIMARY KEY (key, part)
    ) STRICT;
    CREATE INDEX outgoing_part_open ON outgoing_part (state) WHERE state IN ('attempting', 'unknown');
    CREATE INDEX outgoing_part_message ON outgoing_part (platform, target_id, message_id) WHERE message_id IS NOT NULL;
    CREATE INDEX outgoing_part_print ON outgoing_part (platform, target_id, print) WHERE message_id IS NULL;

    CREATE TABLE bucket (
      name TEXT PRIMARY KEY,
      tokens REAL NOT NULL,
      at INTEGER NOT NULL,
      not_before INTEGER NOT NULL
    ) STRICT;
  `,
};
