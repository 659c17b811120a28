/** The organisation that a store knows: its roster, and the names of groups that only exports have told. */
import { NO_ROSTER, type Organisation, organisation } from '../model/organisation.ts';
import type { Store } from '../ports/store.ts';

export async function knownOrganisation(store: Store): Promise<Organisation> {
  return organisation((await store.loadRoster()) ?? NO_ROSTER, await store.loadGroups());
}
