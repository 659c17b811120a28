/** A pattern as a tree, as far as it matters for how long matching may take. It is given only patterns that compile. */

export type PatternNode =
  /** One character, class or escape; null first = it may begin in many ways. */
  | { readonly kind: 'one'; readonly first: string | null }
  /** Something without width: an anchor or a word boundary. */
  | { readonly kind: 'edge' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'look'; readonly behind: boolean; readonly body: PatternNode }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly least: number; readonly most: number; readonly body: PatternNode };

interface Reader {
  readonly source: string;
  at: number;
}

const LOOK = /^\(\?(?<behind><?)[=!]/u;
const GROUP = /^\((?:\?:|\?<[^=!>][^>]*>|\?[a-z-]*:)?/u;
const QUANTIFIER = /^(?:(?<mark>[*+?])|\{(?<least>\d+)(?<comma>,(?<most>\d*))?\})\??/u;
const ESCAPE = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[\s\S])/u;

export function parsePattern(source: string): PatternNode {
  return readEither({ source, at: 0 });
}

function readEither(reader: Reader): PatternNode {
  const options = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    options.push(readSequence(reader));
  }
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'either', options };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  for (let next = reader.source[reader.at]; next !== undefined && next !== '|' && next !== ')'; next = reader.source[reader.at]) {
    parts.push(readRepeat(reader));
  }
  return { kind: 'sequence', parts };
}

function readRepeat(reader: Reader): PatternNode {
  const body = readAtom(reader);
  const found = take(reader, QUANTIFIER);
  if (found === null) return body;
  const { mark, least = '0', comma, most } = found.groups ?? {};
  if (mark !== undefined) return { kind: 'repeat', least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Number.POSITIVE_INFINITY, body };
  const atMost = comma === undefined ? Number(least) : most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return { kind: 'repeat', least: Number(least), most: atMost, body };
}

function readAtom(reader: Reader): PatternNode {
  const look = take(reader, LOOK);
  if (look !== null) return { kind: 'look', behind: look.groups?.['behind'] === '<', body: closed(reader) };
  if (take(reader, GROUP) !== null) return closed(reader);
  const escaped = take(reader, ESCAPE);
  if (escaped !== null) return escapeNode(escaped[0]);
  const character = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  if (character === '[') return readClass(reader);
  reader.at += character.length;
  if (character === '^' || character === '$') return { kind: 'edge' };
  return { kind: 'one', first: character === '.' ? null : character };
}

function closed(reader: Reader): PatternNode {
  const body = readEither(reader);
  reader.at++;
  return body;
}

function escapeNode(text: string): PatternNode {
  if (/^\\(?:[1-9]|k)/u.test(text)) return { kind: 'reference' };
  if (/^\\[bB]$/u.test(text)) return { kind: 'edge' };
  return { kind: 'one', first: /^\\[^\dA-Za-z]$/u.test(text) ? text.slice(1) : null };
}

function readClass(reader: Reader): PatternNode {
  for (reader.at++; reader.at < reader.source.length && reader.source[reader.at] !== ']'; reader.at++) {
    if (reader.source[reader.at] === '\\') reader.at++;
  }
  reader.at++;
  return { kind: 'one', first: null };
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  const found = pattern.exec(reader.source.slice(reader.at));
  if (found !== null) reader.at += found[0].length;
  return found;
}
