/** Work that must not run twice at the same time: a call while it runs means one more round, and all callers wait for theirs. */
export interface OneAtATime {
  (): Promise<void>;
  /** Resolves when nothing of it runs any more. */
  idle(): Promise<void>;
}

/** @param failed told of a round that failed; the next call tries again */
export function oneAtATime(round: () => Promise<void>, failed: (error: unknown) => void): OneAtATime {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    try {
      await round();
    } catch (error) {
      failed(error);
    }
  };

  function call(): Promise<void> {
    if (running === null) {
      running = run().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running.then(() => {
      next = null;
      return call();
    });
    return next;
  }

  return Object.assign(call, {
    async idle() {
      while (running !== null || next !== null) await (next ?? running);
    },
  });
}
