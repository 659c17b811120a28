/**
 * Telegram Desktop's result.json, a single chat or a full export. The document is walked, never loaded: a chat's name,
 * type and id are noted as they pass, and each entry of its `messages` is translated on its own. Of a full export only
 * groups and channels are read; a single chat was picked by the one who exported it, so it is read whatever it is.
 */
import type { ImportContext, ImportEvent, ImportReader } from '../../../src/adapter-kit.ts';
import { isObject } from '../bytes/json.ts';
import { type JsonEvent, type JsonValue, walkJson } from '../bytes/json-values.ts';
import { type Facts, type ProblemCode, problem } from '../problem.ts';
import { CHAT_TYPES, groupId, isGroup } from './ids.ts';
import { expect, recognises } from './shape.ts';
import { translate } from './translate.ts';

export const telegramDesktop: ImportReader<'telegram-desktop'> = {
  name: 'telegram-desktop',
  recognises,
  open(context) {
    const walk = walkJson(expect);
    const state: State = { context, chat: newChat(false), privateChats: 0, stray: false };
    return {
      *feed(bytes) {
        for (const event of walk.feed(bytes)) yield* take(state, event);
      },
      *end() {
        for (const event of walk.end()) yield* take(state, event);
        if (state.privateChats > 0) yield complain(state, 1, 'import.private-chats-left-out', { count: String(state.privateChats) });
      },
    };
  },
};

interface OpenChat {
  /** One of many in a full export. */
  readonly listed: boolean;
  readonly told: Map<string, string>;
  /** Null: its messages are passed over. */
  group: string | null;
  announced: boolean;
}

interface State {
  readonly context: ImportContext;
  chat: OpenChat;
  privateChats: number;
  /** The last entry was no message either: one problem is enough. */
  stray: boolean;
}

function newChat(listed: boolean): OpenChat {
  return { listed, told: new Map(), group: null, announced: false };
}

function* take(state: State, event: JsonEvent): Iterable<ImportEvent> {
  if (event.kind === 'damage') yield complain(state, event.line, `import.${event.damage}`);
  else if (event.kind === 'enter') yield* enter(state, event.role, event.line);
  else if (event.kind === 'leave') yield* leave(state, event.role);
  else if (event.role === 'messages') yield* message(state, event);
  else if (typeof event.value === 'string' || typeof event.value === 'number')
    state.chat.told.set(event.key, String(event.value).toWellFormed());
}

function* enter(state: State, role: string, line: number): Iterable<ImportEvent> {
  if (role === 'root' || role === 'chat') state.chat = newChat(role === 'chat');
  if (role !== 'messages') return;
  const { chat } = state;
  const type = chat.told.get('type') ?? '';
  const id = chat.told.get('id') ?? '';
  if (chat.listed && !CHAT_TYPES.has(type)) yield complain(state, line, 'import.unknown-chat-type');
  else if (chat.listed && !isGroup(type)) state.privateChats += 1;
  else if (!/^-?\d+$/u.test(id)) yield complain(state, line, 'import.no-chat-id');
  else chat.group = groupId(type, id);
  if (chat.told.has('name')) yield* announce(chat);
}

function* leave(state: State, role: string): Iterable<ImportEvent> {
  if (role !== 'root' && role !== 'chat') return;
  yield* announce(state.chat);
  state.chat = newChat(false);
}

function* announce(chat: OpenChat): Iterable<ImportEvent> {
  if (chat.group === null || chat.announced) return;
  chat.announced = true;
  yield { kind: 'group', group: { platform: 'telegram', id: chat.group, name: nameOf(chat) } };
}

function nameOf(chat: OpenChat): string {
  return chat.told.get('name') || (chat.group ?? '');
}

function* message(state: State, event: JsonValue): Iterable<ImportEvent> {
  const { group } = state.chat;
  if (group === null) return;
  if (!isObject(event.value)) {
    if (!state.stray) yield complain(state, event.line, 'import.not-an-object');
    state.stray = true;
    return;
  }
  state.stray = false;
  const read = translate(event.value, { group, name: nameOf(state.chat) }, state.context.timezone);
  if (!read.ok) {
    yield complain(state, event.line, read.code, read.facts);
    return;
  }
  if (!event.exact) yield complain(state, event.line, 'import.bad-encoding');
  for (const field of read.ignored) yield complain(state, event.line, 'import.field-ignored', { field });
  yield { kind: 'message', envelope: read.envelope, line: event.line };
}

function complain(state: State, line: number, code: ProblemCode, facts: Facts = {}): ImportEvent {
  return problem(state.context, line, code, facts);
}
