/** What qunyao.yaml may say of a Telegram bot; the token comes from the environment alone. */
import { z } from 'zod';
import { type Mistake, mistakesIn } from '../../src/adapter-kit.ts';

const Address = z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, ''));

const Settings = z.strictObject({
  kind: z.string().optional(),
  /** Another server that speaks the Bot API: a local one, or a relay. */
  apiRoot: Address.default('https://api.telegram.org'),
  /** An HTTP proxy, where Telegram can't be reached otherwise. */
  proxy: Address.optional(),
  /** How long one question for news may stay open. */
  pollSeconds: z.number().min(1).max(50).default(30),
  /** After so many seconds without an answer a call is given up. */
  timeoutSeconds: z.number().min(0.05).max(300).default(30),
  /** After a failure it tries again after so many seconds, then twice as many, up to the most. */
  retrySeconds: z.number().min(0.01).max(60).default(1),
  retrySecondsMost: z.number().min(0.01).max(600).default(60),
});
export type Settings = z.infer<typeof Settings>;

export function readSettings(raw: unknown): { readonly settings: Settings } | { readonly mistakes: readonly Mistake[] } {
  const parsed = Settings.safeParse(raw ?? {});
  return parsed.success ? { settings: parsed.data } : { mistakes: mistakesIn(parsed.error) };
}

/** As BotFather gives it: the bot's number, a colon, the secret. */
export function isToken(token: string): boolean {
  return /^\d{3,20}:[\w-]{10,100}$/u.test(token);
}
