/** How the account fares: installed or not, running or not, logged in or not, its messages kept or not. */
import type { ChatHealth, ChatProblem, ChatSurroundings } from '../../src/adapter-kit.ts';

type Condition = 'starting' | 'logged-in' | { readonly state: ChatHealth['state']; readonly why: ChatProblem };

export interface Health {
  now(): ChatHealth;
  heard(): void;
  become(condition: Condition): void;
  kept(is: boolean): void;
}

export function makeHealth({ now, log }: Pick<ChatSurroundings, 'now' | 'log'>): Health {
  let condition: Condition = 'starting';
  let isKept = true;
  let lastHeardAt: number | null = null;
  let told = '';

  function current(): Omit<ChatHealth, 'lastHeardAt'> {
    if (condition === 'starting') return { state: 'starting' };
    if (condition !== 'logged-in') return condition;
    return isKept ? { state: 'up' } : { state: 'degraded', why: problem('chat.wechat.not-kept') };
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
    become(next) {
      condition = next;
      changed();
    },
    kept(is) {
      isKept = is;
      changed();
    },
  };
}

export function problem(code: string, facts: ChatProblem['facts'] = {}): ChatProblem {
  return { code, facts };
}
