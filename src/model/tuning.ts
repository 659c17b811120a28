/** What admins change about the noise filter: local rules, changes of shipped ones, corrections of verdicts, and what is learned from them. */
import type { Instant } from './instant.ts';
import type { Label } from './label.ts';
import type { MessageKey, MessageKind } from './message.ts';

/** A rule that an admin has added: a pattern on the sender's own words, with texts that must hit and must not. */
export interface LocalRule {
  /** Begins with `local.`, so that it never takes the place of a shipped one. */
  readonly id: string;
  readonly label: Label;
  readonly weight: number;
  /** One Chinese sentence that says what was seen. */
  readonly says: string;
  /** `own`: the sender's words as they stand; `bare`: without mentions, stickers and outer punctuation. */
  readonly on: 'own' | 'bare';
  /** Every text that the pattern matches has one of these. */
  readonly needs?: readonly string[];
  readonly pattern: string;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** All that stands over the shipped rules. */
export interface RuleOverlay {
  readonly rules: readonly LocalRule[];
  /** Ids of rules that don't speak. */
  readonly muted: readonly string[];
  /** Other weights for shipped rules, by id. */
  readonly weights: Readonly<Record<string, number>>;
  /** Number of the local model in use; null = the shipped one alone. */
  readonly model: number | null;
  /** Keys of messages that changes were allowed to hide, each named by an admin. */
  readonly confirmed?: readonly string[];
}

export const NO_OVERLAY: RuleOverlay = { rules: [], muted: [], weights: {}, model: null };

/** Who changed something, when, and why. */
export interface Signed {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** An immutable version of the overlay. */
export interface RuleVersion extends Signed {
  /** Counted from 1. */
  readonly number: number;
  readonly overlay: RuleOverlay;
  /** The version that this one brings back; null for a change. */
  readonly restores: number | null;
}

/** An admin's word on one message; null takes the earlier ones back. The last one holds. */
export interface Correction extends MessageKey, Signed {
  readonly number: number;
  readonly label: Label | null;
  /** Kind and text of the message, for finding its copies. */
  readonly kind: MessageKind;
  readonly text: string;
}

/** How much one feature speaks more for one label than the shipped model says: hash, place of the label, difference. */
export type WeightDelta = readonly [hash: number, label: number, difference: number];

/** What was learned from corrections, as differences to the shipped model. */
export interface LocalModel extends Signed {
  readonly number: number;
  /** The shipped model that it was learned on. */
  readonly base: string;
  readonly corrections: number;
  readonly grams: readonly WeightDelta[];
  readonly signals: readonly WeightDelta[];
}
