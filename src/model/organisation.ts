/** The roster: who is who, in which groups, for which areas and duties. */
import type { Envelope } from './message.ts';
import { groupKey } from './message.ts';
import { withSeats } from './seats.ts';

export const ROLES = ['cadre', 'leader', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  readonly duties: readonly string[];
  readonly aliases: readonly string[];
  /** Platform → account id. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Minutes after midnight; null = the organisation's. */
  readonly digestAt: number | null;
}

/** The reader of somebody who names no person: in all groups, and asked by everything. */
export const EVERYTHING: Person = {
  id: '*',
  name: '全部群',
  title: '',
  roles: ['cadre'],
  areas: [],
  duties: [],
  aliases: [],
  accounts: {},
  digestAt: null,
};

export interface Group {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly department: string;
  /** Person ids. */
  readonly members: readonly string[];
  /** Nothing said there is ever sent to a refiner. */
  readonly localOnly?: boolean | undefined;
}

/** Working hours, minutes after midnight. */
export interface Workday {
  readonly start: number;
  readonly end: number;
}

export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export interface Roster {
  readonly org: string;
  readonly timezone: string;
  readonly workday: Workday;
  /** Minutes after midnight. */
  readonly digestAt: number;
  readonly workdaysOnly: boolean;
  readonly quietHours: QuietHours | null;
  /** Alerts a person gets in a day at most, hazards aside; null = no cap. */
  readonly alertCap: number | null;
  /** Days that what is overdue, or has no date, goes on standing in digests; `OVERDUE_DAYS` where it isn't said. */
  readonly overdueDays?: number;
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
}

export const OVERDUE_DAYS = 3;

/** The organisation of somebody who has no roster yet: nobody is known, and everything is read. */
export const NO_ROSTER: Roster = {
  org: '',
  timezone: 'Asia/Shanghai',
  workday: { start: 8 * 60 + 30, end: 17 * 60 + 30 },
  digestAt: 18 * 60,
  workdaysOnly: false,
  quietHours: null,
  alertCap: null,
  people: [],
  groups: [],
};

/** A roster with its look-ups. */
export interface Organisation extends Roster {
  readonly personById: ReadonlyMap<string, Person>;
  readonly groupByKey: ReadonlyMap<string, Group>;
  readonly membersByGroup: ReadonlyMap<string, ReadonlySet<string>>;
  /** `platform\0account` → person. */
  readonly personByAccount: ReadonlyMap<string, Person>;
  /** The names of areas and persons, long ones first. */
  readonly names: readonly string[];
  /** Group → what people call it: by the roster, else by an export. */
  readonly groupNames: ReadonlyMap<string, string>;
}

export type NamedGroup = Pick<Group, 'platform' | 'id' | 'name'>;

/** @param told names of groups that exports have told, also of those that the roster doesn't list */
export function organisation(roster: Roster, told: readonly NamedGroup[] = []): Organisation {
  const people = withSeats(roster.org, roster.people);
  const accounts = people.flatMap((person) =>
    Object.entries(person.accounts).map(([platform, account]) => [`${platform}\u0000${account}`, person] as const),
  );
  return {
    ...roster,
    people,
    personById: new Map(people.map((person) => [person.id, person])),
    groupByKey: new Map(roster.groups.map((group) => [groupKey({ platform: group.platform, group: group.id }), group])),
    membersByGroup: new Map(
      roster.groups.map((group) => [groupKey({ platform: group.platform, group: group.id }), new Set(group.members)]),
    ),
    personByAccount: new Map(accounts),
    names: namesIn(people),
    groupNames: new Map(
      [...told, ...roster.groups]
        .filter(({ name }) => name !== '')
        .map(({ platform, id, name }) => [groupKey({ platform, group: id }), name]),
    ),
  };
}

function namesIn(people: readonly Person[]): readonly string[] {
  const names = people.flatMap((person) => [
    person.name,
    ...person.aliases,
    ...person.areas,
    ...person.areas.map((area) => area.replace(/(?:村|社区|居委会)$/u, '')),
    person.name.slice(1),
  ]);
  return [...new Set(names)].filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Whose account it is, by the account alone: ids and names of the roster are nobody's proof. */
export function holderOf(org: Organisation, platform: string, account: string): Person | undefined {
  return org.personByAccount.get(`${platform}\u0000${account}`);
}

/** The person behind an account id (first) or a roster id; never by display name. Undefined = an outsider. */
export function personOf(org: Organisation, platform: string, senderId: string): Person | undefined {
  return holderOf(org, platform, senderId) ?? org.personById.get(senderId);
}

export function senderOf(org: Organisation, envelope: Envelope): Person | undefined {
  return personOf(org, envelope.platform, envelope.sender.id);
}

/** Cadres and leaders get a digest. */
export function readers(org: Organisation): readonly Person[] {
  return org.people.filter((person) => person.roles.includes('cadre') || person.roles.includes('leader'));
}
