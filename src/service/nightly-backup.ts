/** A copy of the store for each day, in a folder that keeps the newest few. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../model/instant.ts';
import type { LiveStore } from '../ports/live-store.ts';

export interface BackupPlan {
  readonly folder: string;
  readonly kept: number;
}

/** Only names that it gives itself: what else lies in the folder is somebody else's. */
const COPY = /^qunyao-\d{4}-\d{2}-\d{2}\.sqlite$/u;
const CUT_OFF = /^qunyao-\d{4}-\d{2}-\d{2}\.sqlite(?:\.\d+)?\.part$/u;

/** Older copies go only once the new one is there. */
export async function nightlyBackup(store: Pick<LiveStore, 'backup'>, { folder, kept }: BackupPlan, day: Day): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder).filter((one) => CUT_OFF.test(one))) rmSync(join(folder, name), { force: true });
  await store.backup(join(folder, `qunyao-${day}.sqlite`));
  const copies = readdirSync(folder)
    .filter((name) => COPY.test(name))
    .toSorted();
  for (const name of copies.slice(0, -kept)) rmSync(join(folder, name), { force: true });
}
