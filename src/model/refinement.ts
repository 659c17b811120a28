/** What may be asked of a refiner, what it may propose, and what is kept of it. Everything in a question is masked already. */
import type { Deadline } from './deadline.ts';
import type { Day, Instant } from './instant.ts';
import type { MessageKey } from './message.ts';
import type { Span } from './span.ts';

export const REFINE_MODES = ['off', 'unsure', 'all-directives'] as const;
export type RefineMode = (typeof REFINE_MODES)[number];

/** What the program is in doubt about: whether it is an ask at all, its title, until when, of whom; whether two are one. */
export const DOUBTS = ['verdict', 'title', 'deadline', 'audience', 'same'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** A message as it is shown to a refiner: names and numbers are placeholders. */
export interface MaskedMessage {
  readonly by: string;
  /** Wall-clock time with the day of the week. */
  readonly when: string;
  readonly text: string;
  /** True for those that the question is about; the others stand around them. */
  readonly asked: boolean;
  /** Of the item that it may be one with. */
  readonly other?: true;
}

export interface RefineQuestion {
  readonly doubts: readonly Doubt[];
  readonly messages: readonly MaskedMessage[];
  /** As the program has read it. */
  readonly title: string;
  /** Of the item that it may be one with. */
  readonly otherTitle?: string;
}

/** A refiner's word on one question. Claims quote the masked messages; nothing of it is believed before it is checked. */
export interface Proposal {
  /** `asks`: somebody must do something or be there; `tells`: it only informs; `nothing`: neither. */
  readonly verdict: 'asks' | 'tells' | 'nothing';
  /** The words that show it. */
  readonly quote: string;
  readonly title: string | null;
  readonly deadline: { readonly quote: string; readonly day: Day } | null;
  /** Placeholders of persons who are to do it. */
  readonly people: readonly string[];
  /** Both items ask the same thing: words of each that show it. */
  readonly same?: { readonly quote: string; readonly other: string } | null;
}

/** What was accepted of a proposal: each claim is words of a message of the store. It changes how an item is shown, never the ledger. */
export interface Refinement {
  readonly directive: string;
  /** Hash of the question. */
  readonly key: string;
  readonly at: Instant;
  readonly message: MessageKey;
  readonly quote: string;
  readonly span: Span;
  /** The item is an ask: no longer unsure. */
  readonly asks: boolean;
  readonly title: string | null;
  readonly deadline: Deadline | null;
  /** Person ids to whom it is clear now. */
  readonly people: readonly string[];
  /** The item that it is one with, and the words of that one. */
  readonly same?: { readonly directive: string; readonly message: MessageKey; readonly quote: string; readonly span: Span };
}

/** How a call ended. Nothing was sent where it says `cached` (known already), `budget` or `resting` (the last calls failed). `unproven`: a question whose answer is known was answered wrong. */
export const CALL_OUTCOMES = [
  'answered',
  'refused',
  'broken',
  'late',
  'limited',
  'unreachable',
  'resting',
  'budget',
  'cached',
  'unproven',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** A line of the audit log: what was sent when, to whom, at what cost; never the text. */
export interface RefineCall {
  readonly at: Instant;
  readonly host: string;
  readonly model: string;
  readonly questions: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly yuan: number;
  readonly outcome: CallOutcome;
}

/** What a digest tells of it. */
export interface RefinementNote {
  /** Items that are shown with what was accepted. */
  readonly refined: number;
  /** The digest's share of what was spent in its window. */
  readonly yuan: number;
  /** How the last call ended, where it came to nothing. */
  readonly trouble: CallOutcome | null;
}
