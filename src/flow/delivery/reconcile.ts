/** What becomes of a text that may have been sent: nobody knows, so waiting comes first, and sending it again is the exception. */
import { type Instant, MINUTE } from '../../model/instant.ts';
import type { ChatTraits } from '../../ports/chat.ts';
import type { OutgoingPart } from '../../ports/live-store.ts';

export interface Reconciling {
  readonly as: 'resend' | 'again' | 'failed';
  readonly at: Instant;
}

/** A proof that comes at all comes long before. */
const RESEND_AFTER = 5 * MINUTE;
/** The platform sends a key once, however often it is given: no need to wait for proof. */
const AGAIN_AFTER = 10_000;

/** Two crashes in a row must not cost a digest: a text that may have come twice, and says so, does less harm than one that never came. */
const MOST_ATTEMPTS = 3;

/** @param since when the attempt was made, or when it was first seen to be unknown */
export function reconciling(
  { resent, attempts }: Pick<OutgoingPart, 'resent' | 'attempts'>,
  proof: ChatTraits['proof'],
  since: Instant,
): Reconciling {
  if (proof === 'key') return { as: 'again', at: since + AGAIN_AFTER };
  // Marked as such, twice and no more.
  return { as: resent && attempts >= MOST_ATTEMPTS ? 'failed' : 'resend', at: since + RESEND_AFTER };
}
