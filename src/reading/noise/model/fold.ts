/**
 * A text as the codes that its character n-grams are made of: every digit is the same, every name of a person or a place of the
 * roster is the same, marks that keyboards swap are the same, and the two ends of the text are characters of their own.
 */

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

/** @param names matches names of persons and places (global) */
export function foldText(text: string, names: RegExp | null, into: Folded): void {
  const end = Math.min(text.length, MAX_CODES - 2);
  push(into, START, 0, 0);
  let count = 1;
  let from = 0;
  if (names !== null && text.length > 1) {
    names.lastIndex = 0;
    for (let match = names.exec(text); match !== null && match.index < end; match = names.exec(text)) {
      count = copy(text, from, match.index, into, count);
      push(into, NAME, match.index, count++);
      from = match.index + match[0].length;
    }
  }
  count = copy(text, from, end, into, count);
  push(into, END, end, count++);
  into.count = count;
}

function push(into: Folded, code: number, origin: number, at: number): void {
  into.codes[at] = code;
  into.origins[at] = origin;
}

function copy(text: string, from: number, to: number, into: Folded, at: number): number {
  let count = at;
  for (let index = from; index < to; index++) {
    push(into, CODES[text.charCodeAt(index)] ?? 0, index, count++);
  }
  return count;
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
