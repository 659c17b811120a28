/** The methods of the Bot API that the peer serves, with the checks of the real one. getUpdates is served elsewhere: it may wait. */
import type { Limiter } from './limits.ts';
import { type Answer, good, type PeerChat, type PeerMessage, refused } from './wire.ts';
import type { World } from './world.ts';

export type Params = Readonly<Record<string, unknown>>;

/** What the bot has sent or changed, as the users see it. */
export interface Sent {
  readonly method: 'sendMessage' | 'editMessageText' | 'editMessageReplyMarkup';
  readonly atMs: number;
  readonly chat: number;
  readonly id: number;
  readonly text: string;
  readonly replyTo: number | null;
  readonly thread: number | null;
  readonly entities: readonly unknown[];
  readonly buttons: readonly (readonly { readonly text: string; readonly callback_data?: string }[])[];
}

export interface Served {
  readonly world: World;
  readonly limiter: Limiter;
  readonly sent: Sent[];
  readonly pressed: { readonly id: string; readonly text: string }[];
  readonly commands: { value: unknown };
  readonly nowMs: () => number;
}

type Method = (served: Served, params: Params) => Answer;

export const METHODS: Readonly<Record<string, Method>> = {
  getMe: ({ world }) =>
    good({ ...world.bot, can_join_groups: true, can_read_all_group_messages: !world.settings.privacy, supports_inline_queries: false }),
  sendMessage,
  editMessageText: (served, params) => edit(served, params, 'editMessageText'),
  editMessageReplyMarkup: (served, params) => edit(served, params, 'editMessageReplyMarkup'),
  answerCallbackQuery({ pressed }, params) {
    pressed.push({ id: String(params['callback_query_id']), text: String(params['text'] ?? '') });
    return good(true);
  },
  getChat({ world }, params) {
    const chat = chatOf(world, params);
    return chat === null ? refused(400, 'Bad Request: chat not found') : good({ ...chat, accent_color_id: 1, max_reaction_count: 11 });
  },
  getChatMember({ world }, params) {
    const chat = chatOf(world, params);
    if (chat === null) return refused(400, 'Bad Request: chat not found');
    const id = Number(params['user_id']);
    const user = id === world.bot.id ? world.bot : world.users.get(id);
    if (user === undefined) return refused(400, 'Bad Request: invalid user_id specified');
    return good({ user, ...world.membership(chat.id, id) });
  },
  getChatAdministrators({ world }, params) {
    const chat = chatOf(world, params);
    if (chat === null) return refused(400, 'Bad Request: chat not found');
    const admins = [...(world.members.get(chat.id) ?? [])].filter(([, { status }]) => status === 'creator' || status === 'administrator');
    return good(admins.map(([id, membership]) => ({ user: world.users.get(id) ?? world.bot, ...membership })));
  },
  getChatMemberCount({ world }, params) {
    return good(world.members.get(Number(params['chat_id']))?.size ?? 0);
  },
  setMyCommands({ commands }, params) {
    commands.value = params['commands'];
    return good(true);
  },
  getMyCommands: ({ commands }) => good(commands.value),
  deleteWebhook({ world }) {
    world.settings.webhook = '';
    return good(true);
  },
  getWebhookInfo: ({ world }) =>
    good({ url: world.settings.webhook, has_custom_certificate: false, pending_update_count: world.updates.length }),
  getFile({ world }, params) {
    const id = String(params['file_id']);
    const file = world.files.get(id);
    if (file === undefined) return refused(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
    return good({ file_id: id, file_unique_id: `u-${id}`, file_size: file.byteLength, file_path: `documents/${encodeURIComponent(id)}` });
  },
  sendChatAction: () => good(true),
};

/** Counted in UTF-16 units, as offsets of entities are. */
const LONGEST = 4096;

function sendMessage(served: Served, params: Params): Answer {
  const { world, limiter, sent, nowMs } = served;
  const chat = chatOf(world, params);
  if (chat === null) return refused(400, 'Bad Request: chat not found');
  const shut = whyShut(world, chat);
  if (shut !== null) return shut;
  const text = params['text'];
  if (typeof text !== 'string' || text.trim() === '') return refused(400, 'Bad Request: message text is empty');
  if (text.length > LONGEST) return refused(400, 'Bad Request: message is too long');
  const reply = objectOf(params['reply_parameters']);
  const replied = reply === null ? undefined : world.message(chat.id, Number(reply['message_id']));
  if (reply !== null && replied === undefined && reply['allow_sending_without_reply'] !== true)
    return refused(400, 'Bad Request: message to be replied not found');
  const buttons = buttonsOf(params['reply_markup']);
  if (buttons === null) return refused(400, 'Bad Request: BUTTON_DATA_INVALID');
  const seconds = limiter.take(chat.id, chat.type !== 'private', nowMs());
  if (seconds !== null) return refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  const id = world.newMessageId(chat);
  const entities = Array.isArray(params['entities']) ? params['entities'] : [];
  const thread = typeof params['message_thread_id'] === 'number' ? params['message_thread_id'] : null;
  const message: PeerMessage = {
    message_id: id,
    date: world.seconds(),
    chat,
    from: world.bot,
    text,
    ...(replied === undefined ? {} : { reply_to_message: replied }),
    ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
  };
  world.keep(message);
  sent.push({
    method: 'sendMessage',
    atMs: nowMs(),
    chat: chat.id,
    id,
    text,
    replyTo: replied?.message_id ?? null,
    thread,
    entities,
    buttons,
  });
  return good(message);
}

/** Why nothing reaches this chat: it moved, the user never pressed /start or has blocked the bot, the bot was put out. */
function whyShut(world: World, chat: PeerChat): Answer | null {
  const moved = world.migrated.get(chat.id);
  if (moved !== undefined) return refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: moved });
  if (chat.type === 'private') {
    if (!world.started.has(chat.id)) return refused(403, "Forbidden: bot can't initiate conversation with a user");
    return world.blocked.has(chat.id) ? refused(403, 'Forbidden: bot was blocked by the user') : null;
  }
  const own = world.membership(chat.id, world.bot.id);
  if (own.status === 'left' || own.status === 'kicked') return refused(403, `Forbidden: bot was kicked from the ${chat.type} chat`);
  if (own.status === 'restricted' && own['can_send_messages'] === false)
    return refused(400, 'Bad Request: not enough rights to send text messages to the chat');
  return null;
}

function edit(served: Served, params: Params, method: 'editMessageText' | 'editMessageReplyMarkup'): Answer {
  const { world, sent, nowMs } = served;
  const chat = chatOf(world, params);
  const before = world.message(Number(params['chat_id']), Number(params['message_id']));
  if (chat === null || before === undefined) return refused(400, 'Bad Request: message to edit not found');
  if (before.from?.id !== world.bot.id) return refused(400, "Bad Request: message can't be edited");
  const buttons = buttonsOf(params['reply_markup']);
  if (buttons === null) return refused(400, 'Bad Request: BUTTON_DATA_INVALID');
  const text = method === 'editMessageText' ? String(params['text'] ?? '') : (before.text ?? '');
  const after = { ...before, text, edit_date: world.seconds(), reply_markup: { inline_keyboard: buttons } };
  if (after.text === before.text && JSON.stringify(after.reply_markup) === JSON.stringify(before['reply_markup']))
    return refused(400, 'Bad Request: message is not modified');
  world.keep(after);
  sent.push({ method, atMs: nowMs(), chat: chat.id, id: before.message_id, text, replyTo: null, thread: null, entities: [], buttons });
  return good(after);
}

function chatOf(world: World, params: Params): PeerChat | null {
  return world.chats.get(Number(params['chat_id'])) ?? null;
}

/** Null where a button's data is longer than 64 bytes, or it has none. */
function buttonsOf(markup: unknown): Sent['buttons'] | null {
  const rows = objectOf(markup)?.['inline_keyboard'];
  if (!Array.isArray(rows)) return [];
  const buttons = rows as { text: string; callback_data?: string }[][];
  return buttons.flat().every(({ callback_data: data }) => data !== undefined && data !== '' && Buffer.byteLength(data) <= 64)
    ? buttons
    : null;
}

/** Parameters come as JSON, and in forms as JSON within text. */
function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  const read: unknown = typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
  return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : null;
}
