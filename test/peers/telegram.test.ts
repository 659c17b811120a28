/** The peer does what the Bot API does, or the proofs that stand on it prove nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PATIENCE } from '../kit/patience.ts';
import { makeLimiter } from './telegram/limits.ts';
import { startTelegramPeer, type TelegramPeer } from './telegram.ts';

const GROUP = -100_500;

async function peopled(): Promise<TelegramPeer> {
  const peer = await startTelegramPeer();
  onTestFinished(() => peer.close());
  peer.script.user({ id: 7, first_name: '王磊' });
  peer.script.group({ id: GROUP, title: '村级群', members: [7] });
  return peer;
}

interface Told {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly result?: { readonly update_id: number }[] & { readonly message_id: number };
  readonly parameters?: { readonly retry_after: number };
}

async function ask({ url, token }: Pick<TelegramPeer, 'url' | 'token'>, method: string, params: object = {}): Promise<Told> {
  const body = JSON.stringify(params);
  const answer = await fetch(`${url}/bot${token}/${method}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  return (await answer.json()) as Told;
}

async function ids(peer: TelegramPeer, params: object = {}): Promise<readonly number[]> {
  return ((await ask(peer, 'getUpdates', params)).result ?? []).map(({ update_id }) => update_id);
}

describe('getUpdates', () => {
  it('gives everything again until a higher offset confirms it', async () => {
    const peer = await peopled();
    for (const text of ['一', '二', '三']) peer.script.say(GROUP, 7, text);
    const [first = 0, second = 0] = await ids(peer);
    expect((await ids(peer)).length).toBe(3);
    expect(await ids(peer, { limit: 1 })).toEqual([first]);
    expect((await ids(peer, { offset: second }))[0]).toBe(second);
    expect((await ids(peer))[0]).toBe(second);
    expect((await ids(peer, { offset: -1 })).length).toBe(1);
  });

  it('waits for what comes, and ends an older one with 409', async () => {
    const peer = await peopled();
    const older = ask(peer, 'getUpdates', { timeout: 5 });
    await vi.waitFor(() => expect(peer.polling()).toBe(1), PATIENCE);
    const newer = ids(peer, { timeout: 5 });
    expect(await older).toMatchObject({ ok: false, error_code: 409 });
    peer.script.say(GROUP, 7, '来了');
    expect((await newer).length).toBe(1);
  });

  it('keeps back kinds that were not asked for', async () => {
    const peer = await peopled();
    await ids(peer, { allowed_updates: ['callback_query'] });
    peer.script.say(GROUP, 7, '听不见');
    expect(await ids(peer)).toEqual([]);
    await ids(peer, { allowed_updates: [] });
    peer.script.say(GROUP, 7, '听得见');
    peer.script.update({ message_reaction: {} });
    expect((await ids(peer)).length).toBe(1);
  });

  it('with privacy mode on, gives only what is meant for the bot, unless it is an admin', async () => {
    const peer = await peopled();
    peer.script.privacy(true);
    for (const text of ['闲话', '/帮助', '@qunyao_bot 在吗']) peer.script.say(GROUP, 7, text);
    expect((await ids(peer)).length).toBe(2);
    peer.script.membership(GROUP, peer.bot, { status: 'administrator' });
    peer.script.say(GROUP, 7, '闲话');
    expect((await ids(peer)).length).toBe(3);
  });
});

describe('sendMessage', () => {
  it('refuses as the API does', async () => {
    const peer = await peopled();
    const send = async (chat_id: number, text: string, more: object = {}) =>
      (await ask(peer, 'sendMessage', { chat_id, text, ...more })).error_code;
    expect(await send(7, '在吗')).toBe(403);
    peer.script.start(7);
    expect(await send(7, '在吗')).toBeUndefined();
    expect(await send(8, '在吗')).toBe(400);
    expect(await send(7, 'x'.repeat(4097))).toBe(400);
    expect(await send(7, ' ')).toBe(400);
    expect(await send(7, '好', { reply_parameters: { message_id: 999 } })).toBe(400);
    expect(await send(7, '好', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '长'.repeat(22) }]] } })).toBe(400);
    peer.script.block(7);
    expect(await send(7, '在吗')).toBe(403);
    expect(peer.sent.map(({ text }) => text)).toEqual(['在吗']);
    expect((await ask({ url: peer.url, token: '1:wrong' }, 'getMe')).error_code).toBe(401);
    expect((await ask(peer, 'levitate')).error_code).toBe(404);
  });

  it('records what was taken though its answer was lost, and not what was not', async () => {
    const peer = await peopled();
    peer.script.start(7);
    peer.script.fault({ taken: true, as: { kind: 'cut' } });
    peer.script.fault({ as: { kind: 'cut' } });
    for (const text of ['到了', '没到']) await expect(ask(peer, 'sendMessage', { chat_id: 7, text })).rejects.toThrow();
    expect(peer.sent.map(({ text }) => text)).toEqual(['到了']);
  });

  it('is limited by all, by chat and by group, and tells how long to wait', () => {
    const limiter = makeLimiter({ perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 });
    const taken = Array.from({ length: 40 }, (_, chat) => limiter.take(chat, false, 0)).filter((wait) => wait === null);
    expect(taken.length).toBe(30);
    expect(limiter.take(99, false, 500)).toBe(1);
    expect(limiter.take(99, false, 1001)).toBeNull();
    expect(limiter.take(99, false, 1500)).toBe(1);
    const toGroup = Array.from({ length: 25 }, (_, second) => limiter.take(-1, true, 10_000 + second * 1001)).filter(
      (wait) => wait === null,
    );
    expect(toGroup.length).toBe(20);
  });

  it('never refuses one text each 1/29 second', () => {
    const limiter = makeLimiter({ perSecond: 30, perChatPerSecond: 1 });
    const refused = Array.from({ length: 1000 }, (_, chat) => limiter.take(chat, false, (chat * 1000) / 29)).filter(
      (wait) => wait !== null,
    );
    expect(refused).toEqual([]);
  });
});

it('faults with a chance fall the same in every run', async () => {
  const rounds = await Promise.all(
    [1, 2].map(async () => {
      const peer = await peopled();
      peer.script.fault({ times: 1000, chance: 0.3, as: { kind: 'refuse', code: 500 } });
      const outcomes: boolean[] = [];
      for (let call = 0; call < 40; call++) outcomes.push((await ask(peer, 'getMe')).ok);
      return outcomes;
    }),
  );
  expect(rounds[0]).toEqual(rounds[1]);
  expect(rounds[0]?.filter((ok) => !ok).length).toBeGreaterThan(4);
  expect(rounds[0]?.filter((ok) => ok).length).toBeGreaterThan(4);
});

it('goes offline and comes back under the same address, with its queue', async () => {
  const peer = await peopled();
  peer.script.say(GROUP, 7, '一');
  await peer.offline();
  await expect(ask(peer, 'getMe')).rejects.toThrow();
  peer.script.say(GROUP, 7, '二');
  await peer.online();
  expect((await ids(peer)).length).toBe(2);
});

it('serves files', async () => {
  const peer = await peopled();
  peer.script.file('f1', Buffer.from('核验表').toString('base64'));
  const told = (await ask(peer, 'getFile', { file_id: 'f1' })) as unknown as { result: { file_path: string } };
  const file = await fetch(`${peer.url}/file/bot${peer.token}/${told.result.file_path}`);
  expect(await file.text()).toBe('核验表');
});

it('takes orders from another process', async () => {
  const child = spawn(process.execPath, [new URL('telegram.ts', import.meta.url).pathname, '0', '77:orders-from-afar'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
  const order = async (name: string, ...args: unknown[]) =>
    ((await (await fetch(`${url}/control/${name}`, { method: 'POST', body: JSON.stringify(args) })).json()) as { result: unknown }).result;
  await order('user', { id: 7, first_name: '王磊' });
  await order('start', 7);
  await ask({ url, token }, 'sendMessage', { chat_id: 7, text: '日要' });
  expect(await order('sent')).toMatchObject([{ chat: 7, text: '日要' }]);
  expect(await order('calls')).toEqual({ sendMessage: 1 });
  expect(await order('waiting')).toBe(1);
});
