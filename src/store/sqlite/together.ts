/**
 * Steps that are asked for at about the same time are one transaction: a commit waits for the disk, however much is in it. When many texts
 * go out at once, their claims are one commit and so are their outcomes. Nobody is told of a step before it is durable.
 */
import type { Connection } from './connection.ts';

export interface Together {
  /** Resolves with the step's answer when it is durable. */
  step<Answer>(run: () => Answer): Promise<Answer>;
  /** Commits what waits now. */
  flush(): void;
}

interface Step {
  readonly run: () => void;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

export function together({ writing }: Pick<Connection, 'writing'>): Together {
  let waiting: Step[] = [];
  const runAll = writing((steps: readonly Step[]): void => {
    for (const { run } of steps) run();
  });

  function commit(steps: readonly Step[]): void {
    try {
      runAll(steps);
    } catch (error) {
      // What fails for one must not fail for the others: each is tried alone.
      if (steps.length > 1) for (const step of steps) commit([step]);
      else steps[0]?.fail(error);
      return;
    }
    for (const { done } of steps) done();
  }

  function flush(): void {
    const steps = waiting;
    waiting = [];
    if (steps.length > 0) commit(steps);
  }

  return {
    step<Answer>(run: () => Answer): Promise<Answer> {
      return new Promise((resolve, reject) => {
        let answer: { readonly value: Answer } | null = null;
        waiting.push({
          run() {
            answer = { value: run() };
          },
          done() {
            if (answer !== null) resolve(answer.value);
          },
          fail: reject,
        });
        // All that has come in from outside meanwhile asks before this runs.
        if (waiting.length === 1) setImmediate(flush);
      });
    },
    flush,
  };
}
