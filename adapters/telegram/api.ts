/** grammy's typed methods over our own transport, with the failures that the rest of the adapter speaks of. */
import { Api, GrammyError, HttpError } from 'grammy';
import type { Settings } from './settings.ts';
import { CallFailure, makeTransport } from './transport.ts';

export interface BotApi {
  readonly methods: Api['raw'];
  close(): void;
}

/** A call that came to nothing: refused by the platform, or without an answer. */
export type ApiProblem =
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly description: string;
      readonly retryAfterMs: number | null;
      readonly movedTo: string | null;
    }
  | { readonly kind: 'unanswered'; readonly reached: boolean; readonly reason: string };

/** A poll is answered late on purpose. */
const POLL_GRACE_MS = 15_000;

/** What only listens is broken off when the bot stops; a text that is on its way is not. */
const LISTENING = /\/(?:getUpdates|getMe|deleteWebhook|answerCallbackQuery)$/u;

export function makeApi(token: string, settings: Settings, stopped: AbortSignal): BotApi {
  const transport = makeTransport(settings.apiRoot, settings.proxy);
  const timeoutMs = settings.timeoutSeconds * 1000;
  const pollMs = settings.pollSeconds * 1000 + Math.min(POLL_GRACE_MS, timeoutMs);
  async function fetchJson(url: string, { body }: { body: string }): Promise<{ json(): Promise<unknown> }> {
    const answer = await transport.call(
      url,
      body,
      url.endsWith('/getUpdates') ? pollMs : timeoutMs,
      LISTENING.test(url) ? stopped : undefined,
    );
    return { json: async () => answer };
  }
  // grammy types its fetch as that of node-fetch, of which it uses no more than this.
  const { raw } = new Api(token, { apiRoot: settings.apiRoot, fetch: fetchJson as unknown as typeof fetch });
  return { methods: raw, close: () => transport.close() };
}

export function problemOf(error: unknown): ApiProblem {
  if (error instanceof GrammyError) {
    const { retry_after: seconds, migrate_to_chat_id: moved } = error.parameters;
    return {
      kind: 'refused',
      code: error.error_code,
      description: String(error.description),
      retryAfterMs: seconds === undefined ? null : seconds * 1000,
      movedTo: moved === undefined ? null : String(moved),
    };
  }
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof CallFailure) return { kind: 'unanswered', reached: cause.reached, reason: cause.reason };
  return { kind: 'unanswered', reached: true, reason: 'broken' };
}
