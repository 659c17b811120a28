/**
 * A text as the codes that its character n-grams are made of: every digit is the same, every name of a person or a place of the
 * roster is the same, marks that keyboards swap are the same, and the two ends of the text are characters of their own.
 */
import { once } from '../../once.ts';
import { wordPlaces } from '../../text/word-places.ts';

/** Longer texts are cut: what asks for a deed has said so by then. */
export const MAX_CODES = 2000;

const START = 2;
const END = 3;
const NAME = 4;
const DIGIT = 0x30;
/** Each stands for those behind it: some write a blank where others write a comma, and quotes as their keyboard has them. */
const SWAPPED: readonly (readonly [string, string])[] = [
  [',', '、; '],
  ['。', '.'],
  ['"', "“”‘’'「」『』"],
  ['-', '—–−―'],
];
const CODES = codeTable();
const IN_WORDS: Readonly<Record<number, string>> = {
  [START]: '〔开头〕',
  [END]: '〔结尾〕',
  [NAME]: '〔人名地名〕',
  [DIGIT]: '〔数字〕',
  10: '〔换行〕',
};

/** A folded text; the arrays are reused for the next one. */
export interface Folded {
  count: number;
  readonly codes: Uint16Array;
  /** Where each code's character stands in the text. */
  readonly origins: Uint16Array;
}

export function emptyFold(): Folded {
  return { count: 0, codes: new Uint16Array(MAX_CODES), origins: new Uint16Array(MAX_CODES) };
}

const placesOf = once(wordPlaces);

/** @param names of persons and places, long ones first */
export function foldText(text: string, names: readonly string[], into: Folded): void {
  const { codes, origins } = into;
  const end = Math.min(text.length, MAX_CODES - 2);
  const places = placesOf(names);
  codes[0] = START;
  origins[0] = 0;
  let count = 1;
  for (let index = 0; index < end; ) {
    const nameEnd = places.endAt(text, index);
    codes[count] = nameEnd > index ? NAME : (CODES[text.charCodeAt(index)] ?? 0);
    origins[count++] = index;
    index = Math.max(nameEnd, index + 1);
  }
  codes[count] = END;
  origins[count++] = end;
  into.count = count;
}

/** The codes from one place on, in words. */
export function codesInWords({ codes }: Folded, start: number, size: number): string {
  let text = '';
  for (let index = start; index < start + size; index++) {
    const code = codes[index] ?? 0;
    text += IN_WORDS[code] ?? String.fromCharCode(code);
  }
  return text;
}

function codeTable(): Uint16Array {
  const codes = Uint16Array.from({ length: 0x10000 }, (_, code) => (code >= 0x30 && code <= 0x39 ? DIGIT : code));
  for (const [mark, others] of SWAPPED) for (const other of others) codes[other.charCodeAt(0)] = mark.charCodeAt(0);
  return codes;
}
