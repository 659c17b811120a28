/** One WebSocket to an implementation: events in, calls out with their answers told apart by `echo`. */
import type { WebSocket } from 'ws';
import type { CallProblem } from './outcome.ts';
import { WireAnswer } from './wire.ts';

/** A call that was not answered; says whether it was at all made. */
export class Unanswered extends Error {
  readonly problem: CallProblem;
  constructor(problem: CallProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface Link {
  call(action: string, params: Readonly<Record<string, unknown>>): Promise<WireAnswer>;
  /** Ends it at once; what waits for an answer is told that it won't come. */
  drop(): void;
  /** Resolves when it is over, however it ended. */
  readonly over: Promise<void>;
}

const TRIES = 5;

/**
 * Asks again what got no answer: a busy implementation answers late, and what is asked at the start of a line is asked only then. Fails
 * as `call` does, at once where the line was cut (the next line asks anew), else after the last try.
 */
export async function insist(link: Pick<Link, 'call'>, action: string, params: Readonly<Record<string, unknown>>): Promise<WireAnswer> {
  for (let tried = 1; ; tried++) {
    try {
      return await link.call(action, params);
    } catch (error) {
      if (tried === TRIES || !(error instanceof Unanswered) || error.problem !== 'no-answer') throw error;
    }
  }
}

export interface LinkSettings {
  readonly timeoutMs: number;
  readonly silenceMs: number;
  event(raw: unknown): void;
  heard(): void;
  /** The other side lets us in only to say that it won't have us. */
  refused(): void;
}

/** Answers to nothing that was asked, in which implementations tell that the token is wrong. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 1401, 1403]);

interface Waiting {
  answer(given: WireAnswer): void;
  fail(problem: CallProblem): void;
}

export function openLink(socket: WebSocket, { timeoutMs, silenceMs, event, heard, refused }: LinkSettings): Link {
  const waiting = new Map<string, Waiting>();
  const { promise: over, resolve } = Promise.withResolvers<void>();
  let calls = 0;
  let quiet = 0;

  function hear(): void {
    quiet = 0;
    heard();
  }

  function take(text: string): void {
    const raw = parsed(text);
    const answer = WireAnswer.safeParse(raw);
    const waits = answer.success && typeof answer.data.echo === 'string' ? waiting.get(answer.data.echo) : undefined;
    if (answer.success && waits !== undefined) waits.answer(answer.data);
    else if (!answer.success) event(raw);
    else if (REFUSALS.has(answer.data.retcode)) refused();
  }

  // Asked twice a period: a peer that answers neither events nor pings is gone, whatever TCP believes.
  const watch = setInterval(() => {
    if (++quiet > 2) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
  }, silenceMs / 2);
  socket.on('message', (data) => {
    hear();
    take(String(data));
  });
  socket.on('pong', hear);
  socket.on('ping', hear);
  // A close always follows, and that is what is acted upon.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearInterval(watch);
    for (const waits of [...waiting.values()]) waits.fail('cut-off');
    resolve();
  });

  return {
    over,
    drop: () => socket.terminate(),
    call(action, params) {
      if (socket.readyState !== socket.OPEN) return Promise.reject(new Unanswered('not-connected'));
      const echo = `q${++calls}`;
      return new Promise((done, failed) => {
        const timer = setTimeout(() => end(() => failed(new Unanswered('no-answer'))), timeoutMs);
        function end(then: () => void): void {
          clearTimeout(timer);
          waiting.delete(echo);
          then();
        }
        waiting.set(echo, {
          answer: (given) => end(() => done(given)),
          fail: (problem) => end(() => failed(new Unanswered(problem))),
        });
        socket.send(JSON.stringify({ action, params, echo }), () => undefined);
      });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
