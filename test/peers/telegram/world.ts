/**
 * Who and what there is on the peer: users, chats, messages and the bot's queue of updates. The bot hears what a real one would: with
 * privacy mode on only what is meant for it, and never itself.
 */
import type { PeerChat, PeerMessage, PeerUpdate, PeerUser } from './wire.ts';

/** Kinds that a bot gets only if it asks for them by name. */
const ASKED_FOR = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export interface Membership {
  readonly status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
  readonly [right: string]: unknown;
}

export interface World {
  readonly bot: PeerUser;
  readonly users: Map<number, PeerUser>;
  readonly chats: Map<number, PeerChat>;
  readonly members: Map<number, Map<number, Membership>>;
  readonly messages: Map<string, PeerMessage>;
  /** Users that have pressed /start, and those that have blocked the bot since. */
  readonly started: Set<number>;
  readonly blocked: Set<number>;
  /** Groups that became supergroups: old id → new id. */
  readonly migrated: Map<number, number>;
  readonly files: Map<string, Uint8Array>;
  readonly settings: { privacy: boolean; allowed: readonly string[] | null; webhook: string };
  /** The queue of what the bot hasn't confirmed yet. */
  readonly updates: PeerUpdate[];
  seconds(): number;
  newMessageId(chat: PeerChat): number;
  keep(message: PeerMessage): PeerMessage;
  message(chat: number, id: number): PeerMessage | undefined;
  membership(chat: number, user: number): Membership;
  /** Puts an update into the bot's queue, unless the bot has not asked for its kind. Answers with its id. */
  push(update: Readonly<Record<string, unknown>>): number | null;
  /** A message to the queue, if a bot would hear it. */
  tell(kind: 'message' | 'edited_message' | 'channel_post', message: PeerMessage): number | null;
  /** Forgets what the bot has confirmed. */
  confirm(offset: number): void;
  jumpUpdateIds(to: number): void;
  onUpdate(listener: () => void): void;
}

export function makeWorld(bot: PeerUser, now: () => number, firstUpdateId: number): World {
  let nextUpdate = firstUpdateId;
  const counters = new Map<number | 'shared', number>();
  const listeners: (() => void)[] = [];
  const world: World = {
    bot,
    users: new Map(),
    chats: new Map(),
    members: new Map(),
    messages: new Map(),
    started: new Set(),
    blocked: new Set(),
    migrated: new Map(),
    files: new Map(),
    settings: { privacy: false, allowed: null, webhook: '' },
    updates: [],
    seconds: () => Math.floor(now() / 1000),
    newMessageId(chat) {
      // Supergroups and channels count by themselves; all other chats of an account share one counter.
      const counter = chat.type === 'supergroup' || chat.type === 'channel' ? chat.id : 'shared';
      const id = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, id);
      return id;
    },
    keep(message) {
      world.messages.set(`${message.chat.id} ${message.message_id}`, message);
      return message;
    },
    message: (chat, id) => world.messages.get(`${chat} ${id}`),
    membership: (chat, user) => world.members.get(chat)?.get(user) ?? { status: 'left' },
    push(update) {
      const kind = Object.keys(update)[0] ?? '';
      const { allowed } = world.settings;
      if (allowed === null || allowed.length === 0 ? ASKED_FOR.has(kind) : !allowed.includes(kind)) return null;
      const id = nextUpdate++;
      world.updates.push({ update_id: id, ...update });
      for (const listener of listeners) listener();
      return id;
    },
    tell(kind, message) {
      return hears(world, message) ? world.push({ [kind]: message }) : null;
    },
    confirm(offset) {
      const at = world.updates.findIndex(({ update_id }) => update_id >= offset);
      world.updates.splice(0, at < 0 ? world.updates.length : at);
    },
    jumpUpdateIds(to) {
      nextUpdate = to;
    },
    onUpdate(listener) {
      listeners.push(listener);
    },
  };
  return world;
}

function hears(world: World, message: PeerMessage): boolean {
  if (message.from?.id === world.bot.id) return false;
  if (message.chat.type === 'private') return message.from?.is_bot !== true;
  const { status } = world.membership(message.chat.id, world.bot.id);
  if (status === 'left' || status === 'kicked') return false;
  return !world.settings.privacy || status === 'administrator' || isMeantForBot(world, message);
}

const SERVICE = /^(?:new_|left_|pinned_|migrate_|group_chat_created|forum_topic_)/u;

function isMeantForBot(world: World, message: PeerMessage): boolean {
  const replied = message['reply_to_message'];
  const toBot = typeof replied === 'object' && replied !== null && 'from' in replied && (replied.from as PeerUser).id === world.bot.id;
  const text = message.text ?? '';
  return toBot || text.startsWith('/') || text.includes(`@${world.bot.username}`) || Object.keys(message).some((key) => SERVICE.test(key));
}
