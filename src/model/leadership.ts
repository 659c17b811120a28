/** What a leader's digest holds beside its items: how far the leader's own directives have reached, and who asks for the same data twice. */
import type { AnswerState } from './reading.ts';

/** Of one of the reader's own directives. Counts and names, unranked and without times. */
export interface ReachNote {
  readonly item: string;
  readonly title: string;
  readonly asked: number;
  readonly reached: number;
  /** In the roster's order, which says nothing about them. */
  readonly missing: readonly string[];
  /** Who was reminded by name and had answered by then. */
  readonly reminded: readonly { readonly name: string; readonly state: AnswerState }[];
}

/** Two open directives of different issuers that ask for much the same. */
export interface DuplicateAsk {
  readonly items: readonly [string, string];
  readonly titles: readonly [string, string];
  readonly issuers: readonly [string, string];
}
