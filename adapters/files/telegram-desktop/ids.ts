/**
 * Telegram Desktop writes bare ids; a bot sees the same chats under ids with a sign. Inside it is always the bot's form,
 * so that history from an export and messages that a bot hears later belong to one group and one person.
 */

const GROUPS = new Map([
  ['private_group', '-'],
  ['private_supergroup', '-100'],
  ['public_supergroup', '-100'],
  ['private_channel', '-100'],
  ['public_channel', '-100'],
]);

export const CHAT_TYPES: ReadonlySet<string> = new Set([
  ...GROUPS.keys(),
  ...['personal_chat', 'bot_chat', 'saved_messages', 'replies', 'verification_codes'],
]);

export function isGroup(type: string): boolean {
  return GROUPS.has(type);
}

export function groupId(type: string, bare: string): string {
  return bare.startsWith('-') ? bare : `${GROUPS.get(type) ?? ''}${bare}`;
}

/** `user1001`, `channel5`, `chat7`; old versions wrote the number alone. */
export function senderId(peer: string): string {
  const match = /^(user|channel|chat)(\d+)$/u.exec(peer);
  if (match === null) return peer;
  const prefix = match[1] === 'channel' ? '-100' : match[1] === 'chat' ? '-' : '';
  return `${prefix}${match[2]}`;
}
