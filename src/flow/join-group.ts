/** Enrolling a group, and learning who sits in it: from the platform where it tells, else from who speaks. */
import type { Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Group, Organisation } from '../model/organisation.ts';
import type { ChatAdapter } from '../ports/chat.ts';
import type { Binding, EnrolledGroup, LiveStore } from '../ports/live-store.ts';

export interface NewGroup {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  /** Person id of the admin, or `cli`. */
  readonly by: string;
  readonly at: Instant;
}

/** Enrols a group, with those of the roster that the platform says are in it. Enrolling again renews the members. */
export async function joinGroup(
  store: LiveStore,
  org: Organisation,
  adapter: ChatAdapter | undefined,
  group: NewGroup,
): Promise<EnrolledGroup> {
  const before = (await store.enrolledGroups()).find((one) => one.platform === group.platform && one.id === group.id);
  const members = await membersOf(org, adapter, group);
  const enrolled = {
    ...group,
    department: before?.department ?? '',
    members: members ?? before?.members ?? [],
  };
  await store.enrol(enrolled);
  return enrolled;
}

/** Somebody of the roster has spoken in a group that doesn't list them: they sit in it. */
export async function addMember(
  store: LiveStore,
  org: Organisation,
  key: { readonly platform: string; readonly group: string },
  person: string,
  at: Instant,
): Promise<void> {
  const known = (await store.enrolledGroups()).find((one) => one.platform === key.platform && one.id === key.group);
  const listed = org.groupByKey.get(groupKey(key));
  const base = known ?? {
    platform: key.platform,
    id: key.group,
    name: listed?.name ?? '',
    department: listed?.department ?? '',
    members: [],
    by: 'roster',
    at,
  };
  await store.enrol({ ...base, members: [...new Set([...base.members, person])] });
}

/** Somebody has bound an account: the groups that they sit in already are theirs, before they have said a word there. */
export async function placeInGroups(
  store: LiveStore,
  org: Organisation,
  adapters: readonly ChatAdapter[],
  { platform, account, person }: Omit<Binding, 'at'>,
  at: Instant,
): Promise<number> {
  const groups = org.groups.filter((group) => group.platform === platform && !group.members.includes(person));
  const found = await Promise.all(groups.map(async (group) => ({ group, sits: await sitsIn(adapters, group, account) })));
  const theirs = found.filter(({ sits }) => sits);
  for (const { group } of theirs) await addMember(store, org, { platform, group: group.id }, person, at);
  return theirs.length;
}

async function sitsIn(adapters: readonly ChatAdapter[], { platform, id }: Group, account: string): Promise<boolean> {
  for (const adapter of adapters.filter((one) => one.platform === platform))
    if ((await adapter.membersAmong(id, [account]))?.includes(account) === true) return true;
  return false;
}

async function membersOf(
  org: Organisation,
  adapter: ChatAdapter | undefined,
  { platform, id }: NewGroup,
): Promise<readonly string[] | null> {
  if (adapter === undefined) return null;
  const people = new Map(
    org.people.flatMap((person) => (person.accounts[platform] === undefined ? [] : [[person.accounts[platform], person.id] as const])),
  );
  const accounts = await adapter.membersAmong(id, [...people.keys()]);
  return accounts === null ? null : accounts.flatMap((account) => people.get(account) ?? []);
}
