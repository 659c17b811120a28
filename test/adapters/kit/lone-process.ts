/**
 * An adapter in a process of its own, so that its death and its last handle can be seen. The order is the first argument; what the sink
 * takes is appended to a file, what is remembered is kept in another. Prints "started"; with `die` it is gone, by SIGKILL, the moment the
 * sink is first asked; else it stops the adapter after the first message, and then nothing but the adapter's own handles keeps it alive.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { ADAPTERS } from '../../../adapters/registry.ts';
import type { ChatEvent, ChatSurroundings } from '../../../src/adapter-kit.ts';

export interface LoneOrder {
  readonly kind: string;
  readonly settings: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  readonly memory: string;
  readonly events: string;
  readonly mode: 'die' | 'stop';
}

flushCompileCache();
if (import.meta.main) await run(JSON.parse(process.argv[2] ?? '{}') as LoneOrder);

async function run(order: LoneOrder): Promise<void> {
  const kind = await ADAPTERS[order.kind]?.();
  const adapter = kind?.make('main', order.settings, order.secrets, surroundings(order.memory));
  if (adapter === undefined || 'mistakes' in adapter) throw new Error('no adapter');
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  await adapter.start({
    async accept(events: readonly ChatEvent[]) {
      if (order.mode === 'die') process.kill(process.pid, 'SIGKILL');
      appendFileSync(order.events, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      if (events.some(({ kind: what }) => what === 'message')) resolve();
    },
  });
  process.stdout.write('started\n');
  await heard;
  await adapter.stop();
}

function surroundings(file: string): ChatSurroundings {
  const memory = new Map<string, string>(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) : []);
  return {
    now: () => Date.now(),
    log: () => undefined,
    show: () => undefined,
    async remember(key, value) {
      memory.set(key, value);
      writeFileSync(file, JSON.stringify([...memory]));
    },
    recall: async (key) => memory.get(key) ?? null,
  };
}
