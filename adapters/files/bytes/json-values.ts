/**
 * Walks a JSON document of any size and hands over the values that were asked for, one at a time, without ever holding
 * more than one. What isn't asked for is passed over. Any bytes are survived: `scan-structure.ts` walks the containers
 * that are entered, `scan-value.ts` finds the end of one value in them, `mend.ts` finds the next good one after damage.
 */
import { decode } from './decode.ts';
import { type Parsed, parseJson } from './json.ts';
import { joined } from './lines.ts';
import { countLines, nextSibling } from './mend.ts';
import { type Expect, type JsonEvent, newScan, type OpenValue, type Scan } from './scan-state.ts';
import { scanStructure } from './scan-structure.ts';
import { scanValue } from './scan-value.ts';

export type { Expect, JsonEvent, JsonValue } from './scan-state.ts';

export interface JsonWalk {
  feed(bytes: Uint8Array): Iterable<JsonEvent>;
  end(): Iterable<JsonEvent>;
}

/** One wanted value at most: far above any message, far below what memory can't hold. */
export const MAX_VALUE = 4 * 1024 * 1024;

export function walkJson(expect: Expect, limit: number = MAX_VALUE): JsonWalk {
  const scan = newScan(expect);

  function* feed(bytes: Uint8Array): Iterable<JsonEvent> {
    let chunk = bytes;
    let at = 0;
    while (at < chunk.length) {
      const open = scan.open;
      at = open === null ? scanStructure(scan, chunk, at) : scanValue(scan, open, chunk, at);
      if (open !== null && (open.done || open.size > limit)) {
        const rest = close(scan, open, limit);
        if (rest !== null) {
          chunk = joined([rest, chunk.subarray(at)]);
          at = 0;
        }
      }
      if (scan.events.length > 0) yield* scan.events.splice(0);
    }
  }

  return {
    feed,
    *end() {
      if (scan.open?.wanted) {
        const rest = damaged(scan, scan.open, joined(scan.open.pieces));
        if (rest !== null) yield* feed(rest);
      }
      if (scan.open !== null || scan.stack.length > 0 || !scan.began)
        scan.events.push({ kind: 'damage', damage: 'truncated', line: scan.line });
      yield* scan.events.splice(0);
    },
  };
}

/** A value has ended, or has grown beyond the limit. Gives the bytes that must be read again, if it swallowed others. */
function close(scan: Scan, open: OpenValue, limit: number): Uint8Array | null {
  if (!open.wanted) {
    if (open.done) scan.open = null;
    return null;
  }
  const bytes = joined(open.pieces);
  const tooLong = open.size > limit;
  const decoded = decode(bytes);
  const parsed: Parsed = tooLong || open.broken ? { ok: false } : parseJson(decoded.text);
  if (parsed.ok) {
    scan.events.push({ kind: 'value', role: open.role, key: open.key, value: parsed.value, exact: decoded.exact, line: open.line });
    scan.stray = false;
    scan.open = null;
    return null;
  }
  const rest = damaged(scan, open, bytes);
  if (rest !== null) return rest;
  scan.events.push({ kind: 'damage', damage: tooLong ? 'too-long' : 'malformed', line: open.line });
  // A value that is too long is walked to its end all the same, but no longer kept.
  scan.open = open.done ? null : { ...open, wanted: false, pieces: [], size: 0 };
  return null;
}

/** Damage inside a value can make it swallow its neighbours. If it did, says so and gives them back, to be read again. */
function damaged(scan: Scan, open: OpenValue, bytes: Uint8Array): Uint8Array | null {
  const next = nextSibling(bytes, open.indent);
  if (next === null) return null;
  scan.events.push({ kind: 'damage', damage: 'malformed', line: open.line });
  scan.open = null;
  scan.mode = 'value';
  scan.line = open.line + countLines(bytes.subarray(0, next));
  scan.leading = true;
  scan.indent = 0;
  // From now on lines and their indentation are trusted more than brackets, so that this happens once.
  scan.byIndent = true;
  return bytes.subarray(next);
}
