/**
 * One form of text for all recognisers: half-width, simplified script, common speech, no invisible characters, no gaps inside dates,
 * sentences that end in 。 also where a dot was typed.
 * Every character remembers where it came from, so that spans always point into the original text.
 */
import type { Span } from '../../model/span.ts';
import { inCommonSpeech } from './dialect.ts';
import { withFields } from './field-rows.ts';
import { isHan } from './han.ts';
import { simplifiedCode } from './simplify.ts';

export interface NormalText {
  readonly original: string;
  readonly text: string;
  /** Offset in the original of each character of `text`; null where all stand where they stood. */
  readonly offsets: Int32Array | null;
}

const DATE_UNIT = new Set('年月日号點点时時分周週个個天小:');
const UNIT_BEFORE = new Set('年月周週第');
const FULL_STOP = 0x3002;
/** A dot behind a numeral is one of a list or a number. */
const NUMERALS = new Set('零〇一二三四五六七八九十百千两');
const NUMERAL = /[0-9零〇一二三四五六七八九十两]/u;

export function normalise(original: string): NormalText {
  const normal = tableOfNormals();
  if (isNormal(original, normal)) return { original, text: withFields(inCommonSpeech(original)), offsets: null };
  const pieces: string[] = [];
  /** What stays as it is from here on isn't cut yet. */
  let from = 0;
  let dropped: number[] | null = null;
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index);
    const becomes = code === DOT && isStop(original, index) ? FULL_STOP : (normal[code] ?? code);
    const isDropped = becomes === NOTHING || (becomes === BLANK && isGap(original, index));
    if (becomes === code && !isDropped) continue;
    if (index > from) pieces.push(original.slice(from, index));
    from = index + 1;
    if (!isDropped) pieces.push(String.fromCharCode(becomes));
    else if (dropped === null) dropped = [index];
    else dropped.push(index);
  }
  if (from < original.length) pieces.push(original.slice(from));
  return {
    original,
    text: withFields(inCommonSpeech(pieces.join(''))),
    offsets: dropped === null ? null : offsetsWithout(dropped, original.length),
  };
}

function offsetsWithout(dropped: readonly number[], length: number): Int32Array {
  const offsets = new Int32Array(length - dropped.length);
  let next = 0;
  for (let index = 0, at = 0; index < length; index++) {
    if (dropped[next] === index) next++;
    else offsets[at++] = index;
  }
  return offsets;
}

const NOTHING = -1;
const BLANK = 0x20;
const DOT = 0x2e;

let table: Int32Array | null = null;

/** What becomes of each character. */
function tableOfNormals(): Int32Array {
  if (table === null) {
    table = new Int32Array(0x10000);
    for (let code = 0; code < table.length; code++) table[code] = normalCode(code);
  }
  return table;
}

/** Most messages hold nothing that changes. */
function isNormal(text: string, normal: Int32Array): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (normal[code] !== code || (code === BLANK && isGap(text, index)) || (code === DOT && isStop(text, index))) return false;
  }
  return true;
}

/** The span of the original text that a span of the normal text stands for. */
export function originalSpan(normal: NormalText, start: number, end: number): Span {
  const { offsets } = normal;
  if (offsets === null || end <= start) return [start, end];
  return [offsets[start] ?? normal.original.length, (offsets[end - 1] ?? normal.original.length - 1) + 1];
}

function normalCode(code: number): number {
  if (isHan(code)) return simplifiedCode(code);
  if (code < 0x7f) return code === 0x09 || code === 0x0d ? BLANK : code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0x3000 || code === 0xa0) return BLANK;
  return isInvisible(code) ? NOTHING : code;
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
  if (!isHan(before) || NUMERALS.has(text[index - 1] ?? '')) return false;
  const after = text.charCodeAt(index + 1);
  return !(after > 0x20 && after < 0x7f);
}
