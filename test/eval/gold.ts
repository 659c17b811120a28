/** A labelled scenario as its folder holds it: schemas of the four files, and the checks that a schema can't make. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Instant, parseInstant } from '../../src/model/instant.ts';
import { LABELS } from '../../src/model/label.ts';
import { ROLES } from '../../src/model/organisation.ts';

export const InstantText = z.string().transform(readInstant);

/** A sending time, with the hour on the sender's own clock as it is written. */
const SentAt = z.string().transform((text, context) => ({ at: readInstant(text, context), localHour: Number(text.slice(11, 13)) }));

function readInstant(text: string, context: z.RefinementCtx): Instant {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: `"${text}" is not an instant with an offset` });
  return z.NEVER;
}

const GoldPerson = z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), areas: z.array(z.string()).default([]) });
export type GoldPerson = z.infer<typeof GoldPerson>;

const GoldRoster = z.object({
  timezone: z.string(),
  people: z.array(GoldPerson),
  groups: z.array(z.object({ id: z.string(), members: z.array(z.string()) })),
});

const GoldMessage = z.object({
  id: z.string(),
  group: z.string(),
  sentAt: SentAt,
  sender: z.object({ id: z.string() }),
  text: z.string().default(''),
});

const GoldLabel = z
  .object({
    id: z.string(),
    label: z.enum(LABELS),
    directive: z.string().nullable(),
    directives: z.array(z.string()).nonempty().optional(),
    answers: z.string().nullish(),
  })
  .refine(({ directive, directives }) => directives === undefined || directives[0] === directive, {
    message: '"directive" must hold the first of "directives"',
  });

const GoldDeadline = z.object({ at: InstantText, day: z.string(), precision: z.string() });
export type GoldDeadline = z.infer<typeof GoldDeadline>;

const GoldAudience = z.object({
  all: z.boolean().default(false),
  people: z.array(z.string()).default([]),
  areas: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  roles: z.array(z.enum(ROLES)).default([]),
});

const GoldChange = z.object({
  message: z.string(),
  change: z.enum(['deadline', 'cancel', 'remind', 'amend', 'done', 'reinstate']),
  deadline: GoldDeadline.nullable().default(null),
});

const GoldDirective = z.object({
  id: z.string(),
  action: z.string(),
  audience: GoldAudience,
  issuer: z.string(),
  deadline: GoldDeadline.nullable(),
  recurrence: z.enum(['daily', 'weekly']).nullable(),
  until: z.string().nullish(),
  kind: z.enum(['substantive', 'traffic', 'meeting', 'appeal', 'hazard']),
  firstSeen: z.string(),
  sources: z.array(z.string()).nonempty(),
  history: z.array(GoldChange).default([]),
  final: z.object({ status: z.enum(['open', 'cancelled', 'done']) }),
  urgent: z.boolean().default(false),
});
export type GoldDirective = z.infer<typeof GoldDirective>;

export interface Gold {
  readonly name: string;
  readonly roster: z.infer<typeof GoldRoster>;
  readonly chat: readonly z.infer<typeof GoldMessage>[];
  readonly labels: readonly z.infer<typeof GoldLabel>[];
  readonly directives: readonly GoldDirective[];
}

export function loadGold(folder: string): Gold {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const gold: Gold = {
    name: basename(folder),
    roster: parseFile(GoldRoster, read('roster.json'), `${folder}/roster.json`),
    chat: parseLines(GoldMessage, read('chat.jsonl'), `${folder}/chat.jsonl`),
    labels: parseLines(GoldLabel, read('gold.jsonl'), `${folder}/gold.jsonl`),
    directives: parseFile(z.array(GoldDirective), read('directives.json'), `${folder}/directives.json`),
  };
  const mistakes = contradictions(gold);
  if (mistakes.length > 0) throw new Error(`${folder} contradicts itself:\n${mistakes.join('\n')}`);
  return gold;
}

/** Gold names a message by its id alone, so ids must be unique across groups, and whatever is named must exist. */
function contradictions({ roster, chat, labels, directives }: Gold): readonly string[] {
  const messages = new Set(chat.map(({ id }) => id));
  const tasks = new Set(directives.map(({ id }) => id));
  const named = directives.flatMap(({ firstSeen, sources, history }) => [firstSeen, ...sources, ...history.map(({ message }) => message)]);
  const meant = labels.flatMap(({ directive, directives: several = [], answers }) => [directive, ...several, answers ?? null]);
  return [
    ...repeated(chat.map(({ id }) => id)).map((id) => `chat.jsonl: message ${id} stands twice`),
    ...repeated(labels.map(({ id }) => id)).map((id) => `gold.jsonl: message ${id} is labelled twice`),
    ...repeated(directives.map(({ id }) => id)).map((id) => `directives.json: ${id} stands twice`),
    ...repeated(roster.groups.map(({ id }) => id)).map((id) => `roster.json: group ${id} stands twice`),
    ...[...messages].filter((id) => !labels.some((label) => label.id === id)).map((id) => `gold.jsonl: message ${id} has no label`),
    ...[...labels.map(({ id }) => id), ...named].filter((id) => !messages.has(id)).map((id) => `chat.jsonl: there is no message ${id}`),
    ...meant.filter((id) => id !== null && !tasks.has(id)).map((id) => `directives.json: there is no ${id}`),
  ];
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function parseLines<T>(schema: z.ZodType<T>, text: string, file: string): readonly T[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [parseFile(schema, line, `${file}:${index + 1}`)]));
}

function parseFile<T>(schema: z.ZodType<T>, text: string, place: string): T {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
}
