/**
 * HTTP for the Bot API. What matters after a failed send is whether the request can have arrived; a library that hides its socket can't
 * tell, so this one says: `reached` is false as long as the connection, TLS included, has not come up.
 */
import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';

export class CallFailure extends Error {
  readonly reached: boolean;
  /** Such as ECONNREFUSED; never the address, which holds the token. */
  readonly reason: string;
  constructor(reached: boolean, reason: string) {
    super(`no answer: ${reason}`);
    this.name = 'CallFailure';
    this.reached = reached;
    this.reason = reason;
  }
}

export interface Transport {
  /** Answers with the body's JSON, or with a refusal of the same shape where the body is none. */
  call(url: string, body: string, timeoutMs: number, signal?: AbortSignal): Promise<unknown>;
  close(): void;
}

/** Idle connections are dropped before the other side does it, perhaps just while a text goes out. */
const IDLE_MS = 5_000;
/** No answer of the API comes near this. */
const MOST_BYTES = 32 * 1024 * 1024;

export function makeTransport(root: string, proxy: string | undefined): Transport {
  const secure = root.startsWith('https:');
  const proxyEnv = proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } };
  const options = { keepAlive: true, timeout: IDLE_MS, ...proxyEnv };
  const agent = secure ? new HttpsAgent(options) : new HttpAgent(options);
  const begin = secure ? httpsRequest : httpRequest;
  return {
    async call(url, body, timeoutMs, signal) {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const request = begin(url, { method: 'POST', agent, headers });
      const state = { reached: false };
      watchConnection(request, state);
      const timer = setTimeout(() => request.destroy(named('timeout')), timeoutMs);
      const abort = () => request.destroy(named('aborted'));
      signal?.addEventListener('abort', abort);
      try {
        if (signal?.aborted === true) throw named('aborted');
        return await answerOf(request, body);
      } catch (error) {
        request.destroy();
        throw new CallFailure(state.reached, codeOf(error));
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
    close: () => agent.destroy(),
  };
}

function watchConnection(request: ClientRequest, state: { reached: boolean }): void {
  request.once('socket', (socket: Socket & { secureConnecting?: boolean }) => {
    const event = socket.secureConnecting === undefined ? 'connect' : 'secureConnect';
    if (!socket.connecting && socket.secureConnecting !== true) state.reached = true;
    else
      socket.once(event, () => {
        state.reached = true;
      });
  });
}

async function answerOf(request: ClientRequest, body: string): Promise<unknown> {
  const response = await new Promise<IncomingMessage>((done, failed) => {
    request.on('response', done).on('error', failed);
    request.end(body);
  });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    size += (part as Buffer).byteLength;
    if (size > MOST_BYTES) throw named('too-long');
    parts.push(part as Buffer);
  }
  const status = response.statusCode ?? 500;
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    // A gateway's page. One that says "fine" and isn't JSON is no answer at all.
    return { ok: false, error_code: status < 400 ? 502 : status, description: 'no answer of the API' };
  }
}

function named(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[\w-]{1,40}$/u.test(code) ? code : 'broken';
}
