/** A message as a row of its table and back. */
import type { Envelope, Message, MessageKind } from '../../model/message.ts';

export interface MessageRow {
  readonly seq: number;
  readonly platform: string;
  readonly group_id: string;
  readonly id: string;
  readonly sent_at: number;
  readonly heard_at: number | null;
  readonly sender_id: string;
  readonly sender_name: string;
  readonly kind: string;
  readonly text: string;
  readonly extra: string | null;
}

type Extra = Omit<Envelope, 'platform' | 'group' | 'id' | 'sentAt' | 'heardAt' | 'sender' | 'kind' | 'text'>;

export function messageOf(row: MessageRow): Message {
  return {
    platform: row.platform,
    group: row.group_id,
    id: row.id,
    sentAt: row.sent_at,
    ...(row.heard_at === null ? null : { heardAt: row.heard_at }),
    sender: { id: row.sender_id, name: row.sender_name },
    kind: row.kind as MessageKind,
    text: row.text,
    ...(row.extra === null ? null : (JSON.parse(row.extra) as Extra)),
    seq: row.seq,
  };
}

/** What most messages don't have, as JSON; null for a message without any of it. */
export function extraOf(envelope: Envelope): string | null {
  const { mentions, replyTo, file, url, durationSec, recalls, edits, forwarded } = envelope;
  const extra: { [Key in keyof Required<Extra>]: Extra[Key] | undefined } = {
    mentions,
    replyTo,
    file,
    url,
    durationSec,
    recalls,
    edits,
    forwarded,
  };
  for (const key in extra) if (extra[key as keyof Extra] !== undefined) return JSON.stringify(extra);
  return null;
}

/**
 * The envelope as a read will give it back. SQLite stores UTF-8, which has no halves of surrogate pairs (an emoji cut in two by a chat
 * system): each becomes U+FFFD here already, so that a message just stored and one read later are the same, and spans still fit.
 */
export function storable(envelope: Envelope): Envelope {
  const { platform, group, id, sender, text } = envelope;
  if (
    platform.isWellFormed() &&
    group.isWellFormed() &&
    id.isWellFormed() &&
    sender.id.isWellFormed() &&
    sender.name.isWellFormed() &&
    text.isWellFormed()
  ) {
    return envelope;
  }
  return {
    ...envelope,
    platform: platform.toWellFormed(),
    group: group.toWellFormed(),
    id: id.toWellFormed(),
    sender: { id: sender.id.toWellFormed(), name: sender.name.toWellFormed() },
    text: text.toWellFormed(),
  };
}
