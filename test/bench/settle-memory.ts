/**
 * How memory grows while half a million messages of some 200 groups are settled one after the other, as a long import does.
 * Run: node --expose-gc test/bench/settle-memory.ts [messages]
 */
import { services } from '../../src/app.ts';
import { settler } from '../../src/flow/settle.ts';
import { loadOf } from './load/index.ts';

const STEP = 50_000;
const BATCH = 1000;
const MEGABYTE = 1024 * 1024;

const most = Number(process.argv[2] ?? 500_000);
const { calendar, rules } = services();
const load = await loadOf();
const settling = settler({ org: load.org, calendar, rules });
let done = 0;

function report(): void {
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / MEGABYTE;
  const { ledger } = settling;
  const open = [...ledger.directives.values()].filter((directive) => directive.status === 'open').length;
  process.stdout.write(`${done} messages: heap ${heap.toFixed(0)} MB, ${ledger.directives.size} directives (${open} open)\n`);
}

report();
for (const week of load.weeks()) {
  for (const message of week) {
    settling.settle(message);
    if (++done % BATCH === 0) settling.takeBatch();
    if (done % STEP === 0) report();
    if (done === most) break;
  }
  if (done === most) break;
}
