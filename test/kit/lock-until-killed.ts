/** A process that holds the lock of a store until it is killed. Argument: the store's file. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { lockStore } from '../../src/store/sqlite/service-lock.ts';

flushCompileCache();
lockStore(process.argv[2] ?? '');
writeSync(1, 'held\n');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
