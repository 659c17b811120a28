/** Walks the containers that are entered: keys, commas, brackets, and where each value begins. Lenient about all of them. */
import { BYTE, newLine, type Scan } from './scan-state.ts';

/** The keys that matter are short; a longer one is none of them. */
const MAX_KEY = 128;

/** Reads on from `at` until a value has begun or the bytes are used up; gives the offset of the next byte to read. */
export function scanStructure(scan: Scan, chunk: Uint8Array, from: number): number {
  let at = from;
  while (at < chunk.length) {
    const byte = chunk[at] as number;
    if (scan.mode === 'in-key') readKey(scan, byte);
    else if (byte === BYTE.lineFeed) newLine(scan);
    else if (byte === BYTE.space || byte === BYTE.tab) scan.indent += scan.leading ? 1 : 0;
    else if (byte !== BYTE.return) {
      place(scan, byte);
      scan.leading = false;
      if (scan.open !== null) return at;
    }
    at += 1;
  }
  return at;
}

function readKey(scan: Scan, byte: number): void {
  if (byte === BYTE.lineFeed) {
    newLine(scan);
    stray(scan);
    scan.mode = 'after';
  } else if (scan.keyEscaped) scan.keyEscaped = false;
  else if (byte === BYTE.backslash) scan.keyEscaped = true;
  else if (byte === BYTE.quote) scan.mode = 'colon';
  else if (scan.key.length < MAX_KEY) scan.key.push(byte);
}

function place(scan: Scan, byte: number): void {
  const frame = scan.stack.at(-1);
  if (byte === BYTE.closeObject || byte === BYTE.closeArray) leave(scan, byte);
  else if (byte === BYTE.comma) scan.mode = frame === undefined || frame.array ? 'value' : 'key';
  else if (scan.mode === 'colon' && byte === BYTE.colon) scan.mode = 'value';
  else if (frame === undefined || frame.array || scan.mode === 'value') begin(scan, byte);
  else if (byte === BYTE.quote) {
    scan.mode = 'in-key';
    scan.key = [];
    scan.keyEscaped = false;
  } else stray(scan);
}

function leave(scan: Scan, byte: number): void {
  const frame = scan.stack.at(-1);
  if (frame === undefined) return;
  if (frame.array !== (byte === BYTE.closeArray)) {
    stray(scan);
    return;
  }
  scan.stack.pop();
  scan.events.push({ kind: 'leave', role: frame.role, line: scan.line });
  scan.mode = 'after';
}

function begin(scan: Scan, byte: number): void {
  const container = byte === BYTE.openObject || byte === BYTE.openArray;
  const frame = scan.stack.at(-1);
  // Outside of the document nothing but its opening bracket matters.
  if (frame === undefined && !container) return;
  if (byte !== BYTE.quote && !container && !startsScalar(byte)) {
    stray(scan);
    return;
  }
  const role = frame?.role ?? '';
  const key = frame === undefined ? '' : frame.array ? '*' : String.fromCharCode(...scan.key);
  const wish = scan.expect(role, key);
  scan.began = true;
  if (typeof wish === 'object' && byte === (wish.as === 'array' ? BYTE.openArray : BYTE.openObject)) {
    scan.stack.push({ role: wish.enter, array: wish.as === 'array' });
    scan.events.push({ kind: 'enter', role: wish.enter, line: scan.line });
    scan.mode = wish.as === 'array' ? 'value' : 'key';
    return;
  }
  openValue(scan, role, key, wish === 'take', container ? 'container' : byte === BYTE.quote ? 'string' : 'scalar');
}

function openValue(scan: Scan, role: string, key: string, wanted: boolean, shape: 'container' | 'string' | 'scalar'): void {
  const indent = scan.leading ? scan.indent : -1;
  scan.mode = 'after';
  scan.open = {
    ...{ role, key, wanted, shape, indent, line: scan.line, pieces: [], size: 0, depth: 0 },
    ...{ inString: false, escaped: false, broken: false, done: false },
  };
}

/** Letters, digits and the minus of numbers, true, false and null. */
function startsScalar(byte: number): boolean {
  return byte === 45 || (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}

function stray(scan: Scan): void {
  if (!scan.stray) scan.events.push({ kind: 'damage', damage: 'malformed', line: scan.line });
  scan.stray = true;
}
