/** qunyao.yaml: what the running service needs to know. Checked as a whole at start; every mistake is told with its place. */
import { parseDocument } from 'yaml';
import { z } from 'zod';

const Chat = z.looseObject({ kind: z.string().min(1).optional() });

const ServiceFile = z.strictObject({
  /** The roster, relative to this file. */
  roster: z.string().min(1).default('roster.yaml'),
  store: z.string().min(1).optional(),
  chats: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/u), Chat),
  digest: z
    .strictObject({
      /** Digests go out within so many minutes after their hour, so that a platform isn't flooded. */
      spreadMinutes: z.number().min(0).max(60).default(5),
      /** So long after its hour a digest still waits for messages that are on their way. */
      graceSeconds: z.number().min(0).max(300).default(20),
    })
    .prefault({}),
  retention: z
    .strictObject({
      /** Raw messages are kept so long; items and digests stay. */
      messagesDays: z.number().int().min(7).max(3650).default(90),
      backups: z.string().min(1).optional(),
      backupsKept: z.number().int().min(1).max(365).default(7),
    })
    .prefault({}),
  health: z.strictObject({ port: z.number().int().min(1).max(65_535).nullable().default(8790) }).prefault({}),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
});

export type ServiceConfig = z.infer<typeof ServiceFile>;

export interface ConfigMistake {
  /** Such as `digest.spreadMinutes`. */
  readonly at: string;
  readonly code: 'config.not-yaml' | 'config.missing' | 'config.unknown-key' | 'config.wrong';
  readonly facts: Readonly<Record<string, string>>;
}

export function parseServiceConfig(text: string): { readonly config: ServiceConfig } | { readonly mistakes: readonly ConfigMistake[] } {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = String(error.linePos?.[0].line ?? 1);
    return { mistakes: [{ at: `${line}`, code: 'config.not-yaml', facts: { line } }] };
  }
  const parsed = ServiceFile.safeParse(document.toJS() ?? {}, { reportInput: true });
  return parsed.success ? { config: parsed.data } : { mistakes: parsed.error.issues.flatMap(mistakesOf) };
}

function mistakesOf(issue: z.core.$ZodIssue): readonly ConfigMistake[] {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at: [...issue.path, key].join('.'), code: 'config.unknown-key', facts: {} }));
  if (issue.code === 'invalid_type' && issue.input === undefined) return [{ at, code: 'config.missing', facts: {} }];
  return [{ at, code: 'config.wrong', facts: { wanted: wantedBy(issue) } }];
}

function wantedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'too_small':
      return `≥ ${String(issue.minimum)}`;
    case 'too_big':
      return `≤ ${String(issue.maximum)}`;
    case 'invalid_value':
      return issue.values.join(' | ');
    default:
      return issue.code === 'invalid_key' ? 'a-z 0-9 -' : issue.code;
  }
}
