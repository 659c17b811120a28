/** The outside of a chat message: quoted text of a reply, mentions, sticker codes and emoji, and what is left without them. */
import type { NormalText } from './normalise.ts';

export interface Surface {
  /** Text quoted from another message ("「名字:…」" above a line of dashes); null where there is none. */
  readonly quoted: string | null;
  /** Where the sender's own words start in the normal text. */
  readonly ownStart: number;
  /** The sender's own words without mentions, stickers, emoji and outer punctuation. */
  readonly bare: string;
  readonly stickers: number;
  readonly mentionNames: readonly string[];
}

const QUOTE = /^[「“"『](?<quoted>[\s\S]{0,1000}?)[」”"』]\s*\n\s*(?:[-—–_] ?){3,}[^\n]*\n/u;
const STICKER = /\[[\u4e00-\u9fffA-Za-z!]{1,6}\]|\p{Extended_Pictographic}/gu;
const MENTION = /@(?<name>[^\s@,，:：。;；!！]{1,24})/gu;
const NOT_PLAIN = /[[@「“"『]|\p{Extended_Pictographic}/u;
const OUTER = /^[\s,.!?~;:、。…·\-—*#]+|[\s,.!?~;:、。…·\-—*]+$/gu;

export function surfaceOf(normal: NormalText): Surface {
  const { text } = normal;
  if (!NOT_PLAIN.test(text)) return { quoted: null, ownStart: 0, bare: trimOuter(text), stickers: 0, mentionNames: [] };
  const quote = QUOTE.exec(text);
  const ownStart = quote === null ? 0 : quote[0].length;
  const own = text.slice(ownStart);
  const mentionNames = [...own.matchAll(MENTION)].map((match) => match.groups?.['name'] ?? '');
  const stickers = own.match(STICKER)?.length ?? 0;
  const bare = trimOuter(own.replaceAll(MENTION, ' ').replaceAll(STICKER, ' '));
  return { quoted: quote?.groups?.['quoted'] ?? null, ownStart, bare, stickers, mentionNames };
}

function trimOuter(text: string): string {
  return text.replaceAll(OUTER, '');
}
