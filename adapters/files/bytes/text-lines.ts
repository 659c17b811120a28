/** Lines of UTF-8 out of a stream of bytes, wherever it was cut. */
import { decode } from './decode.ts';
import { type ByteLine, lineCutter } from './lines.ts';

export interface TextLine {
  /** Counted from 1. */
  readonly line: number;
  /** Null where the line was longer than the limit and was let go. */
  readonly text: string | null;
  /** False where some bytes were no characters and stand as U+FFFD. */
  readonly exact: boolean;
}

export interface TextLineCutter {
  feed(bytes: Uint8Array): Iterable<TextLine>;
  end(): Iterable<TextLine>;
}

export function textLines(): TextLineCutter {
  const lines = lineCutter();
  return {
    *feed(bytes) {
      for (const line of lines.feed(bytes)) yield textOf(line);
    },
    *end() {
      for (const line of lines.end()) yield textOf(line);
    },
  };
}

function textOf({ number, bytes }: ByteLine): TextLine {
  return bytes === null ? { line: number, text: null, exact: true } : { line: number, ...decode(bytes) };
}
