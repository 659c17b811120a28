/** A text that goes out, and its parts, as rows of their tables and back. */
import type { Day, Instant } from '../../model/instant.ts';
import type { Outgoing, OutgoingKind, OutgoingState } from '../../model/outgoing.ts';
import type { OutgoingPart, OutgoingRow } from '../../ports/live-store.ts';

export interface OutgoingColumns {
  readonly key: string;
  readonly kind: OutgoingKind;
  readonly person: string | null;
  readonly to_platform: string | null;
  readonly to_target: 'group' | 'person' | null;
  readonly to_id: string | null;
  readonly body: string;
  readonly digest_person: string | null;
  readonly digest_day: Day | null;
  readonly created_at: Instant;
  readonly not_before: Instant;
  readonly state: OutgoingState;
  readonly closed: string;
  readonly doubtful: number;
}

export interface PartColumns {
  readonly key: string;
  readonly part: number;
  readonly parts: number;
  readonly channel: string;
  readonly platform: string;
  readonly target: 'group' | 'person';
  readonly target_id: string;
  readonly text: string;
  readonly state: OutgoingState;
  readonly attempts: number;
  readonly not_before: Instant;
  readonly tried_at: Instant | null;
  readonly resent: number;
  readonly message_id: string | null;
}

type Body = Pick<Outgoing, 'blocks' | 'buttons' | 'replyTo' | 'mentions'>;

/** What is emptied when it is sent: `{"blocks":[]}`. */
export function bodyOf({ blocks, buttons, replyTo, mentions }: Body): string {
  return JSON.stringify({ blocks, buttons, replyTo, mentions });
}

export function partOf(row: PartColumns): OutgoingPart {
  const { key, part, parts, channel, platform, target, target_id: id, text, state, attempts } = row;
  return {
    key,
    part,
    parts,
    channel,
    platform,
    target,
    id,
    text,
    state,
    attempts,
    notBefore: row.not_before,
    triedAt: row.tried_at,
    resent: row.resent === 1,
    messageId: row.message_id,
  };
}

export function outgoingOf(row: OutgoingColumns, parts: readonly OutgoingPart[]): OutgoingRow {
  const { key, kind, person, to_platform: platform, to_target: target, to_id: id, digest_person: reader, digest_day: date } = row;
  return {
    key,
    kind,
    person,
    to: platform === null || target === null || id === null ? null : { platform, target, id },
    ...(JSON.parse(row.body) as Body),
    createdAt: row.created_at,
    notBefore: row.not_before,
    ...(reader === null || date === null ? null : { digest: { person: reader, date } }),
    state: row.state,
    closed: JSON.parse(row.closed) as readonly string[],
    doubtful: row.doubtful === 1,
    parts,
  };
}
