/** What is heard, one after the other into the sink, again and again until it is kept. For platforms that tell it once and know no acknowledgement: it waits here. */
import type { ChatEvent, ChatSink } from '../ports/chat.ts';
import { makePatience } from './patience.ts';

/** What one thing heard comes to, asked for when its turn has come. */
export interface Heard {
  readonly events: readonly ChatEvent[];
  /** Told when the events are durable. */
  kept?(): void;
}

export interface Intake {
  push(read: () => Promise<readonly Heard[]>): void;
  /** How much waits. */
  waiting(): number;
  /** Resolves when nothing waits and nothing is being kept. */
  idle(): Promise<void>;
}

export interface IntakeSettings {
  readonly sink: ChatSink;
  readonly stopped: AbortSignal;
  readonly retryMs: number;
  readonly retryMsMost: number;
  /** Whether the sink could keep what it was given. */
  kept(is: boolean): void;
  /** After each batch that was kept. */
  rest(): Promise<void>;
  failed(error: unknown): void;
}

const BATCH = 200;

export function makeIntake({ sink, stopped, retryMs, retryMsMost, kept, rest, failed }: IntakeSettings): Intake {
  const patience = makePatience(retryMs, retryMsMost, stopped);
  let queue: (() => Promise<readonly Heard[]>)[] = [];
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    // What was heard before it was told to stop is still handed in, once.
    while (queue.length > 0) {
      const batch = queue.slice(0, BATCH);
      queue = queue.slice(BATCH);
      const heard: Heard[] = [];
      for (const read of batch) heard.push(...(await read().catch(nothing)));
      const events = heard.flatMap((one) => one.events);
      if (events.length > 0 && !(await handIn(events))) return;
      for (const one of heard) one.kept?.();
      await rest().catch(failed);
    }
  }

  function nothing(error: unknown): readonly Heard[] {
    failed(error);
    return [];
  }

  async function handIn(events: readonly ChatEvent[]): Promise<boolean> {
    for (;;) {
      try {
        await sink.accept(events);
        kept(true);
        patience.rest();
        return true;
      } catch {
        kept(false);
        if (stopped.aborted) return false;
        await patience.wait();
        if (stopped.aborted) return false;
      }
    }
  }

  return {
    push(read) {
      if (stopped.aborted) return;
      queue.push(read);
      working ??= work().finally(() => {
        working = null;
      });
    },
    waiting: () => queue.length,
    idle: async () => void (await working),
  };
}
