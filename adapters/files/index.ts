/**
 * Chat exports in, envelopes out, whatever the size: bytes → recognise by content → one reader (formats.ts) → events as
 * they are sure. A reader takes the bytes piece by piece, cut anywhere, and keeps no more than one message. What can't
 * be read is told with file and line, and the rest is read; nothing throws but a broken machine. The keys of messages
 * depend on nothing but the export, so that reading it again changes nothing.
 */
import { createReadStream } from 'node:fs';
import type { ImportEvent, ImportFeed } from '../../src/adapter-kit.ts';
import { joined } from './bytes/lines.ts';
import { FORMATS, type FormatName } from './formats.ts';
import { problem } from './problem.ts';

export { FORMATS, type FormatName } from './formats.ts';
export type { ProblemCode } from './problem.ts';

export interface ReadOptions {
  /** For doubtful cases; otherwise the content decides. */
  readonly format?: string;
  /** The zone of times that name none; Asia/Shanghai. */
  readonly timezone?: string;
}

/** How much of an export is looked at to recognise it. */
export const HEAD_SIZE = 64 * 1024;

/** `path` is a name to help the eye in problems; only the content decides. */
export function recognise(head: Uint8Array, _path = ''): FormatName | null {
  return FORMATS.find((reader) => reader.recognises(head.subarray(0, HEAD_SIZE)))?.name ?? null;
}

export function readExport(path: string, options: ReadOptions = {}): AsyncIterable<ImportEvent> {
  return readStream(createReadStream(path, { highWaterMark: HEAD_SIZE }), path, options);
}

/** The same for what comes in by a pipe; `file` is what problems call it. */
export async function* readStream(chunks: AsyncIterable<Uint8Array>, file: string, options: ReadOptions = {}): AsyncIterable<ImportEvent> {
  for await (const batch of readBatches(chunks, file, options)) for (const event of batch) yield event;
}

/** The same events, those of each piece of input at once: for a store that writes in batches, several times cheaper than one by one. */
export async function* readBatches(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  options: ReadOptions = {},
): AsyncIterable<readonly ImportEvent[]> {
  try {
    let feed: ImportFeed | null = null;
    let held: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      if (feed !== null) {
        yield [...feed.feed(chunk)];
        continue;
      }
      held.push(new Uint8Array(chunk));
      size += chunk.length;
      if (size < HEAD_SIZE) continue;
      feed = open(joined(held), file, options);
      if (feed === null) break;
      yield [...feed.feed(joined(held))];
      held = [];
    }
    yield [...(feed === null ? readSmall(joined(held), file, options) : feed.end())];
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    yield [problem({ file }, 0, 'import.unreadable', { reason })];
  }
}

/** An export that is no longer than the head, or one that nobody can read. */
function* readSmall(bytes: Uint8Array, file: string, options: ReadOptions): Iterable<ImportEvent> {
  const feed = open(bytes, file, options);
  if (feed !== null) {
    yield* feed.feed(bytes);
    yield* feed.end();
  } else if (options.format !== undefined && !FORMATS.some((reader) => reader.name === options.format)) {
    yield problem({ file }, 0, 'import.no-such-format', { format: options.format, formats: FORMATS.map(({ name }) => name).join(' ') });
  } else yield problem({ file }, 0, bytes.every(isBlank) ? 'import.empty' : 'import.unknown-format');
}

function open(bytes: Uint8Array, file: string, options: ReadOptions): ImportFeed | null {
  const head = bytes.subarray(0, HEAD_SIZE);
  const name = options.format ?? recognise(head, file);
  return FORMATS.find((reader) => reader.name === name)?.open({ file, head, timezone: options.timezone ?? 'Asia/Shanghai' }) ?? null;
}

/** White space, or a byte of the byte order mark. */
function isBlank(byte: number): boolean {
  return byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf;
}

/** What the system said (`ENOENT`, `EISDIR`, `EACCES` …); null for an error of our own. */
function systemCode(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
