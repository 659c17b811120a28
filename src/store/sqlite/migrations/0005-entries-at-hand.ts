import type { Migration } from '../migrate.ts';

/**
 * Until when an entry keeps its directive at hand: its own time, or when it was heard; what it makes due; for ever where that comes again,
 * or two days beyond the last day of it, in whatever time zone. Who goes on from the store needs no directive that nothing keeps any more.
 */
export const entriesAtHand: Migration = {
  name: '0005-entries-at-hand',
  sql: `
    ALTER TABLE entry ADD COLUMN kept_until INTEGER GENERATED ALWAYS AS (
      CAST(max(
        at,
        coalesce(json_extract(body, '$.heardAt'), 0),
        CASE WHEN coalesce(json_extract(body, '$.ask.deadline.recurrence'), json_extract(body, '$.deadline.recurrence')) IS NULL
          THEN coalesce(json_extract(body, '$.ask.deadline.at'), json_extract(body, '$.deadline.at'), 0)
          ELSE max(
            coalesce(json_extract(body, '$.ask.deadline.at'), json_extract(body, '$.deadline.at'), 0),
            coalesce(
              unixepoch(coalesce(json_extract(body, '$.ask.deadline.until'), json_extract(body, '$.deadline.until'))) * 1000 + 172800000,
              9007199254740991))
        END) AS INTEGER)) VIRTUAL;
    CREATE INDEX entry_kept ON entry (kept_until, directive);
    CREATE INDEX entry_of_directive ON entry (directive);
  `,
};
