/** One entry of a chat's `messages` to an envelope. */
import { canBeSentAt, type Envelope, type Instant, type MessageKind, parseInstant } from '../../../src/adapter-kit.ts';
import type { Facts, ProblemCode } from '../problem.ts';
import { given, readTolerantly } from '../tolerant.ts';
import { wallClock } from '../wall-clock.ts';
import { senderId } from './ids.ts';
import { fileOf, mediaKind } from './media.ts';
import { type Said, said, serviceText } from './text.ts';
import { ESSENTIAL, WireMessage } from './wire.ts';

export interface Chat {
  readonly group: string;
  readonly name: string;
}

export type Translation =
  | { readonly ok: true; readonly envelope: Envelope; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly code: ProblemCode; readonly facts: Facts };

export function translate(raw: Readonly<Record<string, unknown>>, chat: Chat, timezone: string): Translation {
  const read = readTolerantly(WireMessage, raw, ESSENTIAL);
  if (!read.ok) return { ok: false, code: read.missing ? 'import.missing-field' : 'import.invalid-field', facts: { field: read.field } };
  const { wire, ignored } = read;
  // The exporter tells its id and nothing else, not even when it was sent.
  if (wire.type === 'unsupported') return { ok: false, code: 'import.unsupported-message', facts: { message: wire.id } };
  const sentAt = sentAtOf(wire, timezone);
  if (sentAt === null || !canBeSentAt(sentAt)) return { ok: false, code: 'import.invalid-field', facts: { field: 'date' } };
  const key = { platform: 'telegram', group: chat.group, id: wire.id, sentAt };
  return { ok: true, envelope: { ...key, ...(wire.type === 'service' ? service(wire, chat) : spoken(wire, chat)) }, ignored };
}

type Content = Omit<Envelope, 'platform' | 'group' | 'id' | 'sentAt'>;

function service(wire: WireMessage, chat: Chat): Content {
  return {
    sender: senderOf(wire.actor_id ?? wire.from_id, wire.actor ?? wire.from, chat),
    kind: 'system',
    text: serviceText(wire),
    ...given('replyTo', wire.message_id),
  };
}

function spoken(wire: WireMessage, chat: Chat): Content {
  const words = said(wire);
  return {
    sender: senderOf(wire.from_id, wire.from ?? wire.author, chat),
    kind: kindOf(wire, words),
    text: words.text,
    ...(words.mentions.length > 0 ? { mentions: words.mentions } : {}),
    // A reply into another chat names a message that isn't one of this group.
    ...given('replyTo', wire.reply_to_peer_id === undefined || wire.reply_to_peer_id === null ? wire.reply_to_message_id : null),
    ...given('file', fileOf(wire)),
    ...given('url', words.url),
    ...given('durationSec', wire.duration_seconds),
    // The words of a forward stand in `text`, where evidence is quoted from; the part only says whose they were.
    ...(wire.forwarded_from === undefined ? {} : { forwarded: [{ ...given('sender', wire.forwarded_from), text: '' }] }),
  };
}

function kindOf(wire: WireMessage, words: Said): MessageKind {
  return mediaKind(wire) ?? (words.onlyLink ? 'link' : 'text');
}

/** What no account sent, the chat itself did. A deleted account has an id and no name. */
function senderOf(id: string | null | undefined, name: string | null | undefined, chat: Chat): Envelope['sender'] {
  if (id === null || id === undefined) return { id: chat.group, name: name || chat.name };
  return { id: senderId(id), name: name || senderId(id) };
}

/** The seconds since 1970 where they are told; older versions wrote only the wall clock of the exporting computer. */
function sentAtOf(wire: WireMessage, timezone: string): Instant | null {
  const seconds = /^\d{1,11}$/u.test(String(wire.date_unixtime ?? '')) ? Number(wire.date_unixtime) : 0;
  if (seconds > 0) return seconds * 1000;
  const [day = '', time = ''] = (wire.date ?? '').split('T');
  return wallClock(day, time, timezone) ?? parseInstant(wire.date ?? '');
}
