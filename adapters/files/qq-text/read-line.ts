/** What each line of a QQ export is, given the lines before it: frame, blank, header, or a line of a body. */
import { basename, extname } from 'node:path';
import type { ImportContext, ImportEvent } from '../../../src/adapter-kit.ts';
import { decode, type Encoding } from '../bytes/decode.ts';
import type { ByteLine } from '../bytes/lines.ts';
import { problem } from '../problem.ts';
import { addLine, type Draft, MAX_DOUBTFUL, newDraft, settled } from './drafts.ts';
import { type Numbering, numbering, toEnvelope } from './envelope.ts';
import { type Header, readHeader } from './header.ts';
import { readFrame } from './sections.ts';

interface Chat {
  /** Null until the frame, or the first message, tells. */
  name: string | null;
  announced: boolean;
  /** None of its headers has shown an account, as in private chats; null before the first header. */
  bare: boolean | null;
  readonly next: Numbering;
  /** Lines inside bodies that would be headers if a blank line stood before them. */
  lookalikes: { count: number; line: number };
}

export interface Reading {
  readonly context: ImportContext;
  readonly encoding: Encoding;
  chat: Chat;
  /** Messages being read; all but the first are doubtful. */
  drafts: Draft[];
  /** Between a frame and the first header after it. */
  framing: boolean;
  /** A line of `=` that may begin a frame. */
  rule: { readonly text: string; readonly line: number } | null;
  blanks: number;
  /** The last line belonged to nothing, or to a message that was full: one problem is enough. */
  lost: boolean;
}

export function newReading(context: ImportContext, encoding: Encoding): Reading {
  return { context, encoding, chat: newChat(), drafts: [], framing: true, rule: null, blanks: 0, lost: false };
}

function newChat(): Chat {
  return { name: null, announced: false, bare: null, next: numbering(), lookalikes: { count: 0, line: 0 } };
}

export function* readLine(reading: Reading, line: ByteLine): Iterable<ImportEvent> {
  if (line.bytes === null) {
    yield problem(reading.context, line.number, 'import.too-long');
    return;
  }
  const { text, exact } = decode(line.bytes, reading.encoding);
  if (!exact) yield problem(reading.context, line.number, 'import.bad-encoding');
  const framed = yield* readAsFrame(reading, text, line.number);
  if (framed) return;
  if (text === '') {
    reading.blanks += 1;
    return;
  }
  const header = readHeader(text, reading.context.timezone);
  const apart = reading.framing || reading.blanks > 0 || reading.drafts.length === 0;
  if (header !== null && header !== 'invalid' && apart) yield* begin(reading, header, text, line.number);
  else {
    if (header === 'invalid' && apart) yield problem(reading.context, line.number, 'import.invalid-time-in-header');
    if (header !== null && header !== 'invalid' && header.account !== null) countLookalike(reading.chat, line.number);
    yield* readAsBody(reading, text, line.number);
  }
}

/** Frames begin with a line of `=`; true where the line was part of one. */
function* readAsFrame(reading: Reading, text: string, number: number): Generator<ImportEvent, boolean> {
  const frame = readFrame(text);
  const expected = reading.framing || reading.rule !== null || (frame?.kind === 'banner' && reading.blanks > 0);
  if (reading.rule !== null && (frame === null || frame.kind === 'rule')) {
    yield* ruleAsBody(reading);
  }
  if (frame === null || (frame.kind !== 'rule' && !expected)) return false;
  if (frame.kind === 'rule') {
    if (!reading.framing) reading.rule = { text, line: number };
    return true;
  }
  reading.rule = null;
  yield* closeChat(reading);
  reading.framing = true;
  if (frame.kind === 'chat') {
    reading.chat.name = frame.name;
    yield* announce(reading);
  }
  return true;
}

function* begin(reading: Reading, header: Header, raw: string, line: number): Iterable<ImportEvent> {
  const { chat } = reading;
  chat.bare = header.account === null && chat.bare !== false;
  const draft = newDraft(header, line, raw, reading.blanks);
  const sure = header.account !== null || chat.bare || reading.drafts.length >= MAX_DOUBTFUL;
  if (sure) yield* settle(reading, header.sentAt);
  reading.drafts.push(draft);
  reading.framing = false;
  reading.blanks = 0;
  reading.lost = false;
}

function* readAsBody(reading: Reading, text: string, line: number): Iterable<ImportEvent> {
  const draft = reading.drafts.at(-1);
  const kept = draft !== undefined && addLine(draft, text, reading.blanks);
  if (!kept && !reading.lost) yield problem(reading.context, line, draft === undefined ? 'import.stray-text' : 'import.text-cut');
  reading.lost = !kept;
  reading.blanks = 0;
}

/** The line of `=` began no frame: it was a line of a message. */
function* ruleAsBody(reading: Reading): Iterable<ImportEvent> {
  const { rule } = reading;
  reading.rule = null;
  if (rule !== null) yield* readAsBody(reading, rule.text, rule.line);
}

function countLookalike(chat: Chat, line: number): void {
  if (chat.lookalikes.count === 0) chat.lookalikes.line = line;
  chat.lookalikes.count += 1;
}

function* settle(reading: Reading, until: number): Iterable<ImportEvent> {
  const messages = settled(reading.drafts, until);
  reading.drafts = [];
  if (messages.length > 0) yield* announce(reading);
  for (const { header, body, line } of messages) {
    yield { kind: 'message', envelope: toEnvelope(groupOf(reading), header, body.join('\n').toWellFormed(), reading.chat.next), line };
  }
}

export function* closeChat(reading: Reading): Iterable<ImportEvent> {
  yield* ruleAsBody(reading);
  yield* settle(reading, Number.POSITIVE_INFINITY);
  const { count, line } = reading.chat.lookalikes;
  if (count > 0) yield problem(reading.context, line, 'import.header-in-body', { count: String(count) });
  Object.assign(reading, { chat: newChat(), blanks: 0, lost: false });
}

function* announce(reading: Reading): Iterable<ImportEvent> {
  if (reading.chat.announced) return;
  reading.chat.announced = true;
  const id = groupOf(reading);
  yield { kind: 'group', group: { platform: 'qq', id, name: id } };
}

/** The export tells no number of the group, so its name is its id; where even that was cut off, the file's name is. */
function groupOf(reading: Reading): string {
  const { file } = reading.context;
  return reading.chat.name || basename(file, extname(file)) || 'qq';
}
