/** How the bot fares: what it last met, told as a code with its fix. */
import type { ChatHealth, ChatProblem, ChatSurroundings } from '../../src/adapter-kit.ts';
import type { ApiProblem } from './api.ts';

type HealthState = ChatHealth['state'];

export interface Health {
  now(): ChatHealth;
  /** The platform has answered. */
  heard(): void;
  /** All is well, as far as can be seen. */
  up(): void;
  met(problem: ApiProblem): void;
  /** What was heard could not be kept. */
  notKept(): void;
  stopped(): void;
}

export function makeHealth({ now, log }: Pick<ChatSurroundings, 'now' | 'log'>): Health {
  let health: ChatHealth = { state: 'starting', lastHeardAt: null };
  function become(state: HealthState, why?: ChatProblem): void {
    const { lastHeardAt } = health;
    if (health.state !== state || health.why?.code !== why?.code)
      log(state === 'up' ? 'info' : 'warn', 'chat.health', { state, ...(why === undefined ? {} : { code: why.code, ...why.facts }) });
    health = { state, lastHeardAt, ...(why === undefined ? {} : { why }) };
  }
  return {
    now: () => health,
    heard() {
      health = { ...health, lastHeardAt: now() };
    },
    up: () => become('up'),
    met(problem) {
      const { state, why } = diagnose(problem);
      become(state, why);
    },
    notKept: () => become('degraded', { code: 'chat.telegram.not-kept', facts: {} }),
    stopped: () => become('down', { code: 'chat.telegram.stopped', facts: {} }),
  };
}

function diagnose(problem: ApiProblem): { readonly state: HealthState; readonly why: ChatProblem } {
  if (problem.kind === 'unanswered') return down('chat.telegram.unreachable', { reason: problem.reason });
  const { code } = problem;
  if (code === 401 || code === 404) return down('chat.telegram.token-refused');
  if (code === 409) return down('chat.telegram.conflict');
  if (code === 429) return { state: 'degraded', why: { code: 'chat.telegram.too-fast', facts: {} } };
  return { state: 'degraded', why: { code: 'chat.telegram.trouble', facts: { status: String(code) } } };
}

function down(code: string, facts: ChatProblem['facts'] = {}): { readonly state: HealthState; readonly why: ChatProblem } {
  return { state: 'down', why: { code, facts } };
}
