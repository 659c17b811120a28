/** Time and chance, so that tests hold both in their hands. */
import type { Instant } from '../model/instant.ts';

export interface Clock {
  now(): Instant;
  /** Runs the action after a while; answers with how to call it off. */
  after(ms: number, action: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
}
