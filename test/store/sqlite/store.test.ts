import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { storeSpec } from '../store-spec.ts';

storeSpec('in memory', () => ({ open: () => openSqliteStore(':memory:'), clear() {} }));

storeSpec('in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qunyao-test-'));
  return {
    open: () => openSqliteStore(join(folder, 'store.sqlite')),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
});
