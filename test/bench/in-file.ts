/** A file of a folder that is there only while something is measured with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function inFile<T>(measure: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'qunyao-bench-'));
  try {
    return await measure(join(folder, 'store.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
