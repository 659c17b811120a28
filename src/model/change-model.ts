/** By what it is told what an update does to its directive: how much each sign of its words and times speaks for each kind of change. */
import type { ChangeKind } from './reading.ts';

/** In the order of the weights. */
export const CHANGE_KINDS = ['deadline', 'cancel', 'remind', 'amend', 'done', 'reinstate'] as const satisfies readonly ChangeKind[];

export interface ChangeModel {
  readonly bias: readonly number[];
  /** Sign → a weight for each kind. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}
