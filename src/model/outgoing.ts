/** What goes out: texts to people and groups, part by part, and what became of each. */
import type { Day, Instant } from './instant.ts';

export type SendResult =
  /** The platform has taken it; `id` is its own id of the message, where it tells one. */
  | { readonly outcome: 'sent'; readonly id?: string }
  /** Surely not sent, and may be tried again. `pause` holds the whole account back, not only this target. */
  | { readonly outcome: 'retry'; readonly afterMs: number; readonly pause: boolean; readonly why: string }
  /** Surely not sent, and never will be. `closed`: nothing at all reaches this target by this account. */
  | { readonly outcome: 'failed'; readonly closed: boolean; readonly why: string }
  /** May have been sent: the answer was lost. */
  | { readonly outcome: 'unknown'; readonly why: string };

export const OUTGOING_STATES = ['queued', 'attempting', 'sent', 'failed', 'unknown'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** Why a text goes out; the first word of its key. */
export type OutgoingKind = 'digest' | 'alert' | 'answer' | 'post' | 'reminder' | 'notice';

/** One text for one person or group, cut into parts that are sent in order. */
export interface Outgoing {
  /** Unique for ever: `digest 2026-11-17 gu-yan`, `alert <alert key>`, `answer <platform> <account> <id>`. */
  readonly key: string;
  readonly kind: OutgoingKind;
  /** Who is meant; null where a group is. The channel is chosen when it goes out. */
  readonly person: string | null;
  /** The group meant, or the account that is answered; null where any channel of the person will do. */
  readonly to: { readonly platform: string; readonly target: 'group' | 'person'; readonly id: string } | null;
  /** The whole text, and where it may be cut. */
  readonly blocks: readonly string[];
  readonly buttons?: readonly (readonly string[])[];
  readonly replyTo?: string;
  readonly mentions?: readonly string[];
  readonly createdAt: Instant;
  /** Not to be sent before. */
  readonly notBefore: Instant;
  /** Digest that it carries: handles of its items are numbers in it. */
  readonly digest?: { readonly person: string; readonly date: Day };
}
