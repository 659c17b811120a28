/** How an account fares, told in one state: what its connection says, unless what it hears can't be kept. Each change is logged once. */
import type { ChatHealth, ChatProblem, ChatSurroundings } from '../ports/chat.ts';

export type Condition = 'starting' | 'up' | { readonly state: ChatHealth['state']; readonly why: ChatProblem };

export interface HealthKeeper {
  now(): ChatHealth;
  heard(): void;
  /** Whether what was heard could be stored. */
  kept(is: boolean): void;
  /** What `condition` tells may have changed. */
  changed(): void;
}

/** @param notKept the code that tells of messages which can't be stored */
export function makeHealthKeeper(
  { now, log }: Pick<ChatSurroundings, 'now' | 'log'>,
  notKept: string,
  condition: () => Condition,
): HealthKeeper {
  let lastHeardAt: number | null = null;
  let isKept = true;
  let told = '';

  function current(): Omit<ChatHealth, 'lastHeardAt'> {
    const found = condition();
    if (found === 'starting') return { state: 'starting' };
    if (found !== 'up') return found;
    return isKept ? { state: 'up' } : { state: 'degraded', why: { code: notKept, facts: {} } };
  }

  function changed(): void {
    const { state, why } = current();
    const line = `${state} ${why?.code ?? ''}`;
    if (line !== told)
      log(state === 'up' ? 'info' : 'warn', 'chat.health', { state, ...(why === undefined ? {} : { code: why.code, ...why.facts }) });
    told = line;
  }

  return {
    now: () => ({ ...current(), lastHeardAt }),
    heard() {
      lastHeardAt = now();
    },
    kept(is) {
      isKept = is;
      changed();
    },
    changed,
  };
}
