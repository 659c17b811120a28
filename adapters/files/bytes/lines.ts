/** Cuts a stream of bytes into lines, wherever the stream itself was cut. Line feeds never stand inside a character of UTF-8 or GB18030. */

export interface ByteLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line end; null where the line was longer than the limit and was let go. */
  readonly bytes: Uint8Array | null;
}

export interface LineCutter {
  feed(bytes: Uint8Array): Iterable<ByteLine>;
  end(): Iterable<ByteLine>;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** One line of an export: more than any message, less than what memory can't hold. */
export const MAX_LINE = 8 * 1024 * 1024;

export function lineCutter(limit: number = MAX_LINE): LineCutter {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  let started = false;

  function keep(piece: Uint8Array): void {
    if (piece.length > 0) started = true;
    size += piece.length;
    if (size > limit) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  }

  function cut(): ByteLine {
    number += 1;
    const bytes = size > limit ? null : withoutReturn(number === 1 ? withoutMark(joined(pieces)) : joined(pieces));
    pieces = [];
    size = 0;
    started = false;
    return { number, bytes };
  }

  return {
    *feed(bytes) {
      let from = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
        keep(bytes.subarray(from, end));
        from = end + 1;
        yield cut();
      }
      // A copy: the caller may use its buffer again.
      keep(new Uint8Array(bytes.subarray(from)));
    },
    *end() {
      if (started) yield cut();
    },
  };
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

export function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return hasMark(bytes) ? bytes.subarray(3) : bytes;
}
