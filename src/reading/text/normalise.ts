/**
 * One form of text for all recognisers: half-width, simplified script, no invisible characters, no gaps inside dates,
 * sentences that end in 。 also where a dot was typed.
 * Every character remembers where it came from, so that spans always point into the original text.
 */
import type { Span } from '../../model/span.ts';
import { simplified } from './simplify.ts';

export interface NormalText {
  readonly original: string;
  readonly text: string;
  /** Offset in the original of each character of `text`; null where the two are the same. */
  readonly offsets: Int32Array | null;
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const DATE_UNIT = new Set('年月日号點点时時分周週个個天小:');
const UNIT_BEFORE = new Set('年月周週第');
const FULL_STOP = '。';
/** A dot behind a numeral is one of a list or a number. */
const NUMERALS = new Set('零〇一二三四五六七八九十百千两');
const NUMERAL = /[0-9零〇一二三四五六七八九十两]/u;

export function normalise(original: string): NormalText {
  if (isNormal(original)) return { original, text: original, offsets: null };
  const characters: string[] = [];
  const offsets: number[] = [];
  let changed = false;
  for (let index = 0; index < original.length; index++) {
    const character = original[index] ?? '';
    const normal = character === '.' && isStop(original, index) ? FULL_STOP : normalCharacter(character);
    if (normal === '' || (normal === ' ' && isGap(original, index))) {
      changed = true;
      continue;
    }
    if (normal !== character) changed = true;
    characters.push(normal);
    offsets.push(index);
  }
  return changed ? { original, text: characters.join(''), offsets: Int32Array.from(offsets) } : { original, text: original, offsets: null };
}

const NOTHING = 0xffff;

/** What becomes of each character; most messages have none that changes, and skip the loop. */
let table: Uint16Array | null = null;

function isNormal(text: string): boolean {
  table ??= Uint16Array.from({ length: 0x10000 }, (_, code) => normalCharacter(String.fromCharCode(code)).codePointAt(0) ?? NOTHING);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (table[code] !== code || (code === 0x20 && isGap(text, index)) || (code === 0x2e && isStop(text, index))) return false;
  }
  return true;
}

/** The span of the original text that a span of the normal text stands for. */
export function originalSpan(normal: NormalText, start: number, end: number): Span {
  const { offsets } = normal;
  if (offsets === null || end <= start) return [start, end];
  return [offsets[start] ?? normal.original.length, (offsets[end - 1] ?? normal.original.length - 1) + 1];
}

function normalCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return simplified(character, code);
  if (code < 0x7f) return character === '\t' || character === '\r' ? ' ' : character;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0) return ' ';
  return isInvisible(code) ? '' : character;
}

/** Zero-width characters, direction marks, variation selectors, byte-order marks. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/** A space inside a date or clock: `8 月 26 日`, `周 五`, `17 : 00`. */
function isGap(text: string, index: number): boolean {
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  return (NUMERAL.test(before) && DATE_UNIT.has(after)) || (UNIT_BEFORE.has(before) && NUMERAL.test(after));
}

/** A dot that ends a sentence, as it is typed with a Latin keyboard: 明天开会. 请准时参加. */
function isStop(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  if (!(before >= FIRST_HAN && before <= LAST_HAN) || NUMERALS.has(text[index - 1] ?? '')) return false;
  const after = text.charCodeAt(index + 1);
  return !(after > 0x20 && after < 0x7f);
}
