/** The digest and alert documents, as values; instants become ISO strings only when they are written out. */
import type { Deadline, Urgency } from './deadline.ts';
import type { Day, Instant } from './instant.ts';
import type { Label } from './label.ts';
import type { DuplicateAsk, ReachNote } from './leadership.ts';
import type { MessageKey } from './message.ts';
import type { Evidence, ItemKind } from './reading.ts';
import type { RefinementNote } from './refinement.ts';

export const SECTIONS = ['changed', 'due', 'new', 'upcoming', 'hazards', 'appeals', 'notices', 'unsure', 'traffic'] as const;
export type Section = (typeof SECTIONS)[number];
export type ItemStatus = 'open' | 'changed' | 'cancelled' | 'done' | 'overdue';

export interface ItemChange {
  readonly field: 'deadline' | 'status' | 'content';
  readonly from: string | null;
  readonly to: string | null;
  readonly message: MessageKey;
}

export interface DigestItem {
  readonly id: string;
  readonly number: number;
  readonly section: Section;
  readonly kind: ItemKind;
  readonly title: string;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly deadline: Deadline | null;
  readonly status: ItemStatus;
  readonly urgency: Urgency;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly changes: readonly ItemChange[];
  readonly audienceUnclear: boolean;
  /** It asks some, and of the reader that can't be told: then it stands among what is unsure. */
  readonly perhaps?: true;
  readonly conflict: boolean;
  readonly similarTo: readonly string[];
  readonly condition: string | null;
  /** A demand that is nobody's duty, and that people can help themselves with. */
  readonly selfHelp?: true;
  /** Overdue or undated for so long that digests name it here for the last time. */
  readonly letGo?: true;
  readonly outsider: boolean;
  /** Items of the ledger that are shown with it as one, because a refiner's words were accepted. */
  readonly together?: readonly { readonly id: string; readonly title: string }[];
}

export interface Accounted {
  readonly evidence: number;
  readonly filtered: number;
  readonly talk: number;
  readonly forOthers: number;
  readonly closed: number;
}

export interface Digest {
  readonly date: Day;
  readonly cadre: string;
  readonly sentAt: Instant;
  readonly window: { readonly from: Instant; readonly to: Instant };
  readonly items: readonly DigestItem[];
  readonly filtered: { readonly total: number; readonly byLabel: Readonly<Partial<Record<Label, number>>> };
  readonly accounted: Accounted;
  readonly unaccounted: number;
  readonly coverage: { readonly groups: number; readonly notCovered: readonly string[] };
  /** Of the reader's own directives; in leaders' digests only, and never kept: it is gone when the directive is closed. */
  readonly receipts?: readonly ReachNote[];
  /** In leaders' digests only. */
  readonly duplicates?: readonly DuplicateAsk[];
  /** Where a refiner was asked. */
  readonly refinement?: RefinementNote;
}

export type AlertReason = 'due' | 'hazard' | 'urgent' | 'changed';

export interface Alert {
  readonly at: Instant;
  readonly cadre: string;
  readonly reason: AlertReason;
  readonly item: DigestItem;
}

/** An answer of a person to a directive, as `replay --receipts` writes it. */
export interface Receipt {
  readonly item: string;
  readonly evidence: readonly Evidence[];
  readonly person: string;
  readonly state: 'acknowledged' | 'reported' | 'done';
  readonly message: MessageKey;
}
