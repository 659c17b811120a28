/** What qunyao.yaml may say of an inbox; the secret that signs comes from the environment alone. */
import { z } from 'zod';
import { type Mistake, mistakesIn } from '../../src/adapter-kit.ts';

const Settings = z.strictObject({
  kind: z.string().optional(),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.number().int().min(1).max(65_535).default(8791),
  /** For which platform it speaks: its messages, and no others, may be put in, under accounts of that platform. */
  platform: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/u)
    .default('webhook'),
  retrySeconds: z.number().min(0.01).max(60).default(1),
  retrySecondsMost: z.number().min(0.01).max(600).default(60),
});
export type Settings = z.infer<typeof Settings>;

/** So many characters make a secret that nobody guesses. */
const LEAST_SECRET = 16;

export function readSettings(raw: unknown, secret: string): { readonly settings: Settings } | { readonly mistakes: readonly Mistake[] } {
  const parsed = Settings.safeParse(raw ?? {});
  const weak =
    secret.length < LEAST_SECRET ? [{ at: 'SECRET', code: 'chat.webhook.secret-short', facts: { least: String(LEAST_SECRET) } }] : [];
  if (parsed.success) return weak.length > 0 ? { mistakes: weak } : { settings: parsed.data };
  return { mistakes: [...mistakesIn(parsed.error), ...weak] };
}
