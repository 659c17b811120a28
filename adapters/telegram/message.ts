/** A text to the parameters of sendMessage: plain text, never markup, so that no word of a chat is taken for a command to Telegram. Pure. */
import type { OutgoingText } from '../../src/adapter-kit.ts';

/** Telegram's own limit, in UTF-16 units. */
const LONGEST = 4096;
/** Texts are cut shorter, so that names to be notified still fit behind. */
export const LONGEST_TEXT = 3800;
const DATA_BYTES = 64;

export interface Mention {
  readonly account: string;
  readonly name: string;
}

interface SendParameters {
  readonly chat_id: string;
  readonly text: string;
  readonly entities?: { type: 'text_mention'; offset: number; length: number; user: { id: number; is_bot: false; first_name: string } }[];
  readonly reply_parameters?: { message_id: number; allow_sending_without_reply: true };
  readonly reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
  readonly link_preview_options: { is_disabled: true };
}

export function sendParameters({ text, replyTo, buttons = [] }: OutgoingText, chat: string, mentions: readonly Mention[]): SendParameters {
  const named = withMentions(text, mentions);
  const keyboard = buttons
    .map((row) => row.filter(fits).map((words) => ({ text: words, callback_data: words })))
    .filter((row) => row.length > 0);
  const answered = Number(replyTo?.split('e')[0]);
  return {
    chat_id: chat,
    text: named.text,
    ...(named.entities.length > 0 ? { entities: named.entities } : {}),
    ...(Number.isSafeInteger(answered) && answered > 0
      ? { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }
      : {}),
    ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    link_preview_options: { is_disabled: true },
  };
}

function fits(words: string): boolean {
  return words !== '' && Buffer.byteLength(words) <= DATA_BYTES;
}

/** Names of whom to notify, in a line of their own behind the text; those that don't fit are left out before the text is. */
function withMentions(text: string, mentions: readonly Mention[]): { text: string; entities: NonNullable<SendParameters['entities']> } {
  const entities: NonNullable<SendParameters['entities']> = [];
  let all = text;
  for (const { account, name } of mentions) {
    const words = `@${name}`;
    const before = entities.length === 0 ? '\n' : ' ';
    const id = Number(account);
    if (!Number.isSafeInteger(id) || all.length + before.length + words.length > LONGEST) continue;
    entities.push({
      type: 'text_mention',
      offset: all.length + before.length,
      length: words.length,
      user: { id, is_bot: false, first_name: name },
    });
    all += before + words;
  }
  return { text: all, entities };
}
