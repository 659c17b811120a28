/** Groups from which nothing was ever stored: an empty group and an unread one look the same. */
import { groupKey } from '../model/message.ts';
import type { Group } from '../model/organisation.ts';
import type { Store } from '../ports/store.ts';

/** The names of those of the groups that are silent. */
export async function silentGroups(store: Store, groups: readonly Group[]): Promise<readonly string[]> {
  if (groups.length === 0) return [];
  const heard = new Set((await store.groupsHeard()).map(groupKey));
  return groups.filter(({ platform, id }) => !heard.has(groupKey({ platform, group: id }))).map((group) => group.name);
}
