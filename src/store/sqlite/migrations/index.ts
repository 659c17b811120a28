/**
 * Every change that the tables have seen, oldest first; a store's `user_version` says how many of them it has. The list is append-only:
 * a migration that was released is never edited, renamed or moved, because stores out there have run it as it stood. A new one goes
 * into a file of its own, to the end.
 */
import type { Migration } from '../migrate.ts';
import { firstTables } from './0001-first-tables.ts';
import { tuning } from './0002-tuning.ts';
import { live } from './0003-live.ts';
import { refining } from './0004-refining.ts';
import { entriesAtHand } from './0005-entries-at-hand.ts';

/** "QnYo", in the file's header: tells our stores from other programs' databases. The first migration writes it. */
export const APPLICATION_ID = 0x516e596f;

export const MIGRATIONS: readonly Migration[] = [firstTables, tuning, live, refining, entriesAtHand];
