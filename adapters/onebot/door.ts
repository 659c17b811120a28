/** How connections come about: by dialling (forward) or by listening (reverse); each goes on for ever until it is closed. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import type { ChatProblem } from '../../src/adapter-kit.ts';
import { makePatience } from '../../src/adapter-kit.ts';
import type { ForwardSettings, ReverseSettings, Settings } from './settings.ts';

/** What travels on a connection: calls, events, or both. */
export type Role = 'universal' | 'api' | 'event';

export interface DoorKeeper {
  connected(socket: WebSocket, role: Role): void;
  /** No connection for now, and why. */
  shut(why: ChatProblem): void;
  /** Whether somebody who says to be this account may come in. */
  mayEnter(account: string | null): boolean;
}

export interface Door {
  /** Resolves when it is closed for good. */
  readonly over: Promise<void>;
}

const MOST_BYTES = 32 * 1024 * 1024;

export function openDoor(settings: Settings, token: string, keeper: DoorKeeper, stopped: AbortSignal): Door {
  return { over: settings.mode === 'forward' ? dial(settings, token, keeper, stopped) : listen(settings, token, keeper, stopped) };
}

/** A connection that ends sooner was none: an implementation that won't have us ends it at once. */
const LASTED_MS = 5_000;

async function dial(settings: ForwardSettings, token: string, keeper: DoorKeeper, stopped: AbortSignal): Promise<void> {
  const patience = makePatience(settings.retrySeconds * 1000, settings.retrySecondsMost * 1000, stopped);
  while (!stopped.aborted) {
    const began = performance.now();
    const why = await connect(settings, token, stopped, (socket) => keeper.connected(socket, 'universal'));
    if (why !== null) keeper.shut(why);
    else if (performance.now() - began > LASTED_MS) patience.rest();
    await patience.wait();
  }
}

/**
 * One try, and as long as it lasts; answers why it came to nothing. Opened, the socket is given over at once, before the first frame is
 * read. The token goes in a header and never into the address, which others might log.
 */
export async function connect(
  { url, timeoutSeconds }: ForwardSettings,
  token: string,
  stopped: AbortSignal,
  opened: (socket: WebSocket) => void,
): Promise<ChatProblem | null> {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const socket = new WebSocket(url, { headers, handshakeTimeout: timeoutSeconds * 1000, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const giveUp = (): void => socket.terminate();
  stopped.addEventListener('abort', giveUp);
  let why: ChatProblem | null = unreachable('closed');
  socket.once('open', () => {
    why = null;
    opened(socket);
  });
  socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
    const refused = statusCode === 401 || statusCode === 403;
    why = refused ? { code: 'chat.onebot.token-refused', facts: {} } : unreachable(`HTTP ${statusCode}`);
    socket.terminate();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (why?.facts['reason'] === 'closed') why = unreachable(error.code ?? 'no WebSocket');
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.once('close', resolve);
  await promise;
  stopped.removeEventListener('abort', giveUp);
  return why;
}

function unreachable(reason: string): ChatProblem {
  return { code: 'chat.onebot.unreachable', facts: { reason } };
}

async function listen(settings: ReverseSettings, token: string, keeper: DoorKeeper, stopped: AbortSignal): Promise<void> {
  const patience = makePatience(settings.retrySeconds * 1000, settings.retrySecondsMost * 1000, stopped);
  const facts = { port: String(settings.port) };
  while (!stopped.aborted) {
    const server = new WebSocketServer({
      host: settings.host,
      port: settings.port,
      maxPayload: MOST_BYTES,
      perMessageDeflate: false,
      verifyClient: ({ req }, answer) => {
        if (!hasToken(req, token)) return answer(false, 401);
        answer(keeper.mayEnter(headerOf(req, 'x-self-id')), 403);
      },
    });
    server.on('connection', (socket, request) => keeper.connected(socket, roleOf(request)));
    const ended = await serves(server, stopped, () => keeper.shut({ code: 'chat.onebot.waiting', facts }));
    if (ended === 'refused') keeper.shut({ code: 'chat.onebot.port-taken', facts });
    if (!stopped.aborted) await patience.wait();
  }
}

/** Serves until it is told to stop, or until the port can't be had. */
async function serves(server: WebSocketServer, stopped: AbortSignal, listening: () => void): Promise<'stopped' | 'refused'> {
  const { promise, resolve } = Promise.withResolvers<'stopped' | 'refused'>();
  const stop = (): void => {
    for (const client of server.clients) client.terminate();
    server.close(() => resolve('stopped'));
  };
  server.once('listening', () => {
    listening();
    if (stopped.aborted) stop();
    else stopped.addEventListener('abort', stop, { once: true });
  });
  server.on('error', () => resolve('refused'));
  return await promise.finally(() => stopped.removeEventListener('abort', stop));
}

function hasToken(request: IncomingMessage, token: string): boolean {
  if (token === '') return true;
  const given = /^(?:Bearer|Token)\s+(?<token>.+)$/iu.exec(request.headers.authorization ?? '')?.groups?.['token'];
  const asked = given ?? new URL(request.url ?? '/', 'http://x').searchParams.get('access_token') ?? '';
  const [one, other] = [Buffer.from(asked), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function roleOf(request: IncomingMessage): Role {
  const role = (headerOf(request, 'x-client-role') ?? '').toLowerCase();
  return role === 'api' || role === 'event' ? role : 'universal';
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
