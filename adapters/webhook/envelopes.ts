/** A body to envelopes: one, a list, or lines of JSON. Each stands for itself; a wrong one is told by its place, never by its words. Pure. */
import { z } from 'zod';
import { type ChatEvent, canBeSentAt, type Envelope, MESSAGE_KINDS, parseInstant, withForwardedWords } from '../../src/adapter-kit.ts';

export const MOST_ENVELOPES = 500;

/** Ids are put together to keys, in which control characters part them. */
const Id = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^\P{Cc}+$/u),
  );
const Text = z.string().max(100_000);
const Name = z.string().max(200);

const Wire = z.object({
  platform: z.string().optional(),
  group: Id,
  /** How the group is called now; not part of the open format, as files tell it elsewhere. */
  groupName: Name.min(1).optional(),
  id: Id,
  sentAt: z.string().transform((text, context) => {
    const at = parseInstant(text);
    if (at !== null && canBeSentAt(at)) return at;
    context.addIssue({ code: 'custom', message: 'an instant with its offset, of our time' });
    return z.NEVER;
  }),
  sender: z.object({ id: Id, name: Name.optional() }),
  kind: z.enum(MESSAGE_KINDS).default('text'),
  text: Text.default(''),
  mentions: z.array(Id).max(1000).optional(),
  replyTo: Id.optional(),
  /** Without its path: that would be a file of this machine. */
  file: z.object({ name: Name, mime: Name.optional(), size: z.number().nonnegative().optional() }).optional(),
  url: z.string().max(4000).optional(),
  durationSec: z.number().nonnegative().optional(),
  recalls: Id.optional(),
  edits: Id.optional(),
  forwarded: z
    .array(z.object({ sender: Name.optional(), text: Text }))
    .max(500)
    .optional(),
});

export interface Rejected {
  readonly index: number;
  readonly field: string;
}

export interface Read {
  readonly envelopes: readonly { readonly envelope: Envelope; readonly groupName: string | null }[];
  readonly rejected: readonly Rejected[];
}

export function readBody(text: string, platform: string): Read | 'not-json' | 'too-many' {
  const parts = partsOf(text);
  if (parts === null) return 'not-json';
  if (parts.length > MOST_ENVELOPES) return 'too-many';
  const envelopes: { envelope: Envelope; groupName: string | null }[] = [];
  const rejected: Rejected[] = [];
  for (const [index, part] of parts.entries()) {
    const read = readOne(part, platform);
    if ('field' in read) rejected.push({ index, field: read.field });
    else envelopes.push(read);
  }
  return { envelopes, rejected };
}

function readOne(part: unknown, platform: string): { envelope: Envelope; groupName: string | null } | { field: string } {
  const wire = Wire.safeParse(part);
  if (!wire.success) return { field: wire.error.issues[0]?.path.join('.') || '?' };
  const { groupName = null, platform: said = platform, ...rest } = wire.data;
  if (said !== platform) return { field: 'platform' };
  if (rest.kind === 'recall' && rest.recalls === undefined) return { field: 'recalls' };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest;
  return {
    envelope: withForwardedWords({
      ...given,
      platform,
      sender: { id: rest.sender.id, name: rest.sender.name || rest.sender.id },
    } as Envelope),
    groupName,
  };
}

/** A place that is no JSON is undefined: told as a wrong one, while the others are taken. */
function partsOf(text: string): readonly unknown[] | null {
  const whole = parsed(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 ? lines.map(parsed) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function eventsOf({ envelope, groupName }: Read['envelopes'][number]): readonly ChatEvent[] {
  const named: readonly ChatEvent[] = groupName === null ? [] : [{ kind: 'group', id: envelope.group, name: groupName }];
  return [...named, { kind: 'message', envelope }];
}
