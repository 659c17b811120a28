/** What a reader of chat exports gives: messages, the names of groups, and what could not be read. */
import type { Envelope } from '../model/message.ts';

/** A code with its facts; the words for people live in data/lang. It never holds the text of a message. */
export interface ImportProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface ImportedGroup {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
}

export type ImportEvent =
  /** `line` is where the message begins in the export, counted from 1. */
  | { readonly kind: 'message'; readonly envelope: Envelope; readonly line: number }
  | { readonly kind: 'group'; readonly group: ImportedGroup }
  | { readonly kind: 'problem'; readonly file: string; readonly line: number; readonly problem: ImportProblem };

export interface ImportContext {
  /** What problems call the export: the path as the user gave it. */
  readonly file: string;
  /** The zone of times that name none. */
  readonly timezone: string;
  /** The first bytes of the export, for deciding its encoding. */
  readonly head: Uint8Array;
}

/** Takes an export piece by piece, cut anywhere, and gives events as soon as they are sure. */
export interface ImportFeed {
  feed(bytes: Uint8Array): Iterable<ImportEvent>;
  end(): Iterable<ImportEvent>;
}

/** One format of chat exports. */
export interface ImportReader<Name extends string = string> {
  readonly name: Name;
  /** Whether an export that begins with these bytes is of this format. */
  recognises(head: Uint8Array): boolean;
  open(context: ImportContext): ImportFeed;
}
