/**
 * A signed inbox over HTTP, for whatever can post JSON: POST /hooks/NAME. It listens (this file), checks who asks (signature.ts), reads
 * (envelopes.ts) and acknowledges what is stored (inbox.ts). It can't send.
 */
import { createServer, type Server } from 'node:http';
import type { ChatAdapter, ChatAdapterKind, ChatSink, ChatSurroundings, ChatTraits, Condition } from '../../src/adapter-kit.ts';
import { makeHealthKeeper, makePatience } from '../../src/adapter-kit.ts';
import { makeInbox } from './inbox.ts';
import { readSettings, type Settings } from './settings.ts';

const PACE = { burst: 1, everyMs: 1000 };
const TRAITS: ChatTraits = {
  readsAll: true,
  sendsDirect: false,
  tellsEdits: true,
  tellsRecalls: true,
  hasButtons: false,
  longest: { unit: 'characters', most: 4000 },
  proof: 'none',
  pace: { account: PACE, person: PACE, group: PACE },
};

/** Whoever takes longer to send a megabyte is no program of ours. */
const REQUEST_MS = 15_000;

export const kind: ChatAdapterKind = {
  platform: 'webhook',
  secrets: [{ name: 'SECRET', needed: true }],
  make(name, raw, secrets, around) {
    const secret = secrets['SECRET'] ?? '';
    const read = readSettings(raw, secret);
    return 'mistakes' in read ? read : makeAdapter(name, read.settings, secret, around);
  },
};

function makeAdapter(name: string, settings: Settings, secret: string, around: ChatSurroundings): ChatAdapter {
  const { host, port, platform } = settings;
  const path = `/hooks/${name}`;
  const stopping = new AbortController();
  let listening = false;
  let state: 'starting' | 'begun' | 'stopped' = 'starting';
  let over: Promise<void> = Promise.resolve();
  const at = { port: String(port) };
  const health = makeHealthKeeper(around, 'chat.webhook.not-kept', condition);

  function condition(): Condition {
    if (state === 'starting') return 'starting';
    if (state === 'stopped') return { state: 'down', why: { code: 'chat.webhook.stopped', facts: {} } };
    return listening ? 'up' : { state: 'down', why: { code: 'chat.webhook.port-taken', facts: at } };
  }

  function serverFor(sink: ChatSink): Server {
    const inbox = makeInbox({
      path,
      platform,
      secret,
      sink,
      around,
      closing: () => stopping.signal.aborted,
      heard: health.heard,
      kept: health.kept,
    });
    return createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
      // Whoever hangs up in the middle is owed no answer.
      inbox(request, response).catch(() => response.destroy());
    });
  }

  /** Listens until it is stopped; a port that can't be had is tried for again and again. */
  async function serve(sink: ChatSink, first: () => void): Promise<void> {
    const patience = makePatience(settings.retrySeconds * 1000, settings.retrySecondsMost * 1000, stopping.signal);
    while (!stopping.signal.aborted) {
      const server = serverFor(sink);
      listening = await opens(server, host, port);
      state = 'begun';
      health.changed();
      around.log(listening ? 'info' : 'warn', listening ? 'chat.hook-open' : 'chat.hook-port-taken', { port });
      first();
      if (listening) await closes(server, stopping.signal);
      else await patience.wait();
      listening = false;
    }
  }

  return {
    name,
    platform,
    traits: TRAITS,
    start(sink) {
      const { promise, resolve } = Promise.withResolvers<void>();
      over = serve(sink, resolve);
      return promise;
    },
    send: async () => ({ outcome: 'failed', closed: true, why: 'an inbox sends nothing' }),
    health: health.now,
    async check() {
      const facts = { address: `http://${host}:${port}${path}` };
      if (listening) return [{ good: true, code: 'chat.webhook.open', facts }];
      const probe = createServer();
      const free = await opens(probe, host, port);
      if (free) await new Promise((done) => probe.close(done));
      return [free ? { good: true, code: 'chat.webhook.port-free', facts } : { good: false, code: 'chat.webhook.port-taken', facts: at }];
    },
    membersAmong: async () => null,
    async stop() {
      stopping.abort();
      await over;
      state = 'stopped';
    },
  };
}

function opens(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, host, () => done(true));
  });
}

/** Requests that are being stored are still answered; lines on which nothing is asked are closed. */
async function closes(server: Server, stopped: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const close = (): void => {
    server.close(() => resolve());
    server.closeIdleConnections();
  };
  if (stopped.aborted) close();
  else stopped.addEventListener('abort', close, { once: true });
  await promise;
}
