/** Damages the last page of a store's write-ahead log, as a disk does that loses its last write. */
import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';

export function damageLastPage(store: string): void {
  const log = `${store}-wal`;
  if (!existsSync(log)) return;
  const { size } = statSync(log);
  if (size < 4096) return;
  const file = openSync(log, 'r+');
  writeSync(file, Buffer.alloc(2048, 0xa5), 0, 2048, size - 2048);
  closeSync(file);
}
