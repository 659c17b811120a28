/** Where a walk through a JSON document stands. Bytes are compared as numbers: this runs once for every byte of an export. */

/** What to do with the value under a key (in an array the key is `*`): go into it, hand it over whole, or pass it over. */
export type Expectation = { readonly enter: string; readonly as: 'object' | 'array' } | 'take' | 'skip';
/** `role` is the name that the containing object or array was entered by; the document itself is asked for with role and key `''`. */
export type Expect = (role: string, key: string) => Expectation;

/** A value that was asked for. */
export interface JsonValue {
  readonly kind: 'value';
  readonly role: string;
  readonly key: string;
  readonly value: unknown;
  /** False where bytes of it were no UTF-8. */
  readonly exact: boolean;
  readonly line: number;
}

export type JsonEvent =
  | { readonly kind: 'enter'; readonly role: string; readonly line: number }
  | { readonly kind: 'leave'; readonly role: string; readonly line: number }
  | JsonValue
  | { readonly kind: 'damage'; readonly damage: 'malformed' | 'too-long' | 'truncated'; readonly line: number };

export interface Frame {
  readonly role: string;
  readonly array: boolean;
}

/** A value whose end has not been reached yet. */
export interface OpenValue {
  readonly role: string;
  readonly key: string;
  /** Taken, or only passed over. */
  readonly wanted: boolean;
  readonly shape: 'container' | 'string' | 'scalar';
  readonly line: number;
  /** White space before it on its line; -1 where something else stands before it. */
  readonly indent: number;
  pieces: Uint8Array[];
  size: number;
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** The next value began before this one had ended. */
  broken: boolean;
  done: boolean;
}

export interface Scan {
  readonly expect: Expect;
  readonly stack: Frame[];
  readonly events: JsonEvent[];
  /** What may come next in the innermost container that was entered. */
  mode: 'value' | 'key' | 'in-key' | 'colon' | 'after';
  key: number[];
  keyEscaped: boolean;
  open: OpenValue | null;
  line: number;
  /** Nothing but white space on this line so far. */
  leading: boolean;
  indent: number;
  byIndent: boolean;
  /** Damage was reported and no good value has come since. */
  stray: boolean;
  began: boolean;
}

export function newScan(expect: Expect): Scan {
  return {
    expect,
    stack: [],
    events: [],
    mode: 'value',
    key: [],
    keyEscaped: false,
    open: null,
    line: 1,
    leading: true,
    indent: 0,
    byIndent: false,
    stray: false,
    began: false,
  };
}

export const BYTE = {
  tab: 9,
  lineFeed: 10,
  return: 13,
  space: 32,
  quote: 34,
  comma: 44,
  colon: 58,
  openArray: 91,
  backslash: 92,
  closeArray: 93,
  openObject: 123,
  closeObject: 125,
} as const;

export function newLine(scan: Scan): void {
  scan.line += 1;
  scan.leading = true;
  scan.indent = 0;
}
