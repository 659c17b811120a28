/** What refining keeps: answers by the hash of their masked question, what was accepted, and the audit log. */
import type { Instant } from '../model/instant.ts';
import type { Proposal, RefineCall, Refinement } from '../model/refinement.ts';

/** What a call, or a look into the cache, has brought; kept as one. */
export interface RefineStep {
  readonly call: RefineCall;
  /** Null: asked, and nothing of use came back. */
  readonly answers: readonly { readonly key: string; readonly proposal: Proposal | null }[];
  readonly accepted: readonly Refinement[];
}

export interface RefineStore {
  /** Of those keys that were answered. */
  refineAnswers(keys: readonly string[]): Promise<ReadonlyMap<string, Proposal | null>>;
  /** Nothing is ever replaced: the first answer to a question, and the first acceptance of it for a directive, stay. */
  saveRefining(step: RefineStep): Promise<void>;
  /** Accepted since then, oldest first. */
  refinements(since: Instant): Promise<readonly Refinement[]>;
  /** The audit log since then, oldest first. */
  refineCalls(since: Instant): Promise<readonly RefineCall[]>;
}
