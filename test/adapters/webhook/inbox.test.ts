/** The inbox over real HTTP: who may put in what, and that only what is stored is acknowledged. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { kind } from '../../../adapters/webhook/index.ts';
import type { ChatAdapter } from '../../../src/adapter-kit.ts';
import { isWordCode } from '../../../src/cli/words.ts';
import { PATIENCE } from '../../kit/patience.ts';
import { type RecordedSurroundings, type RecordingSink, recordedSurroundings, recordingSink } from '../kit/surroundings.ts';

const SECRET = 'a-secret-that-nobody-may-see';

interface Open {
  readonly adapter: ChatAdapter;
  readonly sink: RecordingSink;
  readonly around: RecordedSurroundings;
  readonly url: string;
  readonly port: number;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function made(settings: object, around = recordedSurroundings()): ChatAdapter {
  const adapter = kind.make('tickets', settings, { SECRET }, around);
  if ('mistakes' in adapter) throw new Error(JSON.stringify(adapter.mistakes));
  return adapter;
}

async function open(settings: object = {}): Promise<Open> {
  const port = await freePort();
  const around = recordedSurroundings();
  const adapter = made({ port, ...settings }, around);
  const sink = recordingSink();
  await adapter.start(sink);
  onTestFinished(() => adapter.stop());
  return { adapter, sink, around, port, url: `http://127.0.0.1:${port}/hooks/tickets` };
}

function signed(body: string, at = Math.floor(Date.now() / 1000), secret = SECRET): Record<string, string> {
  const hex = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return { 'x-qunyao-timestamp': String(at), 'x-qunyao-signature': `v1=${hex}` };
}

async function post(url: string, body: string, headers = signed(body)): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(url, { method: 'POST', body, headers });
  return { status: response.status, answer: await response.json() };
}

function message(id: string, more: object = {}): object {
  const sender = { id: 'u7', name: '综治中心' };
  return { group: 'g1', id, sentAt: '2026-11-17T09:05:00+08:00', sender, kind: 'text', text: '请今天核实工单', ...more };
}

const post1 = async (url: string, ...messages: readonly object[]) => await post(url, JSON.stringify(messages));

describe('what is put in', () => {
  it('is handed in as it stands in the open format, with the group’s name', async () => {
    const { url, sink, adapter } = await open();
    const more = { groupName: '信访工单', mentions: ['*'], replyTo: 't0', file: { name: '台账.xlsx', size: 9, path: '/etc/passwd' } };
    expect(await post1(url, message('t1', more))).toEqual({ status: 202, answer: { accepted: 1, duplicates: 0, rejected: [] } });
    expect(sink.events).toEqual([
      { kind: 'group', id: 'g1', name: '信访工单' },
      {
        kind: 'message',
        envelope: {
          platform: 'webhook',
          group: 'g1',
          id: 't1',
          sentAt: Date.parse('2026-11-17T09:05:00+08:00'),
          sender: { id: 'u7', name: '综治中心' },
          kind: 'text',
          text: '请今天核实工单',
          mentions: ['*'],
          replyTo: 't0',
          file: { name: '台账.xlsx', size: 9 },
        },
      },
    ]);
    expect(adapter.health()).toMatchObject({ state: 'up', lastHeardAt: expect.any(Number) });
  });

  it('may be one message, or one a line, of which a broken one spoils no other', async () => {
    const { url } = await open();
    expect(await post(url, JSON.stringify(message('t1')))).toMatchObject({ answer: { accepted: 1 } });
    const lines = [JSON.stringify(message('t2')), '{"group":', JSON.stringify(message('t3'))].join('\n');
    expect(await post(url, lines)).toMatchObject({ status: 202, answer: { accepted: 2, rejected: [{ index: 1, field: '?' }] } });
  });

  it('edits and recalls name what they concern', async () => {
    const { url, sink } = await open();
    await post1(url, message('t2', { edits: 't1' }), message('t3', { kind: 'recall', recalls: 't1', text: undefined }));
    const envelopes = sink.events.map((event) => (event.kind === 'message' ? event.envelope : null));
    expect(envelopes).toMatchObject([{ edits: 't1' }, { kind: 'recall', recalls: 't1', text: '' }]);
  });

  it('is read by the lines that it forwards where it has no words of its own', async () => {
    const { url, sink } = await open();
    await post1(url, message('t1', { text: '', forwarded: [{ sender: '县农业局', text: '请上报台账' }] }));
    expect(sink.events).toMatchObject([{ envelope: { kind: 'text', text: '请上报台账', forwarded: [{ sender: '县农业局' }] } }]);
  });

  it('is rejected by its index and field, never by its words', async () => {
    const { url, sink } = await open();
    const wrong = [
      message('t1', { sentAt: '2026-11-17 09:05' }),
      message('t2', { platform: 'telegram' }),
      message('t3', { kind: 'spell' }),
      message('t4', { kind: 'recall' }),
      message('t\u00005'),
      message('t6', { sender: { name: '无号' } }),
      message('t7', { text: 7 }),
      null,
      message('t8', { sentAt: '2126-11-17T09:05:00+08:00' }),
    ];
    expect(await post1(url, message('t0'), ...(wrong as object[]))).toEqual({
      status: 202,
      answer: {
        accepted: 1,
        duplicates: 0,
        rejected: ['sentAt', 'platform', 'kind', 'recalls', 'id', 'sender.id', 'text', '?', 'sentAt'].map((field, at) => ({
          index: at + 1,
          field,
        })),
      },
    });
    expect(sink.events).toHaveLength(1);
  });

  it('comes again without harm', async () => {
    const { url, sink } = await open();
    const body = JSON.stringify([message('t1'), message('t2'), message('t1')]);
    const headers = signed(body);
    expect((await post(url, body, headers)).answer).toEqual({ accepted: 2, duplicates: 1, rejected: [] });
    expect((await post(url, body, headers)).answer).toEqual({ accepted: 0, duplicates: 3, rejected: [] });
    expect(sink.events).toHaveLength(2);
  });

  it('speaks for the platform that is set, and for no other', async () => {
    const { url, sink, adapter } = await open({ platform: 'dingtalk' });
    expect(await post1(url, message('t1'), message('t2', { platform: 'webhook' }))).toMatchObject({ answer: { accepted: 1 } });
    expect(sink.events[0]).toMatchObject({ envelope: { platform: 'dingtalk' } });
    expect(adapter.platform).toBe('dingtalk');
  });
});

describe('who may', () => {
  it.each<readonly [string, (body: string) => Record<string, string>, string]>([
    ['no signature', () => ({}), 'no-signature'],
    ['another secret', (body) => signed(body, undefined, 'another-secret-altogether'), 'wrong-signature'],
    ['another body', (body) => signed(`${body} `), 'wrong-signature'],
    ['another time than signed', (body) => ({ ...signed(body), 'x-qunyao-timestamp': '1' }), 'wrong-signature'],
    ['six minutes ago', (body) => signed(body, Math.floor(Date.now() / 1000) - 360), 'stale'],
    ['in six minutes', (body) => signed(body, Math.floor(Date.now() / 1000) + 360), 'stale'],
  ])('%s is refused', async (_name, headers, error) => {
    const { url, sink } = await open();
    const body = JSON.stringify(message('t1'));
    expect(await post(url, body, headers(body))).toEqual({ status: 401, answer: { error } });
    expect(sink.asked()).toBe(0);
  });

  it('another path, another method, too much, too many, no JSON', async () => {
    const { url } = await open();
    expect((await post(`${url}2`, '{}')).status).toBe(404);
    expect((await fetch(url)).status).toBe(405);
    const many = JSON.stringify(Array.from({ length: 501 }, (_, index) => message(`t${index}`)));
    expect(await post(url, many)).toEqual({ status: 413, answer: { error: 'too-many' } });
    expect(await post(url, '{"group":')).toEqual({ status: 400, answer: { error: 'not-json' } });
    const large = await post(url, ' '.repeat(1024 * 1024 + 1)).catch(() => ({ status: 413, answer: null }));
    expect(large.status).toBe(413);
    expect((await post1(url, message('t1'))).status).toBe(202);
  });
});

describe('what is acknowledged', () => {
  it('is stored: a store that refuses answers 503, and the same request is taken later', async () => {
    const { url, sink, adapter } = await open();
    sink.refuse(1);
    const body = JSON.stringify(message('t1'));
    const headers = signed(body);
    expect(await post(url, body, headers)).toEqual({ status: 503, answer: { error: 'not-kept' } });
    expect(adapter.health()).toMatchObject({ state: 'degraded', why: { code: 'chat.webhook.not-kept' } });
    expect(await post(url, body, headers)).toMatchObject({ status: 202, answer: { accepted: 1 } });
    expect(adapter.health().state).toBe('up');
  });

  it('waits for the store, also when the service stops in between', async () => {
    const { url, sink, adapter, port } = await open();
    const release = sink.hold();
    const answer = post1(url, message('t1'));
    await vi.waitFor(() => expect(sink.asked()).toBe(1), PATIENCE);
    const stopped = adapter.stop();
    const still = await Promise.race([answer, new Promise((done) => setTimeout(() => done('waiting'), 50))]);
    expect(still).toBe('waiting');
    release();
    expect(await answer).toMatchObject({ status: 202, answer: { accepted: 1 } });
    await stopped;
    expect(await post1(`http://127.0.0.1:${port}/hooks/tickets`, message('t2')).catch(() => 'closed')).toBe('closed');
  });

  it('who hangs up in the middle leaves nothing behind', async () => {
    const { url, sink, port, adapter } = await open();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST /hooks/tickets HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"group":');
    socket.destroy();
    expect((await post1(url, message('t1'))).status).toBe(202);
    expect(sink.events).toHaveLength(1);
    await adapter.stop();
  });
});

describe('what it is', () => {
  it('an inbox: it sends nothing, and knows no members', async () => {
    const { adapter } = await open();
    expect(await adapter.send({ key: 'k', target: { to: 'person', id: 'u7' }, text: '日要' })).toMatchObject({
      outcome: 'failed',
      closed: true,
    });
    expect(await adapter.membersAmong('g1', ['u7'])).toBeNull();
    expect(adapter.traits).toMatchObject({ sendsDirect: false, readsAll: true });
  });

  it('a port that is taken is told, and had as soon as it is free', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const adapter = made({ port, retrySeconds: 0.02, retrySecondsMost: 0.05 });
    onTestFinished(() => adapter.stop());
    expect(await adapter.check()).toMatchObject([{ good: false, code: 'chat.webhook.port-taken' }]);
    await adapter.start(recordingSink());
    expect(adapter.health()).toMatchObject({ state: 'down', why: { code: 'chat.webhook.port-taken' } });
    squatter.close();
    await vi.waitFor(() => expect(adapter.health().state).toBe('up'), PATIENCE);
    expect(await adapter.check()).toMatchObject([{ good: true, code: 'chat.webhook.open' }]);
  });

  it('mistakes in its settings, with their places', () => {
    const mistaken = kind.make('tickets', { port: 0, ports: 1 }, { SECRET: 'short' }, recordedSurroundings());
    expect(mistaken).toMatchObject({ mistakes: [{ at: 'port' }, { at: 'ports' }, { at: 'SECRET' }] });
    if ('mistakes' in mistaken) expect(mistaken.mistakes.filter(({ code }) => !isWordCode(code))).toEqual([]);
  });

  it('tells no secret and no word in its logs', async () => {
    const { url, around, sink } = await open();
    await post1(url, message('t1', { text: '谁也不许看见的话' }));
    sink.refuse(1);
    await post1(url, message('t2', { text: '谁也不许看见的话' }));
    await post(url, '谁也不许看见的话');
    await post(url, '{}', signed('x'));
    expect(around.lines.length).toBeGreaterThan(2);
    expect(around.lines.join().includes('谁也不许') || around.lines.join().includes(SECRET)).toBe(false);
  });
});
