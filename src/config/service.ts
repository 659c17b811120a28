/** qunyao.yaml: what the running service needs to know. Checked as a whole at start; every mistake is told with its place. */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { REFINE_MODES } from '../model/refinement.ts';

/** A key with nothing behind it (all its lines still commented out) is an empty section. */
const written = <Inner extends z.ZodType>(inner: Inner) => z.preprocess((value) => value ?? {}, inner);

const Chat = written(z.looseObject({ kind: z.string().min(1).optional() }));
const Chats = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/u), Chat);

/** Only a server of one's own may be spoken to in the clear. */
const OWN_HOST = /^(?:localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])$/u;

const Refine = z
  .strictObject({
    mode: z.enum(REFINE_MODES).default('off'),
    /** Of any server that speaks OpenAI's chat completions, such as https://api.deepseek.com/v1. */
    baseUrl: z.string().default(''),
    model: z.string().default(''),
    timeoutSeconds: z.number().min(1).max(120).default(20),
    /** A day, for the whole organisation: nothing is asked beyond it. */
    dailyTokens: z.number().int().min(0).default(200_000),
    dailyYuan: z.number().min(0).default(2),
    /** In yuan, for a million tokens. */
    prices: written(z.strictObject({ input: z.number().min(0).default(2), output: z.number().min(0).default(8) })),
  })
  .superRefine(({ mode, baseUrl, model }, context) => {
    if (mode === 'off') return;
    if (!isUsable(baseUrl)) context.addIssue({ code: 'custom', path: ['baseUrl'], message: 'https://… | http://127.0.0.1…' });
    if (model === '') context.addIssue({ code: 'custom', path: ['model'], message: 'name' });
  });

function isUsable(baseUrl: string): boolean {
  const url = URL.parse(baseUrl);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isOwnHost(baseUrl)));
}

/** A server in the house: it needs no key. */
export function isOwnHost(baseUrl: string): boolean {
  return OWN_HOST.test(URL.parse(baseUrl)?.hostname ?? '');
}

const ServiceFile = z.strictObject({
  /** The roster, relative to this file. */
  roster: z.string().min(1).default('roster.yaml'),
  store: z.string().min(1).optional(),
  chats: Chats.nullable().transform((chats) => chats ?? {}),
  digest: written(
    z.strictObject({
      /** Digests go out within so many minutes after their hour, so that a platform isn't flooded. */
      spreadMinutes: z.number().min(0).max(60).default(5),
      /** So long after its hour a digest still waits for messages that are on their way. */
      graceSeconds: z.number().min(0).max(300).default(20),
    }),
  ),
  retention: written(
    z.strictObject({
      /** Raw messages are kept so long; items and digests stay. */
      messagesDays: z.number().int().min(7).max(3650).default(90),
      /** A folder, relative to this file: there the store is copied each night. */
      backups: z.string().min(1).nullish(),
      backupsKept: z.number().int().min(1).max(365).default(7),
    }),
  ),
  /** The optional helper in doubt. */
  refine: written(Refine),
  health: written(z.strictObject({ port: z.number().int().min(1).max(65_535).nullable().default(8790) })),
  log: written(z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') })),
});

export type ServiceConfig = z.infer<typeof ServiceFile>;

export interface ConfigMistake {
  /** Such as `digest.spreadMinutes`. */
  readonly at: string;
  readonly code: 'config.not-yaml' | 'config.missing' | 'config.unknown-key' | 'config.wrong';
  readonly facts: Readonly<Record<string, string>>;
}

/** What can be read in spite of mistakes elsewhere: so much is checked too, and everything that is wrong is told at once. */
export type Readable = Pick<ServiceConfig, 'chats'> & { readonly roster: string | null };

export type ConfigResult =
  | { readonly config: ServiceConfig }
  | { readonly mistakes: readonly ConfigMistake[]; readonly readable: Readable | null };

export function parseServiceConfig(text: string): ConfigResult {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = String(error.linePos?.[0].line ?? 1);
    return { mistakes: [{ at: '', code: 'config.not-yaml', facts: { line } }], readable: null };
  }
  const content: unknown = document.toJS() ?? {};
  const parsed = ServiceFile.safeParse(content, { reportInput: true });
  if (parsed.success) return { config: parsed.data };
  return { mistakes: parsed.error.issues.flatMap(mistakesOf), readable: readableIn(content) };
}

function readableIn(content: unknown): Readable | null {
  const top = z.looseObject({ roster: z.unknown().optional(), chats: z.unknown().optional() }).safeParse(content);
  if (!top.success) return null;
  const roster = ServiceFile.shape.roster.safeParse(top.data.roster);
  const chats = z.record(z.string(), z.unknown()).safeParse(top.data.chats);
  const sound = Object.entries(chats.data ?? {}).flatMap(([name, chat]) => {
    const one = Chats.safeParse({ [name]: chat });
    return one.success ? Object.entries(one.data) : [];
  });
  return { roster: roster.success ? roster.data : null, chats: Object.fromEntries(sound) };
}

/** Where a configuration says its store is; null where it says nothing or can't be read, which `start` and `doctor` tell. */
export function storeNamedIn(text: string): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) return null;
  const named = z.looseObject({ store: z.string().min(1) }).safeParse(document.toJS());
  return named.success ? named.data.store : null;
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
    case 'custom':
      return issue.message;
    case 'invalid_value':
      return issue.values.join(' | ');
    default:
      return issue.code === 'invalid_key' ? 'a-z 0-9 -' : issue.code;
  }
}
