/** What happens to disks: the last write is lost, there is no room. */
import { closeSync, existsSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Damages the last page of a store's write-ahead log, as a disk does that loses its last write. */
export function damageLastPage(store: string): void {
  const log = `${store}-wal`;
  if (!existsSync(log)) return;
  const { size } = statSync(log);
  if (size < 4096) return;
  const file = openSync(log, 'r+');
  writeSync(file, Buffer.alloc(2048, 0xa5), 0, 2048, size - 2048);
  closeSync(file);
}

/** Size in bytes of the largest file of a folder. */
export function largestFile(folder: string): number {
  return Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).size));
}
