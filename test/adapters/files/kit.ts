/** Reading exports in tests: from bytes, cut anywhere, or from the fixtures beside each reader. */
import { readFileSync } from 'node:fs';
import { FORMATS, type FormatName, HEAD_SIZE, type ReadOptions, readStream } from '../../../adapters/files/index.ts';
import type { Envelope, ImportEvent } from '../../../src/adapter-kit.ts';

export const FIXTURES = [
  'chat-jsonl/fixtures/chat.jsonl',
  'telegram-desktop/fixtures/single-chat.json',
  'telegram-desktop/fixtures/full-export.json',
  'qq-text/fixtures/two-chats.txt',
  'qq-text/fixtures/two-chats.gb18030.txt',
] as const;

export function fixture(name: (typeof FIXTURES)[number]): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../adapters/files/${name}`, import.meta.url)));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Copies of the given sizes, over and over, until all is handed out. */
function* pieces(bytes: Uint8Array, sizes: readonly number[]): Iterable<Uint8Array> {
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const piece = bytes.slice(at, at + Math.max(1, sizes[index % sizes.length] ?? 1));
    at += piece.length;
    yield piece;
  }
}

export async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces(bytes, sizes)) {
    yield piece;
    piece.fill(0x7b);
  }
}

export async function read(
  input: Uint8Array | string,
  options: ReadOptions = {},
  sizes: readonly number[] = [65_536],
): Promise<ImportEvent[]> {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  return all(readStream(inPieces(bytes, sizes), 'export', options));
}

/** Straight into one reader, so that it is the reader that sees every cut. */
export function feed(bytes: Uint8Array, format: FormatName, sizes: readonly number[]): ImportEvent[] {
  const reader = FORMATS.find((known) => known.name === format);
  if (reader === undefined) throw new Error(`no reader ${format}`);
  const feeding = reader.open({ file: 'export', timezone: 'Asia/Shanghai', head: bytes.slice(0, HEAD_SIZE) });
  const events: ImportEvent[] = [];
  for (const piece of pieces(bytes, sizes)) {
    events.push(...feeding.feed(piece));
    // A careless caller uses its buffer again.
    piece.fill(0x7b);
  }
  return [...events, ...feeding.end()];
}

export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

export function envelopes(events: readonly ImportEvent[]): Envelope[] {
  return events.flatMap((event) => (event.kind === 'message' ? [event.envelope] : []));
}

/** `code line`, or `code line {facts}`. */
export function problems(events: readonly ImportEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'problem') return [];
    const facts = Object.entries(event.problem.facts).map(([key, value]) => ` ${key}=${value}`);
    return [`${event.problem.code} ${event.line}${facts.join('')}`];
  });
}

export function groups(events: readonly ImportEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'group' ? [`${event.group.platform} ${event.group.id} ${event.group.name}`] : []));
}

export const china = (text: string): number => Date.parse(`${text}+08:00`);
