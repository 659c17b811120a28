/** What the suite gives an adapter, all of it recorded: a memory that may be carried over a restart, log lines, lines for the terminal. */
import type { ChatEvent, ChatSink, ChatSurroundings } from '../../../src/adapter-kit.ts';

export interface RecordedSurroundings extends ChatSurroundings {
  readonly memory: Map<string, string>;
  /** Everything that was logged or shown, a line each. */
  readonly lines: string[];
}

export function recordedSurroundings(memory = new Map<string, string>()): RecordedSurroundings {
  const lines: string[] = [];
  return {
    memory,
    lines,
    now: () => Date.now(),
    log: (level, event, facts = {}) => void lines.push(JSON.stringify({ level, event, ...facts })),
    show: (text) => void lines.push(text),
    async remember(key, value) {
      memory.set(key, value);
    },
    recall: async (key) => memory.get(key) ?? null,
  };
}

export interface RecordingSink extends ChatSink {
  /** What was accepted, in order; what was refused isn't in it. */
  readonly events: ChatEvent[];
  /** How often the sink was asked. */
  readonly asked: () => number;
  /** Refuses the next so many times. */
  refuse(times: number): void;
  /** Takes its time from now on, until the answer is called. */
  hold(): () => void;
}

export function recordingSink(): RecordingSink {
  const events: ChatEvent[] = [];
  let [asked, refusals] = [0, 0];
  let gate: Promise<void> = Promise.resolve();
  return {
    events,
    asked: () => asked,
    refuse(times) {
      refusals = times;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    async accept(given) {
      asked++;
      await gate;
      if (refusals > 0) {
        refusals--;
        throw new Error('the disk is full');
      }
      events.push(...given);
    },
  };
}
