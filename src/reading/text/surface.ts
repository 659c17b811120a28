/** The outside of a chat message: quoted text of a reply, mentions, sticker codes and emoji, and what is left without them. */
import { FIRST_HAN, isHan } from './han.ts';
import { matchesOf } from './matches.ts';
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
const MARKS = /^(?:[[@「“"『]|\p{Extended_Pictographic}|\p{Surrogate})$/u;

/** Characters that only a closer look can tell; most messages have none. */
let marks: Uint8Array | null = null;

/** Neither Chinese nor Korean characters are marks, and halves of two always may be: the rest is looked at one by one. */
function tableOfMarks(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < FIRST_HAN; code++) table[code] = isMark(code);
  for (let code = 0xa000; code < 0xac00; code++) table[code] = isMark(code);
  table.fill(1, 0xd800, 0xe000);
  for (let code = 0xf900; code < 0x10000; code++) table[code] = isMark(code);
  return table;
}

function isMark(code: number): 0 | 1 {
  return MARKS.test(String.fromCharCode(code)) ? 1 : 0;
}

const OUTER_END = new Set(',.!?~;:、。…·-—*');
const OUTER_START = new Set([...OUTER_END, '#']);

export function surfaceOf(normal: NormalText): Surface {
  const { text } = normal;
  if (isPlain(text)) return { quoted: null, ownStart: 0, bare: trimOuter(text), stickers: 0, mentionNames: [] };
  const quote = QUOTE.exec(text);
  const ownStart = quote === null ? 0 : quote[0].length;
  const own = text.slice(ownStart);
  const mentions = own.includes('@');
  const mentionNames = mentions ? matchesOf(MENTION, own).map((match) => match.groups?.['name'] ?? '') : [];
  const stickers = own.match(STICKER)?.length ?? 0;
  const unaddressed = mentions ? own.replaceAll(MENTION, ' ') : own;
  const bare = trimOuter(stickers > 0 || mentions ? unaddressed.replaceAll(STICKER, ' ') : unaddressed);
  return { quoted: quote?.groups?.['quoted'] ?? null, ownStart, bare, stickers, mentionNames };
}

function isPlain(text: string): boolean {
  marks ??= tableOfMarks();
  for (let index = 0; index < text.length; index++) if (marks[text.charCodeAt(index)] === 1) return false;
  return true;
}

/** Without the marks and blanks around it. */
function trimOuter(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isOuter(text[start] ?? '', OUTER_START)) start++;
  while (end > start && isOuter(text[end - 1] ?? '', OUTER_END)) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isOuter(character: string, marks: ReadonlySet<string>): boolean {
  const code = character.charCodeAt(0);
  if (isHan(code)) return false;
  return marks.has(character) || character.trim() === '';
}
