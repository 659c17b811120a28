/** How the bot fares: what it last met, told as a code with its fix. */
import { type ChatProblem, type ChatSurroundings, type Condition, type HealthKeeper, makeHealthKeeper } from '../../src/adapter-kit.ts';
import type { ApiProblem } from './api.ts';

const NOT_KEPT = 'chat.telegram.not-kept';

type Trouble = Exclude<Condition, string>;

export interface Health extends Pick<HealthKeeper, 'now' | 'heard'> {
  /** All is well, as far as can be seen. */
  up(): void;
  met(problem: ApiProblem): void;
  /** What was heard could not be kept. */
  notKept(): void;
  stopped(): void;
}

export function makeHealth(around: Pick<ChatSurroundings, 'now' | 'log'>): Health {
  let condition: Condition = 'starting';
  const { now, heard, changed } = makeHealthKeeper(around, NOT_KEPT, () => condition);
  function become(next: Condition): void {
    condition = next;
    changed();
  }
  return {
    now,
    heard,
    up: () => become('up'),
    met: (problem) => become(diagnose(problem)),
    notKept: () => become({ state: 'degraded', why: { code: NOT_KEPT, facts: {} } }),
    stopped: () => become(down('chat.telegram.stopped')),
  };
}

function diagnose(problem: ApiProblem): Trouble {
  if (problem.kind === 'unanswered') return down('chat.telegram.unreachable', { reason: problem.reason });
  const { code } = problem;
  if (code === 401 || code === 404) return down('chat.telegram.token-refused');
  if (code === 409) return down('chat.telegram.conflict');
  if (code === 429) return { state: 'degraded', why: { code: 'chat.telegram.too-fast', facts: {} } };
  return { state: 'degraded', why: { code: 'chat.telegram.trouble', facts: { status: String(code) } } };
}

function down(code: string, facts: ChatProblem['facts'] = {}): Trouble {
  return { state: 'down', why: { code, facts } };
}
