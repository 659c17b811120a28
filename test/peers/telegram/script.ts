/** The people of the peer: what a test, or a scripted day, makes them do. Everything takes and gives plain data. */
import type { Fault, Faults } from './faults.ts';
import type { Limiter, Limits } from './limits.ts';
import type { PeerChat, PeerMessage, PeerUser } from './wire.ts';
import type { Membership, World } from './world.ts';

export type Extra = Readonly<Record<string, unknown>>;

export interface Script {
  user(user: { id: number; first_name: string; last_name?: string; username?: string; is_bot?: boolean }): PeerUser;
  /** A group that the bot sits in; `members` are ids of users. */
  group(group: { id: number; title: string; type?: 'group' | 'supergroup'; forum?: boolean; members?: readonly number[] }): PeerChat;
  channel(id: number, title: string): PeerChat;
  /** Somebody says something in a group; `extra` is laid over the message: media, entities, forward_origin, sender_chat … */
  say(chat: number, user: number, text: string, extra?: Extra): PeerMessage;
  /** Like `say`, to another message of the group. */
  reply(chat: number, user: number, to: number, text: string, extra?: Extra): PeerMessage;
  /** Photos that belong together, the caption on the first. */
  album(chat: number, user: number, photos: number, caption?: string): readonly PeerMessage[];
  edit(chat: number, id: number, text: string, extra?: Extra): PeerMessage;
  /** A post in a channel, which comes into its discussion group by itself. */
  post(channel: number, discussion: number, text: string): PeerMessage;
  /** What the chat itself tells: members, titles, pins. */
  service(chat: number, user: number, what: Extra): PeerMessage;
  /** Presses /start, with a code where one is given. */
  start(user: number, code?: string): PeerMessage;
  /** Writes to the bot alone. */
  direct(user: number, text: string, extra?: Extra): PeerMessage;
  /** Presses a button under one of the bot's messages. */
  press(user: number, chat: number, message: number, data: string): string;
  block(user: number): void;
  unblock(user: number): void;
  /** The group becomes a supergroup with another id. */
  migrate(chat: number, to: number): PeerChat;
  membership(chat: number, user: number, membership: Membership): void;
  /** The bot is taken in, or put out. */
  botIs(chat: number, status: Membership['status'], extra?: Extra): void;
  privacy(on: boolean): void;
  webhook(url: string): void;
  file(id: string, base64: string): void;
  /** Any update at all, as it is. */
  update(update: Extra): number | null;
  /** The queue has been empty for a week: update ids go on from anywhere. */
  jumpUpdateIds(to: number): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  limits(limits: Limits): void;
  /** Updates that the bot has not confirmed. */
  waiting(): number;
}

export function makeScript(world: World, faults: Faults, limiter: Limiter): Script {
  function speak(chatId: number, userId: number, fields: Extra): PeerMessage {
    const chat = known(world.chats, chatId, 'chat');
    const from = known(world.users, userId, 'user');
    return world.keep({ message_id: world.newMessageId(chat), date: world.seconds(), chat, from, ...fields });
  }
  function told(message: PeerMessage): PeerMessage {
    world.tell('message', message);
    return message;
  }
  const script: Script = {
    user(given) {
      const user = { is_bot: false, ...given };
      world.users.set(user.id, user);
      world.chats.set(user.id, { id: user.id, type: 'private', first_name: user.first_name });
      return user;
    },
    group({ id, title, type = 'supergroup', forum = false, members = [] }) {
      const chat: PeerChat = { id, type, title, ...(forum ? { is_forum: true } : {}) };
      world.chats.set(id, chat);
      world.members.set(id, new Map([world.bot.id, ...members].map((user) => [user, { status: 'member' }])));
      return chat;
    },
    channel(id, title) {
      const chat: PeerChat = { id, type: 'channel', title };
      world.chats.set(id, chat);
      return chat;
    },
    say: (chat, user, text, extra = {}) => told(speak(chat, user, { ...(text === '' ? {} : { text }), ...extra })),
    reply(chat, user, to, text, extra = {}) {
      const { reply_to_message: _, ...target } = known(world.messages, `${chat} ${to}`, 'message');
      return script.say(chat, user, text, { reply_to_message: target, ...extra });
    },
    album(chat, user, photos, caption) {
      const group = `${chat}${world.seconds()}${world.newMessageId(known(world.chats, chat, 'chat'))}`;
      return Array.from({ length: photos }, (_, index) =>
        script.say(chat, user, '', {
          media_group_id: group,
          photo: photoSizes(index),
          ...(index === 0 && caption !== undefined ? { caption } : {}),
        }),
      );
    },
    edit(chat, id, text, extra = {}) {
      const before = known(world.messages, `${chat} ${id}`, 'message');
      const words = 'caption' in before ? { caption: text } : { text };
      const after = world.keep({ ...before, ...words, edit_date: world.seconds(), ...extra });
      world.tell('edited_message', after);
      return after;
    },
    post(channelId, discussion, text) {
      const channel = known(world.chats, channelId, 'channel');
      const post = world.keep({
        message_id: world.newMessageId(channel),
        date: world.seconds(),
        chat: channel,
        sender_chat: channel,
        text,
      });
      const service = { id: 777000, is_bot: false, first_name: 'Telegram' };
      const chat = known(world.chats, discussion, 'chat');
      return told(
        world.keep({
          message_id: world.newMessageId(chat),
          date: world.seconds(),
          chat,
          from: service,
          sender_chat: channel,
          is_automatic_forward: true,
          forward_origin: { type: 'channel', date: post.date, chat: channel, message_id: post.message_id },
          text,
        }),
      );
    },
    service: (chat, user, what) => told(speak(chat, user, what)),
    start(user, code) {
      world.started.add(user);
      world.blocked.delete(user);
      return script.direct(user, code === undefined ? '/start' : `/start ${code}`);
    },
    direct(user, text, extra = {}) {
      world.started.add(user);
      return told(speak(user, user, { ...(text === '' ? {} : { text }), ...extra }));
    },
    press(user, chat, message, data) {
      const id = String(7_000_000_000 + world.newMessageId({ id: -1, type: 'channel' }));
      const from = known(world.users, user, 'user');
      const under = world.message(chat, message) ?? { message_id: message, date: 0, chat: known(world.chats, chat, 'chat') };
      world.push({ callback_query: { id, from, message: under, chat_instance: String(chat), data } });
      return id;
    },
    block: (user) => void world.blocked.add(user),
    unblock: (user) => void world.blocked.delete(user),
    migrate(chat, to) {
      const old = known(world.chats, chat, 'chat');
      const next: PeerChat = { ...old, id: to, type: 'supergroup' };
      world.chats.set(to, next);
      world.members.set(to, new Map(world.members.get(chat)));
      const [user = world.bot.id] = [...(world.members.get(chat)?.keys() ?? [])].filter((id) => id !== world.bot.id);
      script.service(chat, user, { migrate_to_chat_id: to });
      script.service(to, user, { migrate_from_chat_id: chat });
      world.migrated.set(chat, to);
      return next;
    },
    membership(chat, user, membership) {
      const members = world.members.get(chat) ?? new Map<number, Membership>();
      world.members.set(chat, members.set(user, membership));
    },
    botIs(chat, status, extra = {}) {
      const was = world.membership(chat, world.bot.id);
      script.membership(chat, world.bot.id, { status, ...extra });
      const [from] = world.users.values();
      world.push({
        my_chat_member: {
          chat: known(world.chats, chat, 'chat'),
          from,
          date: world.seconds(),
          old_chat_member: { user: world.bot, ...was },
          new_chat_member: { user: world.bot, status, ...extra },
        },
      });
    },
    privacy(on) {
      world.settings.privacy = on;
    },
    webhook(url) {
      world.settings.webhook = url;
    },
    file: (id, base64) => void world.files.set(id, Buffer.from(base64, 'base64')),
    update: (update) => world.push(update),
    jumpUpdateIds: (to) => world.jumpUpdateIds(to),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    limits: (limits) => limiter.set(limits),
    waiting: () => world.updates.length,
  };
  return script;
}

function photoSizes(index: number): readonly object[] {
  return [90, 1280].map((width) => ({
    file_id: `p${index}-${width}`,
    file_unique_id: `u${index}-${width}`,
    width,
    height: width,
    file_size: width * 100,
  }));
}

function known<K, V>(all: ReadonlyMap<K, V>, key: K, what: string): V {
  const found = all.get(key);
  if (found === undefined) throw new Error(`the peer knows no ${what} ${String(key)}`);
  return found;
}
