/** The organisation as the running service knows it: the roster, with the accounts that people have bound and the groups that admins have enrolled. */
import { groupKey } from '../model/message.ts';
import { type Group, NO_ROSTER, type Organisation, organisation, type Person, type Roster } from '../model/organisation.ts';
import type { Binding, EnrolledGroup, LiveStore } from '../ports/live-store.ts';

export async function liveOrganisation(store: LiveStore): Promise<Organisation> {
  const roster = (await store.loadRoster()) ?? NO_ROSTER;
  const [bindings, enrolled, told] = [await store.bindings(), await store.enrolledGroups(), await store.loadGroups()];
  return organisation(joined(roster, bindings, enrolled), told);
}

/** A bound account counts like one of the roster; an enrolled group that the roster lists gets the members of both. */
export function joined(roster: Roster, bindings: readonly Binding[], enrolled: readonly EnrolledGroup[]): Roster {
  const bound = new Map<string, Binding[]>();
  for (const binding of bindings) bound.set(binding.person, [...(bound.get(binding.person) ?? []), binding]);
  const owners = new Map(bindings.map(({ platform, account, person }) => [`${platform}\u0000${account}`, person]));
  const extra = new Map(enrolled.map((group) => [groupKey({ platform: group.platform, group: group.id }), group]));
  const listed = new Set(roster.groups.map((group) => groupKey({ platform: group.platform, group: group.id })));
  return {
    ...roster,
    people: roster.people.map((person) => withAccounts(withoutTaken(person, owners), bound.get(person.id) ?? [])),
    groups: [
      ...roster.groups.map((group) => withMembers(group, extra.get(groupKey({ platform: group.platform, group: group.id })))),
      ...enrolled
        .filter((group) => !listed.has(groupKey({ platform: group.platform, group: group.id })))
        .map(({ platform, id, name, department, members }) => ({ platform, id, name, department, members })),
    ],
  };
}

/** An account that somebody else has bound since is no longer the one of whom the roster names. */
function withoutTaken(person: Person, owners: ReadonlyMap<string, string>): Person {
  const isOwn = ([platform, account]: [string, string]): boolean => (owners.get(`${platform}\u0000${account}`) ?? person.id) === person.id;
  const accounts = Object.entries(person.accounts);
  return accounts.every(isOwn) ? person : { ...person, accounts: Object.fromEntries(accounts.filter(isOwn)) };
}

/** One account a platform: the bound one, since its owner has shown that it is theirs. */
function withAccounts(person: Person, bindings: readonly Binding[]): Person {
  if (bindings.length === 0) return person;
  return {
    ...person,
    accounts: { ...person.accounts, ...Object.fromEntries(bindings.map(({ platform, account }) => [platform, account])) },
  };
}

function withMembers(group: Group, enrolled: EnrolledGroup | undefined): Group {
  if (enrolled === undefined) return group;
  return {
    ...group,
    name: group.name === '' ? enrolled.name : group.name,
    members: [...new Set([...group.members, ...enrolled.members])],
  };
}
