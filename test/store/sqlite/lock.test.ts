import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockStore } from '../../../src/store/sqlite/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunyao-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock of a store', () => {
  it('is held once, and can be had again after it was let go', () => {
    const path = join(folder, 'new', 'one.sqlite');
    const unlock = lockStore(path);
    expect(() => lockStore(path)).toThrow(expect.objectContaining({ code: 'store.served' }));
    lockStore(join(folder, 'other.sqlite'))();
    unlock();
    lockStore(path)();
  });

  it('is free again when the process that held it was killed', async () => {
    const path = join(folder, 'one.sqlite');
    const lock = JSON.stringify(join(import.meta.dirname, '../../../src/store/sqlite/lock.ts'));
    const code = `const { lockStore } = await import(${lock}); lockStore(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(() => lockStore(path)).toThrow(expect.objectContaining({ code: 'store.served' }));
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockStore(path)();
  });
});
