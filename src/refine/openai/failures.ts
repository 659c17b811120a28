/** What a failed call means, and whether another try may help. */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { CallOutcome } from '../../model/refinement.ts';

export type FailedOutcome = Extract<CallOutcome, 'refused' | 'broken' | 'late' | 'limited' | 'unreachable'>;

export interface Failure {
  readonly outcome: FailedOutcome;
  /** What was not taken can be sent again without paying twice. */
  readonly mayRepeat: boolean;
  /** It may have been counted all the same. */
  readonly mayCost: boolean;
  /** When the server wants to be asked again. */
  readonly afterMs: number | null;
}

export function failureOf(error: unknown): Failure {
  const failed = (outcome: FailedOutcome, mayRepeat: boolean, mayCost = false): Failure => ({ outcome, mayRepeat, mayCost, afterMs: null });
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return failed('late', false, true);
  if (error instanceof APIConnectionError) return failed('unreachable', true);
  if (error instanceof OpenAI.RateLimitError) return { ...failed('limited', true), afterMs: retryAfter(error) };
  if (error instanceof APIError && typeof error.status === 'number') {
    if (error.status >= 500) return failed('unreachable', true);
    // Providers refuse texts that their filters dislike with 400 or 451, and keys with 401 or 403.
    return failed(error.status === 400 || error.status === 451 ? 'refused' : 'unreachable', false);
  }
  return failed('broken', false, true);
}

function retryAfter({ headers }: APIError): number | null {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}
