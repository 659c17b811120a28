/** Ids of directives: from the message that opened them, so that a second reading of it finds the same directive. */
import { type MessageKey, messageKey } from '../model/message.ts';

/** @param place of the ask among those of its message */
export function directiveId(key: MessageKey, place: number): string {
  const text = `${messageKey(key)}\u0000${place}`;
  return `d-${hash(text, 0x811c9dc5).toString(36)}${hash(text, 0x9747b28c).toString(36).slice(0, 3)}`;
}

/** 32-bit FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
