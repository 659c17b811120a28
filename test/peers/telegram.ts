/**
 * A server that speaks the Bot API over HTTP, with people behind it whom a test, or a scripted day, makes speak. It does what the real
 * one does (long polling, confirmation by offset, limits, its refusals in its own words) and what the real one does on bad days:
 * see faults.ts. Everything that the bot sends is recorded, so that doubles are seen.
 *
 * In a process of its own: `node test/peers/telegram.ts [PORT] [TOKEN]` prints {"url","token"} as its first line, and takes orders as
 * POST /control/NAME with the arguments as a JSON array, where NAME is one of the script's, or `sent`, `calls`, `pressed`, `polling`.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Fault, makeFaults } from './telegram/faults.ts';
import { type Limits, makeLimiter } from './telegram/limits.ts';
import { METHODS, type Params, type Sent, type Served } from './telegram/methods.ts';
import { makePolling } from './telegram/polling.ts';
import { makeScript, type Script } from './telegram/script.ts';
import { type Answer, refused } from './telegram/wire.ts';
import { makeWorld } from './telegram/world.ts';

export type { Fault, Limits, Script, Sent };

export interface TelegramPeer {
  /** The root that a bot is pointed at. */
  readonly url: string;
  readonly token: string;
  /** The bot's own account. */
  readonly bot: number;
  readonly script: Script;
  /** In the order in which they were taken, those included whose answer was lost. */
  readonly sent: readonly Sent[];
  /** Callback queries that the bot has answered. */
  readonly pressed: readonly { readonly id: string; readonly text: string }[];
  /** How often each method was called, those calls included that met a fault. */
  readonly calls: ReadonlyMap<string, number>;
  /** How many getUpdates wait at this moment. */
  polling(): number;
  /** Cuts every connection and refuses new ones. */
  offline(): Promise<void>;
  online(): Promise<void>;
  close(): Promise<void>;
}

export interface PeerOptions {
  readonly token?: string;
  readonly port?: number;
  readonly now?: () => number;
  readonly limits?: Limits;
  readonly seed?: number;
  readonly firstUpdateId?: number;
}

export async function startTelegramPeer(options: PeerOptions = {}): Promise<TelegramPeer> {
  const { token = '424242:peer-token-that-nobody-may-see', now = Date.now, limits = {}, seed = 1, firstUpdateId = 900_000 } = options;
  const bot = { id: Number(token.split(':')[0]), is_bot: true, first_name: '群要', username: 'qunyao_bot' };
  const world = makeWorld(bot, now, firstUpdateId);
  const faults = makeFaults(seed);
  const limiter = makeLimiter(limits);
  const served: Served = { world, limiter, sent: [], pressed: [], commands: { value: [] }, nowMs: now };
  const polling = makePolling(world);
  const calls = new Map<string, number>();
  const script = makeScript(world, faults, limiter);

  async function carryOut(method: string, params: Params): Promise<Answer> {
    if (method === 'getUpdates') return await polling.getUpdates(params);
    return METHODS[method]?.(served, params) ?? refused(404, 'Not Found');
  }

  async function call(method: string, params: Params, response: ServerResponse): Promise<void> {
    calls.set(method, (calls.get(method) ?? 0) + 1);
    const fault = faults.meet(method, typeof params['chat_id'] === 'number' ? params['chat_id'] : null);
    if (fault === null) return answer(response, await carryOut(method, params));
    const carried = fault.taken === true || fault.as.kind === 'delay' ? await carryOut(method, params) : null;
    await fail(fault, carried, response);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://peer');
    const method = /^\/bot[^/]+\/(\w+)$/u.exec(url.pathname)?.[1] ?? '';
    const params = { ...Object.fromEntries(url.searchParams), ...(await readParams(request)) };
    if (url.pathname.startsWith('/control/')) return answer(response, await control(url.pathname.slice(9), params));
    const file = url.pathname.startsWith(`/file/bot${token}/documents/`)
      ? world.files.get(decodeURIComponent(url.pathname.split('/').at(-1) ?? ''))
      : undefined;
    if (file !== undefined) return void response.end(file);
    if (!url.pathname.startsWith(`/bot${token}/`)) return answer(response, refused(401, 'Unauthorized'));
    await call(method, params, response);
  }

  async function control(name: string, params: Params): Promise<Answer> {
    const args: unknown = params['args'] ?? [];
    const orders: Readonly<Record<string, unknown>> = { ...script, ...shown };
    const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
    if (typeof order !== 'function' || !Array.isArray(args)) return refused(404, 'no such order');
    const result: unknown = await order(...args);
    return { ok: true, result: result ?? null };
  }
  const shown = {
    sent: () => served.sent,
    calls: () => Object.fromEntries(calls),
    pressed: () => served.pressed,
    polling: () => polling.waiting(),
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => answer(response, refused(400, `Bad Request: ${String(error)}`)));
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server, options.port ?? 0);
  async function offline(): Promise<void> {
    if (!server.listening) return;
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    polling.end();
    await closed;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    bot: bot.id,
    script,
    sent: served.sent,
    pressed: served.pressed,
    calls,
    polling: () => polling.waiting(),
    offline,
    async online() {
      if (!server.listening) await listen(server, port);
    },
    close: offline,
  };
}

async function fail({ as }: Fault, carried: Answer | null, response: ServerResponse): Promise<void> {
  switch (as.kind) {
    case 'refuse': {
      const description = as.description ?? (as.code === 429 ? `Too Many Requests: retry after ${as.retryAfter ?? 1}` : `Fault ${as.code}`);
      return answer(response, refused(as.code, description, as.retryAfter === undefined ? undefined : { retry_after: as.retryAfter }));
    }
    case 'page':
      response.writeHead(as.code, { 'content-type': 'text/html' });
      return void response.end(`<html><body><h1>${as.code}</h1></body></html>`);
    case 'cut':
      return void response.destroy();
    case 'silence':
      return;
    case 'delay':
      await new Promise((done) => setTimeout(done, as.ms));
      return answer(response, carried ?? refused(500, 'Internal Server Error'));
  }
}

function answer(response: ServerResponse, told: Answer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(told.ok ? 200 : told.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(told));
}

/** JSON or a form; an array, as orders come, stands under `args`. */
async function readParams(request: IncomingMessage): Promise<Params> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  if (body === '') return {};
  if (request.headers['content-type']?.includes('urlencoded') === true) return Object.fromEntries(new URLSearchParams(body));
  const read: unknown = JSON.parse(body);
  return Array.isArray(read) ? { args: read } : (read as Params);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

if (import.meta.main) {
  const [port = '0', token] = process.argv.slice(2);
  const peer = await startTelegramPeer({ port: Number(port), ...(token === undefined ? {} : { token }) });
  process.stdout.write(`${JSON.stringify({ url: peer.url, token: peer.token })}\n`);
}
