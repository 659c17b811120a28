import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { lockStore } from '../../../src/store/sqlite/service-lock.ts';
import { anEnvelope } from '../../kit/store-builders.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const CHILD = join(import.meta.dirname, '../../kit/lock-until-killed.ts');

it('lets one be the service, and everybody use the store', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const release = lockStore(path);
  expect(() => lockStore(path)).toThrow('store.in-use');
  const store = openSqliteStore(path);
  await store.ingest([anEnvelope()]);
  await store.close();
  release();
  lockStore(path)();
});

it('is free again when the process that had it is killed', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(() => lockStore(path)).toThrow('store.in-use');
  child.kill('SIGKILL');
  await once(child, 'close');
  lockStore(path)();
});
