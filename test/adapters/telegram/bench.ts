/** The conformance suite's bench for Telegram: the peer with one group, one member, and the bot in it. */
import { expect, vi } from 'vitest';
import { PATIENCE } from '../../kit/patience.ts';
import { startTelegramPeer, type TelegramPeer } from '../../peers/telegram.ts';
import type { Bench } from '../conformance.ts';

export const GROUP = -1_001_234_567_890;
export const MEMBER = 1001;

export async function peopledPeer(): Promise<TelegramPeer> {
  const peer = await startTelegramPeer();
  peer.script.user({ id: MEMBER, first_name: '顾燕', username: 'gu_yan' });
  peer.script.group({ id: GROUP, title: '东岭镇农机工作群', members: [MEMBER] });
  return peer;
}

/** Quick to try again; an answer that is to come is waited for. */
export function quickSettings(peer: TelegramPeer): Readonly<Record<string, unknown>> {
  return { apiRoot: peer.url, pollSeconds: 50, timeoutSeconds: 60, retrySeconds: 0.02, retrySecondsMost: 0.1 };
}

export async function polling(peer: TelegramPeer): Promise<void> {
  await vi.waitFor(() => expect(peer.polling()).toBe(1), PATIENCE);
}

export async function openBench(): Promise<Bench> {
  const peer = await peopledPeer();
  const { script } = peer;
  script.start(MEMBER);
  // What was said before the bot came up belongs to no test.
  await fetch(`${peer.url}/bot${peer.token}/getUpdates?offset=-1`);
  await fetch(`${peer.url}/bot${peer.token}/getUpdates?offset=900001`);
  const messages = new Map<string, unknown>();
  function kept(message: { readonly message_id: number }): string {
    messages.set(String(message.message_id), message);
    return String(message.message_id);
  }
  return {
    settings: quickSettings(peer),
    secrets: { TOKEN: peer.token },
    group: { id: String(GROUP), name: '东岭镇农机工作群' },
    member: { account: String(MEMBER), name: '顾燕' },
    connected: () => polling(peer),
    say: async (text) => kept(script.say(GROUP, MEMBER, text)),
    again: async (id) => void script.update({ message: messages.get(id) }),
    edit: async (id, text) => void script.edit(GROUP, Number(id), text),
    reply: async (to, text) => kept(script.reply(GROUP, MEMBER, Number(to), text)),
    mention: async (account) =>
      kept(
        account === '*'
          ? script.say(GROUP, MEMBER, '@所有人 请看')
          : script.say(GROUP, MEMBER, '@gu_yan 请看', { entities: [{ type: 'mention', offset: 0, length: 7 }] }),
      ),
    album: async (photos) => script.album(GROUP, MEMBER, photos, '现场').map(kept),
    forward: async (from, text) =>
      kept(script.say(GROUP, MEMBER, text, { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: from } })),
    file: async (name, size) =>
      kept(
        script.say(GROUP, MEMBER, '', {
          document: { file_id: 'f', file_unique_id: 'u', file_name: name, mime_type: 'application/vnd.ms-excel', file_size: size },
        }),
      ),
    direct: async (text) => void script.direct(MEMBER, text),
    press: async (message, words) => void script.press(MEMBER, MEMBER, Number(message), words),
    async nonsense() {
      script.update({ message: { message_id: 'x', chat: 7 } });
      script.update({ message: { unheard_of: true } });
      script.fault({ method: 'getUpdates', as: { kind: 'page', code: 502 } });
    },
    putOut: async () => script.botIs(GROUP, 'kicked'),
    disconnect: () => peer.offline(),
    reconnect: () => peer.online(),
    send: {
      taken: () => peer.sent.map(({ text, chat }) => ({ text, target: { to: chat < 0 ? 'group' : 'person', id: String(chat) } as const })),
      tooFast: async (ms) => script.fault({ method: 'sendMessage', as: { kind: 'refuse', code: 429, retryAfter: ms / 1000 } }),
      closed: async ({ id }) => script.block(Number(id)),
      refused: async () =>
        script.fault({
          method: 'sendMessage',
          as: { kind: 'refuse', code: 400, description: 'Bad Request: 谁也不许看见的话 can not be sent' },
        }),
      lost: async () => script.fault({ method: 'sendMessage', taken: true, as: { kind: 'cut' } }),
    },
    close: () => peer.close(),
  };
}
