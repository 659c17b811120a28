/** Waiting that grows with each failure, never in step with other programs, and ends at once when the adapter stops. */

export interface Patience {
  /** Waits after a failure: `atLeastMs` where the platform has asked for it. */
  wait(atLeastMs?: number): Promise<void>;
  /** It went well: the next failure begins anew. */
  rest(): void;
}

export function makePatience(firstMs: number, mostMs: number, stopped: AbortSignal): Patience {
  let failures = 0;
  return {
    async wait(atLeastMs = 0) {
      const longest = Math.min(mostMs, firstMs * 2 ** Math.min(failures++, 20));
      await pause(Math.max(atLeastMs, longest / 2 + (Math.random() * longest) / 2), stopped);
    },
    rest() {
      failures = 0;
    },
  };
}

/** Waits for it, but no longer than that. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  await Promise.race([work.finally(() => done.abort()), pause(ms, done.signal)]);
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      done();
    }
    stopped.addEventListener('abort', end);
  });
}
