/** An optional helper in doubt: asked about masked messages, it proposes; what becomes of its words is decided elsewhere. */
import type { CallOutcome, Proposal, RefineQuestion } from '../model/refinement.ts';

export interface RefinerReply {
  readonly outcome: Exclude<CallOutcome, 'budget' | 'cached' | 'unproven'>;
  /** One for each question, in order; null where none, or none of the right form, came back. */
  readonly proposals: readonly (Proposal | null)[];
  /** As the server counts them, or estimated where it may have counted and did not say so. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Refiner {
  readonly host: string;
  readonly model: string;
  /** Never throws, and never takes longer than its time-out with its repeats. */
  ask(questions: readonly RefineQuestion[], signal?: AbortSignal): Promise<RefinerReply>;
  /** The most tokens that asking may cost; never less than it does. */
  estimate(questions: readonly RefineQuestion[]): number;
}
