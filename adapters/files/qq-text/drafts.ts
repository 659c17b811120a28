/**
 * Messages that are still being read. A header with an account is sure. A header with a bare name, in a chat whose
 * headers have accounts, may as well be a line of a schedule that somebody pasted; it is one only if its time lies
 * between those of its neighbours, so such drafts wait for the next sure header.
 */
import type { Header } from './header.ts';

export interface Draft {
  readonly header: Header;
  /** Number of the header's line, and the line itself. */
  readonly line: number;
  readonly raw: string;
  /** Blank lines before the header. */
  readonly before: number;
  readonly body: string[];
  size: number;
}

/** Characters of one message: far above any message, far below what memory can't hold. */
export const MAX_BODY = 1024 * 1024;
/** Doubtful headers in a row; more are taken as they stand, so that waiting costs no memory. */
export const MAX_DOUBTFUL = 32;
/** Blank lines inside a message; more are dropped. */
const MAX_BLANKS = 50;

export function newDraft(header: Header, line: number, raw: string, before: number): Draft {
  return { header, line, raw, before, body: [], size: 0 };
}

/** False where the message is longer than it may be: the line is dropped. */
export function addLine(draft: Draft, text: string, blanks: number): boolean {
  if (draft.size + text.length > MAX_BODY) return false;
  if (draft.body.length > 0) for (let count = Math.min(blanks, MAX_BLANKS); count > 0; count -= 1) draft.body.push('');
  draft.body.push(text);
  draft.size += text.length + blanks + 1;
  return true;
}

/** Which of the drafts are messages, the next sure header being of `until`; the others are lines of the one before. */
export function settled(drafts: readonly Draft[], until: number): readonly Draft[] {
  const messages: Draft[] = [];
  for (const draft of drafts) {
    const last = messages.at(-1);
    if (last === undefined || (last.header.sentAt <= draft.header.sentAt && draft.header.sentAt <= until)) messages.push(draft);
    else for (const [index, text] of [draft.raw, ...draft.body].entries()) addLine(last, text, index === 0 ? draft.before : 0);
  }
  return messages;
}
