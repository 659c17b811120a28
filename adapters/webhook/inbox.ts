/** One request from its first byte to its answer: bounded, checked, stored, and only then acknowledged. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatEvent, ChatSink, ChatSurroundings } from '../../src/adapter-kit.ts';
import { eventsOf, type Read, readBody } from './envelopes.ts';
import { refusalOf } from './signature.ts';

const MOST_BYTES = 1024 * 1024;
const MOST_KEYS = 20_000;

export interface InboxSettings {
  readonly path: string;
  readonly platform: string;
  readonly secret: string;
  readonly sink: ChatSink;
  readonly around: Pick<ChatSurroundings, 'now' | 'log'>;
  /** Whether the service is on its way down: then no line is kept open for more. */
  closing(): boolean;
  heard(): void;
  kept(is: boolean): void;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export function makeInbox(settings: InboxSettings): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { path, platform, secret, sink, around, closing, heard, kept } = settings;
  /** Keys that are durable, the last ones: what comes again is counted and not stored again. The store would ignore it too. */
  const known = new Set<string>();
  const names = new Map<string, string>();

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    if (new URL(request.url ?? '/', 'http://inbox').pathname !== path) return refuse(404, 'not-found');
    if (request.method !== 'POST') return { ...refuse(405, 'post-only'), headers: { allow: 'POST' } };
    const body = await bodyOf(request);
    if (body === null) return { ...refuse(413, 'too-large'), headers: { connection: 'close' } };
    const refusal = refusalOf(secret, header(request, 'x-qunyao-timestamp'), header(request, 'x-qunyao-signature'), body, around.now());
    if (refusal !== null) return refuse(401, refusal);
    heard();
    const read = readBody(body.toString('utf8'), platform);
    if (read === 'not-json') return refuse(400, read);
    return read === 'too-many' ? refuse(413, read) : await take(read);
  }

  async function take({ envelopes, rejected }: Read): Promise<Answer> {
    const fresh = new Map<string, Read['envelopes'][number]>();
    for (const one of envelopes) {
      const key = `${one.envelope.group}\u0000${one.envelope.id}`;
      if (!known.has(key) && !fresh.has(key)) fresh.set(key, one);
    }
    const events = [...fresh.values()].flatMap(eventsOf).filter(isNews);
    try {
      if (events.length > 0) await sink.accept(events);
    } catch {
      kept(false);
      around.log('warn', 'chat.hook-not-kept', { envelopes: fresh.size });
      return { ...refuse(503, 'not-kept'), headers: { 'retry-after': '5' } };
    }
    kept(true);
    for (const event of events) if (event.kind === 'group') names.set(event.id, event.name);
    for (const key of fresh.keys()) remember(key);
    return { status: 202, body: { accepted: fresh.size, duplicates: envelopes.length - fresh.size, rejected } };
  }

  function isNews(event: ChatEvent): boolean {
    return event.kind !== 'group' || names.get(event.id) !== event.name;
  }

  function remember(key: string): void {
    known.add(key);
    const [oldest] = known;
    if (known.size > MOST_KEYS && oldest !== undefined) known.delete(oldest);
  }

  return async (request, response) => {
    const { status, body, headers = {} } = await answerTo(request);
    if (status >= 400 && status !== 503) around.log('info', 'chat.hook-refused', { status, why: String(body['error']) });
    const last = closing() ? { connection: 'close' } : {};
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers, ...last });
    response.end(`${JSON.stringify(body)}\n`);
  };
}

function refuse(status: number, error: string): Answer {
  return { status, body: { error } };
}

/** Null where it is larger than anything that is taken; then the rest isn't read. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
