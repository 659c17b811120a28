/** Finds the end of one value: strings with their escapes, brackets by depth, anything else up to a delimiter. */
import { BYTE, newLine, type OpenValue, type Scan } from './scan-state.ts';

/** Reads on in the open value from `at`; gives the offset of the first byte that no longer belongs to it. */
export function scanValue(scan: Scan, open: OpenValue, chunk: Uint8Array, at: number): number {
  const end = open.shape === 'scalar' ? scanScalar(open, chunk, at) : scanNested(scan, open, chunk, at);
  if (open.wanted) {
    // A copy: the caller may use its buffer again.
    if (end > at) open.pieces.push(new Uint8Array(chunk.subarray(at, end)));
    open.size += end - at;
  }
  return end;
}

function scanScalar(open: OpenValue, chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte === BYTE.comma || byte === BYTE.closeObject || byte === BYTE.closeArray || byte <= BYTE.space) {
      open.done = true;
      return at;
    }
  }
  return chunk.length;
}

function scanNested(scan: Scan, open: OpenValue, chunk: Uint8Array, from: number): number {
  let at = from;
  while (at < chunk.length && !open.done) at = open.inString ? scanString(scan, open, chunk, at) : scanBetween(scan, open, chunk, at);
  return at;
}

/** Up to the end of the string that is open. */
function scanString(scan: Scan, open: OpenValue, chunk: Uint8Array, from: number): number {
  let at = open.escaped && chunk[from] !== BYTE.lineFeed ? from + 1 : from;
  open.escaped = false;
  for (; at < chunk.length; at += 1) {
    const byte = chunk[at];
    if (byte === BYTE.backslash) {
      if (chunk[at + 1] !== BYTE.lineFeed) at += 1;
    } else if (byte === BYTE.quote || byte === BYTE.lineFeed) {
      // No JSON string goes over a line end: one that does was never closed, and must not swallow what follows.
      if (byte === BYTE.lineFeed) newLine(scan);
      open.inString = false;
      open.done = open.shape === 'string';
      return at + 1;
    }
  }
  // The backslash was the last byte of this piece; what it escapes is the first of the next.
  open.escaped = at > chunk.length;
  return chunk.length;
}

/** Up to the next string, or to the bracket that closes the value. */
function scanBetween(scan: Scan, open: OpenValue, chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte === BYTE.lineFeed) newLine(scan);
    else if (byte === BYTE.space || byte === BYTE.tab) scan.indent += 1;
    else if (scan.leading && byte !== BYTE.return && begunAgain(scan, open, byte)) return at;
    else if (byte === BYTE.quote) {
      scan.leading = false;
      open.inString = true;
      return at + 1;
    } else if (byte === BYTE.openObject || byte === BYTE.openArray) open.depth += 1;
    else if (byte === BYTE.closeObject || byte === BYTE.closeArray) {
      open.depth -= 1;
      open.done = open.depth === 0;
    }
    if (byte > BYTE.space) scan.leading = false;
    if (open.done) return at + 1;
  }
  return chunk.length;
}

/** After damage: a line that stands no deeper than the value itself, and doesn't close it, belongs to what comes after. */
function begunAgain(scan: Scan, open: OpenValue, byte: number): boolean {
  if (!scan.byIndent || open.indent < 0 || scan.indent > open.indent || byte === BYTE.closeObject) return false;
  // The byte is read again, as the first of its line.
  open.broken = true;
  open.done = true;
  return true;
}
