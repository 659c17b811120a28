/** Reading a roster file (JSON or YAML) into the model, with every mistake named, in the caller's language. */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { clockWords, parseClock } from '../model/instant.ts';
import { EVERYTHING, OVERDUE_DAYS, ROLES, type Roster } from '../model/organisation.ts';
import { rosterSpeaker, type SayMistake } from './roster-words.ts';
import type { Language } from './settings.ts';

const Clock = z.string().transform((text, context) => {
  const minutes = parseClock(text);
  if (minutes === null) {
    context.addIssue({ code: 'custom', params: { mistake: 'clock', text } });
    return z.NEVER;
  }
  return minutes;
});

const Timezone = z.string().refine(isTimezone, { params: { mistake: 'timezone' } });

/** YAML reads 1001 as a number. */
const Id = z.union([z.string().min(1), z.int().transform(String)]);

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
  localOnly: z.boolean().optional(),
});

const RosterFile = z.object({
  org: z.string().min(1),
  timezone: Timezone.default('Asia/Shanghai'),
  workday: z.object({ start: Clock, end: Clock }).default({ start: 8 * 60 + 30, end: 17 * 60 + 30 }),
  digestAt: Clock.default(18 * 60),
  workdaysOnly: z.boolean().default(false),
  quietHours: z.object({ from: Clock, to: Clock }).nullable().default(null),
  alertCap: z.number().int().positive().nullable().default(null),
  overdueDays: z.number().int().min(1).max(60).default(OVERDUE_DAYS),
  people: z.array(PersonFile).default([]),
  groups: z.array(GroupFile).default([]),
});

export type RosterResult =
  /** `unknown`: places of keys that nobody knows and that are passed over, such as `people.0.role`. */
  { readonly roster: Roster; readonly unknown: readonly string[] } | { readonly mistakes: readonly string[] };

/** @param isJson only says how a broken file is spoken of: JSON is YAML too */
export function parseRoster(text: string, isJson: boolean, language: Language = 'en'): RosterResult {
  const { say, ofIssue } = rosterSpeaker(language);
  const content = contentOf(text);
  if ('broken' in content) return { mistakes: [say(isJson ? 'not-json' : 'not-yaml', content.broken)] };
  const parsed = RosterFile.safeParse(content.value);
  if (!parsed.success) return { mistakes: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'roster'}: ${ofIssue(issue)}`) };
  const mistakes = contradictions(parsed.data, say);
  return mistakes.length > 0 ? { mistakes } : { roster: parsed.data, unknown: unknownKeys(content.value) };
}

const STRICT = z.strictObject({
  ...RosterFile.shape,
  people: z.array(z.strictObject(PersonFile.shape)).optional(),
  groups: z.array(z.strictObject(GroupFile.shape)).optional(),
});

/** `role` for `roles` is no mistake of form, and yet makes a leader a cadre. */
function unknownKeys(content: unknown): readonly string[] {
  const issues = STRICT.safeParse(content).error?.issues ?? [];
  return issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : []));
}

type Content = { readonly value: unknown } | { readonly broken: { readonly line: number; readonly column: number } };

/** What the parsers say of a broken file may hold a piece of it: only the place is kept. */
function contentOf(text: string): Content {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/u, '')) };
  } catch {
    const document = parseDocument(text);
    const [at] = document.errors[0]?.linePos ?? [];
    if (document.errors.length > 0) return { broken: { line: at?.line ?? 1, column: at?.col ?? 1 } };
    try {
      return { value: document.toJS() };
    } catch {
      return { broken: { line: 1, column: 1 } };
    }
  }
}

/** What a schema can't see: a workday that ends before it begins, ids used twice, members who are nobody. */
function contradictions(roster: Roster, say: SayMistake): readonly string[] {
  const people = new Set<string>();
  const mistakes: string[] = [];
  const { start, end } = roster.workday;
  if (start >= end) mistakes.push(say('workday', { start: clockWords(start), end: clockWords(end) }));
  for (const { id } of roster.people) {
    // Who reads without being named is in all groups, and has this id.
    if (id === EVERYTHING.id) mistakes.push(say('id-reserved', { id }));
    if (people.has(id)) mistakes.push(say('id-twice', { id }));
    people.add(id);
  }
  const groups = new Set<string>();
  for (const group of roster.groups) {
    const key = `${group.platform} ${group.id}`;
    if (groups.has(key)) mistakes.push(say('group-twice', { group: key }));
    groups.add(key);
    for (const member of group.members) if (!people.has(member)) mistakes.push(say('no-member', { member, group: key }));
  }
  const accounts = new Map<string, string>();
  for (const person of roster.people) {
    for (const [platform, account] of Object.entries(person.accounts)) {
      const key = `${platform} ${account}`;
      const other = accounts.get(key);
      if (other !== undefined) mistakes.push(say('account-twice', { account: key, a: other, b: person.id }));
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
