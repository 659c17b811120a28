/** The child process: started, fed with orders, ended when it hangs, and started anew for ever, each time after a longer pause. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { makePatience } from '../../src/adapter-kit.ts';
import { type Answer, type Order, Told } from './wire.ts';

export interface SupervisorSettings {
  readonly first: Order;
  readonly timeoutMs: number;
  readonly silenceMs: number;
  readonly retryMs: number;
  readonly retryMsMost: number;
  readonly stopped: AbortSignal;
  told(what: Told): void;
  /** It has ended without being told to; `again` whether another one is started. */
  died(how: string): void;
}

/** What became of a question: an answer, none in time, the child gone, or no child to ask. */
export type Asked = Answer | 'no-answer' | 'gone' | 'nobody';

export interface Supervisor {
  say(order: Omit<Extract<Order, { do: 'say' }>, 'call' | 'do'>): Promise<Asked>;
  members(group: string): Promise<Asked>;
  readonly over: Promise<void>;
}

/** A child that lives longer than this has begun well. */
const LASTED_MS = 60_000;
const GOODBYE_MS = 4_000;
/** Until its first word a child loads its library, which takes a busy or small machine long. */
const LOADING_MS = 180_000;

/**
 * None of this process's environment is handed on: it holds the secrets of other chats. Nor is anything that it prints: that may be
 * words of messages.
 */
export function startChild(): ChildProcess {
  const file = new URL(`./worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
  return fork(fileURLToPath(file), [], { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

export function supervise(settings: SupervisorSettings): Supervisor {
  const { first, timeoutMs, silenceMs, retryMs, retryMsMost, stopped, told, died } = settings;
  const waiting = new Map<number, (answer: Asked) => void>();
  let child: ChildProcess | null = null;
  let [calls, missing] = [0, false];

  async function live(): Promise<void> {
    const patience = makePatience(retryMs, retryMsMost, stopped);
    while (!stopped.aborted && !missing) {
      const began = performance.now();
      const how = await oneLife();
      if (stopped.aborted) return;
      if (!missing) died(how);
      if (performance.now() - began > LASTED_MS) patience.rest();
      if (!missing) await patience.wait();
    }
  }

  async function oneLife(): Promise<string> {
    const own = startChild();
    child = own;
    let [heardAt, patienceMs] = [performance.now(), Math.max(LOADING_MS, silenceMs)];
    const watch = setInterval(() => {
      if (performance.now() - heardAt > patienceMs) own.kill('SIGKILL');
    }, silenceMs / 4);
    own.on('message', (raw) => {
      [heardAt, patienceMs] = [performance.now(), silenceMs];
      take(raw, own);
    });
    const goodbye = (): void => {
      order(own, { do: 'stop' });
      setTimeout(() => own.kill('SIGKILL'), GOODBYE_MS).unref();
    };
    own.on('error', () => undefined);
    stopped.addEventListener('abort', goodbye);
    order(own, first);
    const [code, signal] = (await once(own, 'exit')) as [number | null, string | null];
    clearInterval(watch);
    stopped.removeEventListener('abort', goodbye);
    child = null;
    for (const answer of [...waiting.values()]) answer('gone');
    return signal ?? String(code);
  }

  function take(raw: unknown, own: ChildProcess): void {
    const what = Told.safeParse(raw).data ?? ({ told: 'trouble', name: 'MalformedMessage' } as const);
    if (what.told === 'missing') {
      missing = true;
      own.kill('SIGKILL');
    }
    if (what.told === 'answer') waiting.get(what.call)?.(what);
    else told(what);
  }

  function order(to: ChildProcess, what: Order): boolean {
    return to.connected && to.send(what, () => undefined);
  }

  function ask(make: (call: number) => Order): Promise<Asked> {
    const to = child;
    if (to?.connected !== true) return Promise.resolve('nobody');
    const call = ++calls;
    return new Promise((done) => {
      const timer = setTimeout(() => end('no-answer'), timeoutMs);
      function end(answer: Asked): void {
        clearTimeout(timer);
        waiting.delete(call);
        done(answer);
      }
      waiting.set(call, end);
      order(to, make(call));
    });
  }

  return {
    say: (what) => ask((call) => ({ do: 'say', call, ...what })),
    members: (group) => ask((call) => ({ do: 'members', call, group })),
    over: live(),
  };
}
