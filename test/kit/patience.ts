/**
 * So long a test waits for what must come. It is a limit for what hangs, and never part of a proof: what takes a moment on a quiet
 * machine takes many seconds on one that is busy with others.
 */
export const PATIENCE = { timeout: 240_000, interval: 10 };

/** Asks again and again until it is so. */
export async function until(done: () => boolean | Promise<boolean>, told: () => string = () => ''): Promise<void> {
  for (const end = performance.now() + PATIENCE.timeout; performance.now() < end; ) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.interval));
  }
  throw new Error(`it never came to that ${told()}`);
}
