/** Does something synchronous while a file, and the folder that it lies in, may not be written by us. */
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';

const NOBODY = 65_534;

/** The superuser may write anything, so for that moment we are somebody else. */
export function readOnly<T>(path: string, action: () => T): T {
  const superuser = process.geteuid?.() === 0;
  chmodSync(path, 0o444);
  chmodSync(dirname(path), 0o555);
  if (superuser) process.seteuid?.(NOBODY);
  try {
    return action();
  } finally {
    if (superuser) process.seteuid?.(0);
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o644);
  }
}
