/** The composition root: this file and those of src/app are the only ones that build concrete things. */

import { once as event } from 'node:events';
import { createReadStream, createWriteStream, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textLines } from '../adapters/files/bytes/text-lines.ts';
import { FORMATS, readExport, readStream } from '../adapters/files/index.ts';
import calendarOverlay from '../data/calendar/overlay.json' with { type: 'json' };
import { CODES } from './app/codes.ts';
import { InputError, type Services, type TextLine } from './cli/command.ts';
import { speaker } from './cli/words.ts';
import { parseRoster } from './config/roster.ts';
import { readSettings, type Settings } from './config/settings.ts';
import { briefingOf, startReading } from './parallel/index.ts';
import type { Clock } from './ports/clock.ts';
import { chineseCalendar } from './reading/deadline/calendar/index.ts';
import { decodeModel } from './reading/noise/model/file.ts';
import { SHIPPED_RULES } from './reading/noise/rules/index.ts';
import { openSqliteStore } from './store/sqlite/index.ts';
import { restoreStore } from './store/sqlite/restore.ts';

/** @param clock instead of the system's, for those who let a day go by in a minute */
export function services(settings: Settings = readSettings(), clock?: Clock): Services {
  const fromCaller = (path: string): string => (path === '-' ? path : resolve(settings.callerFolder, path));
  const shipped = shippedRules(settings.version);
  const basic = {
    settings,
    say: speaker(settings.language),
    rules: shipped,
    calendar: chineseCalendar(calendarOverlay),
    importFormats: FORMATS.map((format) => format.name),
    openStore: openSqliteStore,
    restoreStore: (backup, path) => restoreStore(backup, path, `before-restore-${compact(new Date())}`),
    codes: CODES,
    startReading: (org, rules) => startReading(briefingOf(org, shipped, rules.tuning ?? null)),
    readExport: (path, options) => (path === '-' ? readStream(process.stdin, path, options) : readExport(fromCaller(path), options)),
    loadRoster: (path) => parseRoster(readText(path), path.endsWith('.json'), settings.language),
    readLines: (path) => numberedLines(fromCaller(path)),
    openOutput: (path) => output(fromCaller(path)),
    print: (text) => writeAll(1, text),
    warn: (text) => writeAll(2, `${text}\n`),
    progress: (text) => {
      if (settings.interactive) writeAll(2, `\r\u001b[K${text}`);
    },
  } satisfies Omit<Services, 'prepareService' | 'runService' | 'makeRefiner'>;
  // Loaded when it is asked for: commands that only read need none of what listens and sends.
  const live = once(async () => (await import('./app/live.ts')).liveServices(basic, clock));
  return {
    ...basic,
    prepareService: async (path) => (await live()).prepareService(path),
    makeRefiner: async (prepared) => (await live()).makeRefiner(prepared),
    runService: async (path, prepared) => (await live()).runService(path, prepared),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** `20261117T101500`, in names of files. */
function compact(at: Date): string {
  return at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '');
}

/** Beside the sources, or two levels up from the built files. */
const MODEL_PLACES = ['../data/model/noise.bin', '../../data/model/noise.bin'];

function shippedRules(version: string): Services['rules'] {
  const path = MODEL_PLACES.map((place) => join(import.meta.dirname, place)).find(existsSync);
  if (path === undefined) return { id: `shipped-${version}`, rules: SHIPPED_RULES };
  const model = decodeModel(readFileSync(path));
  return { id: `shipped-${version}-${model.id}`, rules: SHIPPED_RULES, model };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError('error.file-missing', { file: path, reason: codeOf(error) });
  }
}

/** Cut at line feeds only: JSON strings may hold other characters that end a line elsewhere, such as U+2028. */
async function* numberedLines(path: string): AsyncIterable<TextLine> {
  const input: AsyncIterable<Uint8Array> = path === '-' ? process.stdin : createReadStream(path);
  const lines = textLines();
  try {
    for await (const chunk of input) yield* lines.feed(chunk);
  } catch (error) {
    throw new InputError('error.file-missing', { file: path, reason: codeOf(error) });
  }
  yield* lines.end();
}

/** At once: that it can't be opened is told before any work is done. */
function openForWriting(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new InputError('error.file-missing', { file: path, reason: codeOf(error) });
  }
}

function output(path: string): ReturnType<Services['openOutput']> {
  if (path === '-') return { write: (text) => writeAll(1, text), close: async () => {} };
  const stream = createWriteStream(path, { fd: openForWriting(path) });
  let failure: unknown = null;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    write: (text) => void stream.write(text),
    close: async () => {
      stream.end();
      if (failure === null)
        await Promise.race([event(stream, 'close'), event(stream, 'error')]).catch((error: unknown) => (failure = error));
      if (failure !== null) throw new InputError('error.file-missing', { file: path, reason: codeOf(failure) });
    },
  };
}

/** Writes at once, also into a pipe that is full for a moment: output must not be lost when the process ends. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') process.exit(0);
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
