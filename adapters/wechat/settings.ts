/** What qunyao.yaml may say of a WeChat account; a puppet service's token comes from the environment alone. */
import { z } from 'zod';
import { type Mistake, mistakesIn } from '../../src/adapter-kit.ts';

const Settings = z.strictObject({
  kind: z.string().optional(),
  /** The npm package of the puppet that speaks to WeChat, or the path of a module. */
  puppet: z.string().min(1).default('wechaty-puppet-service'),
  puppetOptions: z.record(z.string(), z.unknown()).default({}),
  /** Where the login is kept over restarts. */
  folder: z.string().min(1).default('.'),
  /** Whether the puppet shows the account's own messages: then each text is proved by its coming back. */
  reportsSelf: z.boolean().default(true),
  /** So long an own message is waited for before the outcome is called unknown. */
  echoSeconds: z.number().min(0.05).max(120).default(20),
  /** After so many seconds without an answer a call is given up. */
  timeoutSeconds: z.number().min(0.05).max(300).default(30),
  /** A child process of which so long nothing was heard hangs, and is ended. */
  silenceSeconds: z.number().min(0.5).max(600).default(60),
  retrySeconds: z.number().min(0.01).max(600).default(5),
  retrySecondsMost: z.number().min(0.01).max(3600).default(300),
});
export type Settings = z.infer<typeof Settings>;

export function readSettings(raw: unknown): { readonly settings: Settings } | { readonly mistakes: readonly Mistake[] } {
  const parsed = Settings.safeParse(raw ?? {});
  return parsed.success ? { settings: parsed.data } : { mistakes: mistakesIn(parsed.error) };
}
