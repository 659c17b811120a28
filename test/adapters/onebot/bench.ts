/** The conformance suite's bench for OneBot, by dialling and by being dialled: the peer with one group, one member, and the bot in it. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, vi } from 'vitest';
import { PATIENCE } from '../../kit/patience.ts';
import { type OneBotPeer, startOneBotClient, startOneBotServer } from '../../peers/onebot.ts';
import type { Bench } from '../conformance.ts';

export const GROUP = '618033';
export const MEMBER = '20002';
export const TOKEN = 'a-token-that-nobody-may-see';
const PATIENT = { reportsSelf: true, timeoutSeconds: 60, silenceSeconds: 120, retrySeconds: 0.02, retrySecondsMost: 0.1 };
/** Where an answer is not to come. */
export const HASTY = { timeoutSeconds: 1 };

export interface Opened {
  readonly peer: OneBotPeer;
  readonly settings: Readonly<Record<string, unknown>>;
}

export async function openForward(): Promise<Opened> {
  const peer = await startOneBotServer({ token: TOKEN });
  return { peer: peopled(peer), settings: { mode: 'forward', url: peer.url, ...PATIENT } };
}

export async function openReverse(): Promise<Opened> {
  const port = await freePort();
  const peer = startOneBotClient({ url: `ws://127.0.0.1:${port}`, token: TOKEN });
  return { peer: peopled(peer), settings: { mode: 'reverse', port, ...PATIENT } };
}

function peopled<Peer extends OneBotPeer>(peer: Peer): Peer {
  peer.world.group(GROUP, '东岭镇农机工作群', { [MEMBER]: '顾燕' });
  return peer;
}

/** A port that nobody had a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export async function greeted(peer: OneBotPeer): Promise<void> {
  await vi.waitFor(() => expect(peer.greeted()).toBe(true), PATIENCE);
}

export async function openBench(open: () => Promise<Opened>, hasty = false): Promise<Bench> {
  const { peer, settings } = await open();
  const { world } = peer;
  const say = (...segments: readonly unknown[]) => world.said(GROUP, MEMBER, segments);
  const text = (words: string) => ({ type: 'text', data: { text: words } });
  return {
    settings: hasty ? { ...settings, ...HASTY } : settings,
    secrets: { TOKEN },
    group: { id: GROUP, name: '东岭镇农机工作群' },
    member: { account: MEMBER, name: '顾燕' },
    connected: () => greeted(peer),
    async say(words) {
      const id = say(text(words));
      await peer.received();
      return id;
    },
    again: async (id) => world.again(id),
    recall: async (id) =>
      world.notice('group_recall', {
        group_id: Number(GROUP),
        user_id: Number(MEMBER),
        operator_id: Number(MEMBER),
        message_id: Number(id),
      }),
    reply: async (to, words) => say({ type: 'reply', data: { id: to } }, text(words)),
    mention: async (account) => say({ type: 'at', data: { qq: account === '*' ? 'all' : account } }, text(' 请看')),
    album: async (photos) =>
      Array.from({ length: photos }, () => say({ type: 'image', data: { file: 'a.jpg', url: 'http://peer/a.jpg' } })),
    async forward(from, words) {
      world.record('res-1', [{ sender: from, text: words }]);
      return say({ type: 'forward', data: { id: 'res-1' } });
    },
    file: async (name, size) => say({ type: 'file', data: { file: name, file_size: String(size), url: 'http://peer/f' } }),
    direct: async (words) => world.direct(MEMBER, '顾燕', words),
    async nonsense() {
      world.raw('{"post_type":');
      world.raw({ post_type: 'message', message_type: 'group', message_id: {} });
      world.raw({ unheard_of: true });
      world.raw({ status: 'ok', retcode: 0, data: null, echo: 'q99999' });
    },
    putOut: async () => world.notice('group_decrease', { sub_type: 'kick_me', group_id: Number(GROUP), user_id: Number(world.self) }),
    disconnect: () => peer.offline(),
    reconnect: () => peer.online(),
    send: {
      taken: () => world.sent.map(({ text: words, to, id }) => ({ text: words, target: { to, id } })),
      closed: async ({ to }) =>
        world.fault({ action: to === 'group' ? 'send_group_msg' : 'send_private_msg', as: failed(1200, '发送失败,对方不是好友') }),
      refused: async () => world.fault({ action: 'send_private_msg', as: failed(1200, '发送失败:谁也不许看见的话') }),
      lost: async () => world.fault({ action: 'send_private_msg', taken: true, as: 'silence' }),
    },
    close: () => peer.close(),
  };
}

function failed(retcode: number, wording: string) {
  return { status: 'failed', retcode, data: null, message: wording, wording } as const;
}
