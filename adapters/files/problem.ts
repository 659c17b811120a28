/** Everything that can be wrong with an export, by code. The words for people live elsewhere. */
import type { ImportContext, ImportEvent } from '../../src/adapter-kit.ts';

export type ProblemCode =
  /** The file can't be opened or read on (`reason`: the system's code). */
  | 'import.unreadable'
  | 'import.empty'
  /** No reader knows what this is. */
  | 'import.unknown-format'
  /** No reader has this name (`format`). */
  | 'import.no-such-format'
  // Skipped: a line or an entry that can't become a message.
  | 'import.not-json'
  | 'import.not-an-object'
  | 'import.missing-field'
  | 'import.invalid-field'
  | 'import.unknown-kind'
  | 'import.time-without-offset'
  /** Sent when nobody can have sent it: one such time would stretch a chat over a century. */
  | 'import.impossible-time'
  | 'import.too-long'
  | 'import.malformed'
  | 'import.unsupported-message'
  | 'import.no-chat-id'
  /** A chat of a full export that may be a private one: none of its messages is read. */
  | 'import.unknown-chat-type'
  | 'import.stray-text'
  /** A full export holds private chats; they are counted (`count`), never read. */
  | 'import.private-chats-left-out'
  // Kept: the message is in, but something about it is worth a look.
  | 'import.field-ignored'
  | 'import.bad-encoding'
  | 'import.text-cut'
  | 'import.invalid-time-in-header'
  /** Lines that look like a sender's line inside a message (`count`); the first one is named. */
  | 'import.header-in-body'
  /** The export ends in the middle; everything before is in. */
  | 'import.truncated';

export type Facts = Readonly<Record<string, string>>;

export function problem(context: Pick<ImportContext, 'file'>, line: number, code: ProblemCode, facts: Facts = {}): ImportEvent {
  return { kind: 'problem', file: context.file, line, problem: { code, facts } };
}
