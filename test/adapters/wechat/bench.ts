/** The conformance suite's bench for WeChat: a played account in one group with one member, behind the real library in the real child process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { PATIENCE } from '../../kit/patience.ts';
import { startWechatPeer, type WechatPeer } from '../../peers/wechat.ts';
import type { Bench } from '../conformance.ts';

export const GROUP = '12345@chatroom';
export const MEMBER = 'wxid_guyan';

export async function peopledPeer(): Promise<WechatPeer> {
  const peer = await startWechatPeer();
  peer.contact(peer.self, '群要');
  peer.contact(MEMBER, '顾燕');
  peer.room(GROUP, '东岭镇农机工作群', [peer.self, MEMBER]);
  return peer;
}

/** @param hasty gives up waiting for an answer soon, where none is to come */
export function quickSettings(peer: WechatPeer, folder: string, hasty = false): Readonly<Record<string, unknown>> {
  const patience = hasty ? { echoSeconds: 1, timeoutSeconds: 1 } : { echoSeconds: 60, timeoutSeconds: 60 };
  return { ...peer.options, folder, silenceSeconds: 600, retrySeconds: 0.05, retrySecondsMost: 0.2, ...patience };
}

/** A child takes its seconds to load the library. */
export async function greeted(peer: WechatPeer): Promise<void> {
  await vi.waitFor(() => expect(peer.greeted()).toBe(true), PATIENCE);
}

export async function openBench(hasty?: boolean): Promise<Bench> {
  const peer = await peopledPeer();
  const folder = mkdtempSync(join(tmpdir(), 'qunyao-test-'));
  const text = (words: string, more: object = {}) => peer.said({ talkerId: MEMBER, roomId: GROUP, type: 7, text: words, ...more });
  return {
    settings: quickSettings(peer, folder, hasty),
    secrets: { TOKEN: 'puppet-token-that-nobody-may-see' },
    group: { id: GROUP, name: '东岭镇农机工作群' },
    member: { account: MEMBER, name: '顾燕' },
    connected: () => greeted(peer),
    say: async (words) => text(words),
    again: async (id) => peer.again(id),
    recall: async (id) => void peer.said({ talkerId: MEMBER, roomId: GROUP, type: 13, text: id }),
    reply: async (_to, words) => text(`「顾燕:请报表」\n- - - - - - - - - - - - - - -\n${words}`),
    mention: async (account) => (account === '*' ? text('@所有人 请看') : text('@顾燕\u2005请看', { mentionIdList: [account] })),
    album: async (photos) =>
      Array.from({ length: photos }, () => peer.said({ talkerId: MEMBER, roomId: GROUP, type: 6, filename: 'a.jpg' })),
    forward: async (from, words) => peer.said({ talkerId: MEMBER, roomId: GROUP, type: 4, text: `群聊的聊天记录\n${from}: ${words}` }),
    direct: async (words) => void peer.said({ talkerId: MEMBER, listenerId: peer.self, type: 7, text: words }),
    async nonsense() {
      peer.said({ talkerId: 'wxid_nobody', roomId: 'nowhere@chatroom', type: 99, text: 'x' });
      peer.give({ do: 'throw' });
      peer.give({ do: 'reject' });
    },
    putOut: async () => peer.leave(GROUP),
    disconnect: async () => peer.logout(),
    reconnect: async () => peer.login(),
    send: {
      taken: () => peer.sent.map(({ text: words, to, id }) => ({ text: words, target: { to, id } })),
      lost: async () => peer.fault('lost'),
    },
    async close() {
      await peer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
