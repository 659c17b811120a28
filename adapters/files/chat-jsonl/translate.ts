/** One line of chat.jsonl to an envelope. */
import {
  canBeSentAt,
  type Envelope,
  type FileInfo,
  MESSAGE_KINDS,
  type MessageKind,
  parseInstant,
  withForwardedWords,
} from '../../../src/adapter-kit.ts';
import type { Facts, ProblemCode } from '../problem.ts';
import { given, readTolerantly } from '../tolerant.ts';
import { ESSENTIAL, WireLine } from './wire.ts';

export type Translation =
  | { readonly ok: true; readonly envelope: Envelope; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly code: ProblemCode; readonly facts: Facts };

export function translate(raw: Readonly<Record<string, unknown>>): Translation {
  const read = readTolerantly(WireLine, raw, ESSENTIAL);
  if (!read.ok) return refused(read.missing ? 'import.missing-field' : 'import.invalid-field', { field: read.field });
  const { wire, ignored } = read;
  const kind = kindOf(wire.kind);
  if (kind === null) return refused('import.unknown-kind', { kind: nameLike(wire.kind ?? '') });
  const sentAt = parseInstant(wire.sentAt);
  if (sentAt === null) return refused(timeProblem(wire.sentAt), { field: 'sentAt' });
  if (!canBeSentAt(sentAt)) return refused('import.impossible-time', { field: 'sentAt' });
  const sender = senderOf(wire, kind);
  if (sender === null) return refused('import.missing-field', { field: 'sender' });
  const { platform, group, id } = wire;
  const envelope = withForwardedWords<Envelope>({ platform, group, id, sentAt, sender, kind, text: wire.text ?? '', ...extras(wire) });
  return { ok: true, envelope, ignored };
}

function extras(wire: WireLine): Partial<Envelope> {
  return {
    ...given('mentions', wire.mentions),
    ...given('replyTo', wire.replyTo),
    ...given('file', wire.file && fileOf(wire.file)),
    ...given('url', wire.url),
    ...given('durationSec', wire.durationSec),
    ...given('recalls', wire.recalls),
    ...given('edits', wire.edits),
    ...given(
      'forwarded',
      wire.forwarded?.map((part) => ({ ...given('sender', part.sender), text: part.text })),
    ),
  };
}

function fileOf(file: NonNullable<WireLine['file']>): FileInfo {
  return { name: file.name, ...given('mime', file.mime), ...given('size', file.size), ...given('path', file.path) };
}

/** Every message has a sender; a system message may come from the group itself. A name that isn't told is the id. */
function senderOf(wire: WireLine, kind: MessageKind): Envelope['sender'] | null {
  if (wire.sender) return { id: wire.sender.id, name: wire.sender.name || wire.sender.id };
  return kind === 'system' ? { id: wire.group, name: wire.group } : null;
}

function kindOf(kind: string | null | undefined): MessageKind | null {
  return MESSAGE_KINDS.find((known) => known === (kind ?? 'text')) ?? null;
}

function timeProblem(sentAt: string): ProblemCode {
  return parseInstant(`${sentAt}Z`) === null ? 'import.invalid-field' : 'import.time-without-offset';
}

function refused(code: ProblemCode, facts: Facts): Translation {
  return { ok: false, code, facts };
}

/** A problem never holds words of a message, not even of one whose fields are mixed up. */
function nameLike(kind: string): string {
  return /^[\w-]{1,24}$/u.test(kind) ? kind : '?';
}
