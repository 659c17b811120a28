/** Stores into which chats came as an import brings them. */
import { settleStore } from '../../src/flow/settle-store.ts';
import type { Envelope } from '../../src/model/message.ts';
import { type Organisation, organisation } from '../../src/model/organisation.ts';
import type { Store } from '../../src/ports/store.ts';
import { PROGRAM } from './scenarios.ts';

/** Everything that reading needs beside the store. */
export function reading(org: Organisation) {
  return { org, rules: PROGRAM.rules, calendar: PROGRAM.calendar };
}

/** Each part is stored and settled by a program of its own, which knows of the earlier ones only what the store tells. */
export async function importedInParts(
  parts: readonly (readonly Envelope[])[],
  org: Organisation,
  store: Store = PROGRAM.openStore(':memory:'),
): Promise<Store> {
  await store.saveRoster(org);
  for (const part of parts) {
    await store.ingest(part);
    const known = await store.loadRoster();
    await settleStore(store, reading(known === null ? org : organisation(known)), () => {});
  }
  return store;
}
