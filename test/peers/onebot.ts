/**
 * A OneBot v11 implementation with people behind it whom a test, or a scripted day, makes speak: as a WebSocket server that a bot dials,
 * or as a client that dials the bot. It keeps a history, answers calls as implementations do, and fails as they do on bad days.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { makeOneBotWorld, type OneBotWorld } from './onebot/world.ts';

export interface OneBotPeer {
  /** Where a bot dials it; of a peer that dials by itself, where it dials to. */
  readonly url: string;
  readonly world: OneBotWorld;
  /** Whether a line is open on which the bot has asked who it is. */
  greeted(): boolean;
  /** How many lines there were so far. */
  lines(): number;
  /** Resolves when all that was said has come in at the other end. */
  received(): Promise<void>;
  /** Cuts the line and has none until `online`. */
  offline(): Promise<void>;
  online(): Promise<void>;
  close(): Promise<void>;
}

export interface OneBotServerOptions {
  readonly token?: string;
  readonly port?: number;
  readonly now?: () => number;
  /** How a wrong token is refused: at the door, or as some implementations do, inside. */
  readonly refuses?: 'outside' | 'inside';
}

export async function startOneBotServer({
  token = '',
  port = 0,
  now = Date.now,
  refuses = 'outside',
}: OneBotServerOptions = {}): Promise<OneBotPeer> {
  const world = makeOneBotWorld('10001', now);
  const line = makeLine(world);
  const allowed = (given: string | undefined): boolean => token === '' || given === `Bearer ${token}`;
  let server = await listen(port);

  async function listen(at: number): Promise<WebSocketServer> {
    const made = new WebSocketServer({
      host: '127.0.0.1',
      port: at,
      verifyClient: ({ req }, answer) => answer(refuses === 'inside' || allowed(req.headers.authorization), 401),
    });
    made.on('connection', (socket, request) => {
      if (allowed(request.headers.authorization)) return line.take(socket);
      socket.send(JSON.stringify({ status: 'failed', retcode: 1403, data: null, message: 'token验证失败', echo: null }));
      socket.close();
    });
    await once(made, 'listening');
    return made;
  }

  async function stop(): Promise<void> {
    line.cut();
    for (const client of server.clients) client.terminate();
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  const { port: at } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${at}`,
    world,
    greeted: line.greeted,
    lines: line.lines,
    received: line.received,
    offline: stop,
    async online() {
      server = await listen(at);
    },
    close: () => stop().catch(() => undefined),
  };
}

export interface OneBotClientOptions {
  readonly url: string;
  readonly token?: string;
  readonly selfId?: string;
}

/** Dials the bot until it is let in, as implementations do. */
export function startOneBotClient({
  url,
  token = '',
  selfId = '10001',
}: OneBotClientOptions): OneBotPeer & { readonly refused: () => number } {
  const world = makeOneBotWorld(selfId);
  const line = makeLine(world);
  let [refused, wanted] = [0, true];
  let timer: NodeJS.Timeout | undefined;
  let socket: WebSocket | null = null;

  function dial(): void {
    if (!wanted) return;
    const headers = { 'x-self-id': selfId, 'x-client-role': 'Universal', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
    const next = new WebSocket(url, { headers });
    socket = next;
    next.on('unexpected-response', () => {
      refused++;
      next.terminate();
    });
    next.on('error', () => undefined);
    next.on('open', () => line.take(next));
    next.on('close', () => {
      if (socket === next) timer = setTimeout(dial, 20);
    });
  }

  async function stop(): Promise<void> {
    wanted = false;
    clearTimeout(timer);
    const open = socket;
    socket = null;
    open?.terminate();
    line.cut();
  }

  dial();
  return {
    url,
    world,
    greeted: line.greeted,
    lines: line.lines,
    received: line.received,
    refused: () => refused,
    offline: stop,
    async online() {
      wanted = true;
      dial();
    },
    close: stop,
  };
}

/** The one open line: events go out on it, calls come in. */
function makeLine(world: OneBotWorld) {
  let open: WebSocket | null = null;
  let [greeted, lines] = [false, 0];
  world.onEvent((event) => {
    if (open?.readyState === WebSocket.OPEN) open.send(typeof event === 'string' ? event : JSON.stringify(event));
  });
  world.onDeaf(() => open?.pause());
  return {
    greeted: () => greeted && open?.readyState === WebSocket.OPEN,
    lines: () => lines,
    async received(): Promise<void> {
      const socket = open;
      if (socket?.readyState !== WebSocket.OPEN) return;
      // A pong comes behind everything that was sent before the ping.
      const answered = new AbortController();
      const { signal } = answered;
      const either = Promise.race([once(socket, 'pong', { signal }), once(socket, 'close', { signal })]);
      socket.ping();
      await either;
      answered.abort();
    },
    cut(): void {
      open?.terminate();
      open = null;
      greeted = false;
    },
    take(socket: WebSocket): void {
      open = socket;
      greeted = false;
      lines++;
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (open === socket) greeted = false;
      });
      socket.send(JSON.stringify(world.meta('lifecycle', { sub_type: 'connect' })));
      socket.on('message', (data) => {
        const call = JSON.parse(String(data)) as { action: string; params: Record<string, unknown>; echo: unknown };
        if (call.action === 'get_login_info') greeted = true;
        const answer = world.call(call.action, call.params);
        if (answer === 'cut') socket.terminate();
        else if (answer !== 'silence') socket.send(JSON.stringify({ ...answer, echo: call.echo }));
      });
    },
  };
}
