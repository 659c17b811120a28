/** Whether a request was made by whoever has the secret, and just now. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request that is older, or that much ahead, may be a recorded one. */
const WINDOW_SECONDS = 300;

export type Refusal = 'no-signature' | 'stale' | 'wrong-signature';

export function refusalOf(secret: string, timestamp: string, signature: string, body: Buffer, nowMs: number): Refusal | null {
  const given = /^v1=(?<hex>[0-9a-f]{64})$/iu.exec(signature)?.groups?.['hex'];
  if (given === undefined || !/^\d{1,12}$/u.test(timestamp)) return 'no-signature';
  // The signature first: only who has the secret is told that a clock is wrong.
  const wanted = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  if (!timingSafeEqual(Buffer.from(given, 'hex'), wanted)) return 'wrong-signature';
  return Math.abs(nowMs / 1000 - Number(timestamp)) > WINDOW_SECONDS ? 'stale' : null;
}
