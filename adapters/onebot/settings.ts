/** What qunyao.yaml may say of a OneBot account; its access token comes from the environment alone. */
import { z } from 'zod';
import { type Mistake, mistakesIn } from '../../src/adapter-kit.ts';

const Shared = {
  kind: z.string().optional(),
  /** Whether the implementation is set to report the account's own messages: then each text that goes out is proved by its coming back. */
  reportsSelf: z.boolean().default(false),
  /** After so many seconds without an answer a call is given up; whether it was carried out isn't known then. */
  timeoutSeconds: z.number().min(0.05).max(300).default(20),
  /** A connection on which so long nothing was heard, not even a heartbeat, is taken for dead. */
  silenceSeconds: z.number().min(0.2).max(600).default(90),
  /** After a failure it tries again after so many seconds, then twice as many, up to the most. */
  retrySeconds: z.number().min(0.01).max(60).default(1),
  retrySecondsMost: z.number().min(0.01).max(600).default(60),
};

const Settings = z.discriminatedUnion('mode', [
  /** We connect to the implementation. */
  z.strictObject({ ...Shared, mode: z.literal('forward'), url: z.url({ protocol: /^wss?$/u }).default('ws://127.0.0.1:3001') }),
  /** The implementation connects to us. */
  z.strictObject({
    ...Shared,
    mode: z.literal('reverse'),
    host: z.string().min(1).default('127.0.0.1'),
    port: z.number().int().min(1).max(65_535).default(8792),
  }),
]);
export type Settings = z.infer<typeof Settings>;
export type ForwardSettings = Extract<Settings, { mode: 'forward' }>;
export type ReverseSettings = Extract<Settings, { mode: 'reverse' }>;

export function readSettings(raw: unknown, token: string): { readonly settings: Settings } | { readonly mistakes: readonly Mistake[] } {
  const given = typeof raw === 'object' && raw !== null ? raw : {};
  const parsed = Settings.safeParse('mode' in given ? given : { ...given, mode: 'forward' });
  if (!parsed.success) return { mistakes: mistakesIn(parsed.error) };
  const { data: settings } = parsed;
  if (settings.mode === 'reverse' && token === '' && !isLoopback(settings.host))
    return { mistakes: [{ at: 'TOKEN', code: 'chat.onebot.token-needed', facts: { host: settings.host } }] };
  return { settings };
}

/** Only programs of the same machine get there. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./u.test(host);
}
