/**
 * V8 lets a heap grow to several times what is alive in it before it looks for what is dead. Each digest hour reads a part of the ledger
 * anew and throws it away, so that a service of months would take the room of many ledgers; it has time enough to collect them earlier.
 */
import { setFlagsFromString } from 'node:v8';

/** In hundredths of what is alive. */
const GROWTH = 100;

/** For this thread and all that start later. */
export function keepHeapsSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
