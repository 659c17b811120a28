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
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte === BYTE.lineFeed) {
      newLine(scan);
      // No JSON string goes over a line end: this one was never closed, and must not swallow what follows.
      open.inString = false;
      open.escaped = false;
      if (open.shape === 'string') open.done = true;
    } else if (scan.leading) {
      if (byte === BYTE.space || byte === BYTE.tab) scan.indent += 1;
      else if (byte !== BYTE.return) {
        scan.leading = false;
        if (begunAgain(scan, open, byte)) return at;
        step(open, byte);
      }
    } else step(open, byte);
    if (open.done) return at + 1;
  }
  return chunk.length;
}

function step(open: OpenValue, byte: number): void {
  if (open.inString) {
    if (open.escaped) open.escaped = false;
    else if (byte === BYTE.backslash) open.escaped = true;
    else if (byte === BYTE.quote) {
      open.inString = false;
      open.done = open.shape === 'string';
    }
  } else if (byte === BYTE.quote) open.inString = true;
  else if (byte === BYTE.openObject || byte === BYTE.openArray) open.depth += 1;
  else if (byte === BYTE.closeObject || byte === BYTE.closeArray) {
    open.depth -= 1;
    open.done = open.depth === 0;
  }
}

/** After damage: a line that stands no deeper than the value itself, and doesn't close it, belongs to what comes after. */
function begunAgain(scan: Scan, open: OpenValue, byte: number): boolean {
  if (!scan.byIndent || open.indent < 0 || scan.indent > open.indent || byte === BYTE.closeObject) return false;
  open.broken = true;
  open.done = true;
  // This byte is read again, as the first of its line.
  scan.leading = true;
  return true;
}
