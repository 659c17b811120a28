/** What somebody has asked of others and is still open, with how far it has reached. */

import { reachesOf } from '../ledger/reach.ts';
import { LedgerState } from '../ledger/state.ts';
import type { Organisation, Person } from '../model/organisation.ts';
import type { Reach } from '../model/reach.ts';
import type { Store } from '../ports/store.ts';

export async function ownDirectives(store: Store, org: Organisation, issuer: Person): Promise<readonly Reach[]> {
  const ledger = new LedgerState();
  for (const entry of await store.loadEntries()) ledger.append(entry);
  return reachesOf(ledger, issuer.id, org);
}
