/** How fast texts may go out: token buckets as values. The clock comes in, so that they mean the same after a restart. */
import type { Instant } from '../../model/instant.ts';
import type { Pace } from '../../ports/chat.ts';
import type { Bucket } from '../../ports/live-store.ts';

/** A timer that rings late by so much costs no token … */
const LATE_MS = 75;
/** … as far as so many tokens: more would be a burst that the platform refuses. */
const MOST_LATE = 2;

export function fullBucket(name: string, { burst }: Pace, now: Instant): Bucket {
  return { name, tokens: burst, at: now, notBefore: 0 };
}

/** From when one text may go out. */
export function readyAt(bucket: Bucket, pace: Pace, now: Instant): Instant {
  const { tokens, notBefore } = refilled(bucket, pace, now);
  // Rounded up: a millisecond early, and the token isn't there.
  return Math.max(notBefore, tokens >= 1 ? now : now + Math.ceil((1 - tokens) * pace.everyMs));
}

/** @param draw of the pause that a pace may have, between 0 and 1 */
export function taken(bucket: Bucket, pace: Pace, now: Instant, draw: number): Bucket {
  const { name, tokens, notBefore } = refilled(bucket, pace, now);
  const pause = pace.jitterMs === undefined ? notBefore : now + Math.round(pace.everyMs + draw * pace.jitterMs);
  return { name, tokens: tokens - 1, at: now, notBefore: Math.max(notBefore, pause) };
}

export function pausedUntil(bucket: Bucket, until: Instant): Bucket {
  return { ...bucket, notBefore: Math.max(bucket.notBefore, until) };
}

/** Only an account that sends many a second loses by late timers; one that waits for seconds between texts must wait. */
function lateTokens(everyMs: number): number {
  return everyMs >= 1000 ? 0 : Math.min(MOST_LATE, LATE_MS / everyMs);
}

function refilled({ name, tokens, at, notBefore }: Bucket, { burst, everyMs }: Pace, now: Instant): Bucket {
  // The clock was set back: what was to wait for so long still does, and no longer.
  if (now < at) return { name, tokens, at: now, notBefore: notBefore - (at - now) };
  const most = everyMs === 0 ? burst : burst + lateTokens(everyMs);
  const more = everyMs === 0 ? burst : (now - at) / everyMs;
  return { name, tokens: Math.min(most, tokens + more), at: now, notBefore };
}
