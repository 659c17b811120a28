/** Where things stand in a result.json: one chat at the top, or `chats.list` and `left_chats.list` of a full export. */
import { type JsonEvent, walkJson } from '../bytes/json-values.ts';
import type { Expectation } from '../bytes/scan-state.ts';
import { CHAT_TYPES } from './ids.ts';

const CHAT: Readonly<Record<string, Expectation>> = {
  name: 'take',
  type: 'take',
  id: 'take',
  messages: { enter: 'messages', as: 'array' },
};

const SHAPE: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  '': { '': { enter: 'root', as: 'object' } },
  root: {
    ...CHAT,
    about: 'take',
    personal_information: { enter: 'personal', as: 'object' },
    chats: { enter: 'chats', as: 'object' },
    left_chats: { enter: 'chats', as: 'object' },
  },
  chats: { list: { enter: 'list', as: 'array' } },
  list: { '*': { enter: 'chat', as: 'object' } },
  chat: CHAT,
  messages: { '*': 'take' },
};

export function expect(role: string, key: string): Expectation {
  const keys = SHAPE[role];
  return keys !== undefined && Object.hasOwn(keys, key) ? (keys[key] ?? 'skip') : 'skip';
}

export function recognises(head: Uint8Array): boolean {
  const events = [...walkJson(expect).feed(head)];
  const entered = (role: string) => events.some((event) => event.kind === 'enter' && event.role === role);
  if (entered('list')) return true;
  if (entered('messages') && told(events, 'id') !== undefined) {
    const type = told(events, 'type');
    return type === undefined || type === null || CHAT_TYPES.has(String(type));
  }
  // A full export may tell of contacts and sessions for longer than the head.
  return entered('personal') && typeof told(events, 'about') === 'string';
}

function told(events: readonly JsonEvent[], key: string): unknown {
  return events.flatMap((event) => (event.kind === 'value' && event.role === 'root' && event.key === key ? [event.value] : []))[0];
}
