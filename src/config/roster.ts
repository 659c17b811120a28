/** Reading a roster file (JSON or YAML) into the model, with every mistake named. */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { parseClock } from '../model/instant.ts';
import { ROLES, type Roster } from '../model/organisation.ts';

const Clock = z.string().transform((text, context) => {
  const minutes = parseClock(text);
  if (minutes === null) {
    context.addIssue({ code: 'custom', message: `"${text}" is not a time of day such as 18:00` });
    return z.NEVER;
  }
  return minutes;
});

const Timezone = z.string().refine(isTimezone, { message: 'is not a time zone such as Asia/Shanghai' });

/** YAML reads 1001 as a number. */
const Id = z.union([z.string().min(1), z.int().transform(String)], { error: 'is not an id such as "1001"' });

const PersonFile = z.object({
  id: Id,
  name: z.string().min(1),
  title: z.string().default(''),
  roles: z.array(z.enum(ROLES)).default(['cadre']),
  areas: z.array(z.string().min(1)).default([]),
  duties: z.array(z.string().min(1)).default([]),
  aliases: z.array(z.string().min(1)).default([]),
  accounts: z.record(z.string(), Id).default({}),
  digestAt: Clock.nullable().default(null),
});

const GroupFile = z.object({
  platform: z.string().min(1),
  id: Id,
  name: z.string().default(''),
  department: z.string().default(''),
  members: z.array(Id).default([]),
});

const RosterFile = z.object({
  org: z.string().min(1),
  timezone: Timezone.default('Asia/Shanghai'),
  workday: z.object({ start: Clock, end: Clock }).default({ start: 8 * 60 + 30, end: 17 * 60 + 30 }),
  digestAt: Clock.default(18 * 60),
  workdaysOnly: z.boolean().default(false),
  quietHours: z.object({ from: Clock, to: Clock }).nullable().default(null),
  alertCap: z.number().int().positive().nullable().default(null),
  people: z.array(PersonFile).default([]),
  groups: z.array(GroupFile).default([]),
});

export type RosterResult = { readonly roster: Roster } | { readonly mistakes: readonly string[] };

/** @param text the file's content; JSON is YAML too, but its errors are told by its own parser */
export function parseRoster(text: string, isJson: boolean): RosterResult {
  let content: unknown;
  try {
    content = isJson ? JSON.parse(text.replace(/^\uFEFF/u, '')) : parseYaml(text);
  } catch (error) {
    return { mistakes: [error instanceof Error ? error.message : String(error)] };
  }
  const parsed = RosterFile.safeParse(content);
  if (!parsed.success) return { mistakes: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'roster'}: ${issue.message}`) };
  const mistakes = contradictions(parsed.data);
  return mistakes.length > 0 ? { mistakes } : { roster: parsed.data };
}

/** What a schema can't see: ids used twice, members who are nobody. */
function contradictions(roster: Roster): readonly string[] {
  const people = new Set<string>();
  const mistakes: string[] = [];
  for (const { id } of roster.people) {
    if (people.has(id)) mistakes.push(`people: the id "${id}" is used twice`);
    people.add(id);
  }
  const groups = new Set<string>();
  for (const group of roster.groups) {
    const key = `${group.platform} ${group.id}`;
    if (groups.has(key)) mistakes.push(`groups: ${key} is listed twice`);
    groups.add(key);
    for (const member of group.members) if (!people.has(member)) mistakes.push(`groups: member "${member}" of ${key} is not in people`);
  }
  const accounts = new Map<string, string>();
  for (const person of roster.people) {
    for (const [platform, account] of Object.entries(person.accounts)) {
      const key = `${platform} ${account}`;
      const other = accounts.get(key);
      if (other !== undefined) mistakes.push(`people: the account ${key} belongs to both "${other}" and "${person.id}"`);
      accounts.set(key, person.id);
    }
  }
  return mistakes;
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
