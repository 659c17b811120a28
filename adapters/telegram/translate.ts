/** One update to what it tells: messages, edits, direct messages, groups. Pure: the same update gives the same events, however often it comes. */
import type { ChatEvent, DirectMessage, Envelope, ForwardedPart, Instant } from '../../src/adapter-kit.ts';
import { contentOf, isUnreadable, nameOf, type Usernames } from './content.ts';
import { serviceText } from './service.ts';
import { WireCallback, type WireChat, WireMembership, WireMessage, type WireOrigin, type WireUpdate, type WireUser } from './wire.ts';

export const PLATFORM = 'telegram';

export interface Translation {
  readonly events: readonly ChatEvent[];
  /** People seen, so that their @names can be told later; `direct` where they wrote to the bot themselves. */
  readonly seen: readonly { readonly user: WireUser; readonly direct: boolean }[];
  /** Groups seen, with their names. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** A button that was pressed: the platform waits for an answer. */
  readonly pressed?: string;
  /** Why it tells nothing, or not all: the kind of the update, never its words. */
  readonly skipped?: { readonly kind: string; readonly why: 'unknown' | 'malformed' | 'not-for-us' | 'unreadable' };
}

const NOTHING: Translation = { events: [], seen: [], groups: [] };

export interface Hearing {
  /** The bot's own account. */
  readonly me: number;
  readonly usernames: Usernames;
  /** When the update was heard: Telegram doesn't tell when a button was pressed. */
  readonly at: Instant;
}

/** Never throws: one update that goes wrong must not hold back all that come after it. */
export function translate(update: WireUpdate, hearing: Hearing): Translation {
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? 'empty';
  try {
    return translateKind(kind, update, hearing);
  } catch {
    return skip(kind, 'malformed');
  }
}

function translateKind(kind: string, update: WireUpdate, hearing: Hearing): Translation {
  switch (kind) {
    case 'message':
    case 'channel_post':
    case 'edited_message':
    case 'edited_channel_post':
      return readAs(WireMessage, update[kind], kind, (message) => translateMessage(message, kind.startsWith('edited'), hearing));
    case 'callback_query':
      return readAs(WireCallback, update[kind], kind, (callback) => pressed(callback, hearing.at));
    case 'my_chat_member':
      return readAs(WireMembership, update[kind], kind, membership);
    default:
      return skip(kind, 'unknown');
  }
}

function readAs<T>(
  schema: { safeParse(raw: unknown): { success: true; data: T } | { success: false } },
  raw: unknown,
  kind: string,
  read: (value: T) => Translation,
): Translation {
  const parsed = schema.safeParse(raw);
  return parsed.success ? read(parsed.data) : skip(kind, 'malformed');
}

function skip(kind: string, why: NonNullable<Translation['skipped']>['why']): Translation {
  return { ...NOTHING, skipped: { kind, why } };
}

function translateMessage(message: WireMessage, edited: boolean, { me, usernames }: Hearing): Translation {
  const { chat, from } = message;
  if (chat.type === 'private')
    return edited || from === undefined || from.is_bot === true ? skip('private', 'not-for-us') : direct(message, from, me);
  if (!isGroup(chat)) return skip(chat.type, 'unknown');
  const service = serviceText(message);
  if (from?.id === me && service === null) return skip('own', 'not-for-us');
  // A live location moves every few seconds and says nothing new.
  if (edited && message.location !== undefined) return skip('location', 'not-for-us');
  const moved = migration(message);
  const group = { id: moved?.id ?? String(chat.id), name: nameOfGroup(message) };
  const envelope = service === null ? spoken(message, edited, usernames) : told(message, service);
  return {
    events: inOrder({ kind: 'message', envelope }, moved === null ? null : { ...moved, name: group.name }),
    seen: [from, ...(message.new_chat_members ?? [])].flatMap((user) => (user === undefined ? [] : [{ user, direct: false }])),
    groups: [group],
    ...(service === null && isUnreadable(message) ? { skipped: { kind: 'content', why: 'unreadable' } } : {}),
  };
}

function isGroup({ type }: WireChat): boolean {
  return type === 'group' || type === 'supergroup' || type === 'channel';
}

function nameOfGroup({ chat, new_chat_title: renamed }: WireMessage): string {
  return renamed ?? chat.title ?? String(chat.id);
}

/** Both the old and the new chat tell it; either will do. */
function migration({
  chat,
  migrate_to_chat_id: to,
  migrate_from_chat_id: from,
}: WireMessage): { kind: 'group'; id: string; was: string } | null {
  if (to !== undefined) return { kind: 'group', id: String(to), was: String(chat.id) };
  return from === undefined ? null : { kind: 'group', id: String(chat.id), was: String(from) };
}

/** What the old chat tells comes before the move, what the new one tells after it. */
function inOrder(
  message: Extract<ChatEvent, { kind: 'message' }>,
  moved: Extract<ChatEvent, { kind: 'group' }> | null,
): readonly ChatEvent[] {
  if (moved === null) return [message];
  return moved.was === message.envelope.group ? [message, moved] : [moved, message];
}

function keyOf({ chat, message_id: id, date }: WireMessage): Pick<Envelope, 'platform' | 'group' | 'id' | 'sentAt'> {
  return { platform: PLATFORM, group: String(chat.id), id: String(id), sentAt: date * 1000 };
}

function spoken(message: WireMessage, edited: boolean, usernames: Usernames): Envelope {
  const key = keyOf(message);
  const at = message.edit_date ?? message.date;
  const forwarded = forwardedOf(message);
  const replyTo = repliedId(message);
  return {
    ...key,
    ...(edited ? { id: `${key.id}e${at}`, sentAt: at * 1000, edits: key.id } : {}),
    sender: senderOf(message),
    ...contentOf(message, usernames),
    ...(replyTo === null ? {} : { replyTo }),
    ...(forwarded.length > 0 ? { forwarded } : {}),
  };
}

function told(message: WireMessage, text: string): Envelope {
  const pinned = message.pinned_message;
  return {
    ...keyOf(message),
    sender: senderOf(message),
    kind: 'system',
    text,
    ...(pinned === undefined ? {} : { replyTo: String(pinned.message_id) }),
  };
}

/** An anonymous admin speaks as the group, a channel as itself; the account that Telegram puts in `from` for them is a stand-in. */
function senderOf({ from, sender_chat: as, author_signature: signature, chat }: WireMessage): Envelope['sender'] {
  if (as !== undefined) return { id: String(as.id), name: signature ?? as.title ?? as.username ?? String(as.id) };
  if (from !== undefined) return { id: String(from.id), name: nameOf(from) };
  return { id: String(chat.id), name: chat.title ?? String(chat.id) };
}

/** In a topic everything that answers nobody "replies" to the message that opened the topic. */
function repliedId({ reply_to_message: replied }: WireMessage): string | null {
  return replied === undefined || replied.forum_topic_created !== undefined ? null : String(replied.message_id);
}

/** The words of a forward stand in `text`, where evidence is quoted from; the part only says whose they were. What is quoted from another chat stands in no text of ours. */
function forwardedOf({ forward_origin: origin, external_reply: external, quote }: WireMessage): readonly ForwardedPart[] {
  const own = origin === undefined ? [] : [{ ...originName(origin), text: '' }];
  if (external === undefined || quote === undefined) return own;
  return [...own, { ...(external.origin === undefined ? {} : originName(external.origin)), text: quote.text }];
}

function originName(origin: WireOrigin): { readonly sender?: string } {
  const user = origin.sender_user === undefined ? undefined : nameOf(origin.sender_user);
  const sender = user ?? origin.sender_user_name ?? origin.sender_chat?.title ?? origin.chat?.title ?? origin.author_signature;
  return sender === undefined ? {} : { sender };
}

function direct(message: WireMessage, from: WireUser, me: number): Translation {
  const { forward_origin: origin, reply_to_message: replied, quote } = message;
  const words = contentOf(message, () => null).text;
  const quoted = origin === undefined ? (quote?.text ?? replied?.text ?? replied?.caption) : words;
  const said: DirectMessage = {
    id: String(message.message_id),
    account: String(from.id),
    name: nameOf(from),
    sentAt: message.date * 1000,
    text: origin === undefined ? words : '',
    ...(replied !== undefined && replied.from?.id === me ? { replyTo: String(replied.message_id) } : {}),
    ...(quoted === undefined ? {} : { quoted }),
    ...(origin === undefined ? {} : { forwardedFrom: forwardedFrom(origin) }),
  };
  return { ...NOTHING, events: [{ kind: 'direct', message: said }], seen: [{ user: from, direct: true }] };
}

/** Of what a person said only the person is told; of what a channel or a group said, where. */
function forwardedFrom({ chat, sender_chat: group, message_id: id }: WireOrigin): { readonly group?: string; readonly id?: string } {
  const from = chat ?? group;
  return { ...(from === undefined ? {} : { group: String(from.id) }), ...(id === undefined ? {} : { id: String(id) }) };
}

/** The data of a button are the words that it stands for. Ids of messages count anew in each chat, so only those of the private one are told. */
function pressed({ id, from, data, message }: WireCallback, at: Instant): Translation {
  if (data === undefined || from.is_bot === true) return { ...skip('callback_query', 'not-for-us'), pressed: id };
  const own = message?.chat.type === 'private';
  const said: DirectMessage = {
    id: `press ${id}`,
    account: String(from.id),
    name: nameOf(from),
    sentAt: at,
    text: data,
    ...(own ? { replyTo: String(message.message_id) } : {}),
    ...(message?.text === undefined ? {} : { quoted: message.text }),
  };
  return { ...NOTHING, events: [{ kind: 'direct', message: said }], seen: [{ user: from, direct: true }], pressed: id };
}

function membership({ chat, new_chat_member: now }: WireMembership): Translation {
  if (!isGroup(chat)) return skip('my_chat_member', 'not-for-us');
  const inside = now.status === 'restricted' ? now.is_member !== false : now.status !== 'left' && now.status !== 'kicked';
  if (!inside) return { ...NOTHING, events: [{ kind: 'left', id: String(chat.id) }] };
  return { ...NOTHING, groups: [{ id: String(chat.id), name: chat.title ?? String(chat.id) }] };
}
