/** How the account fares: connected or not, online at QQ or not, its messages kept or not. */
import type { ChatHealth, ChatProblem, ChatSurroundings } from '../../src/adapter-kit.ts';

export interface Health {
  now(): ChatHealth;
  heard(): void;
  connected(): void;
  cutOff(why: ChatProblem): void;
  /** What the implementation's heartbeat says of the account. */
  online(is: boolean): void;
  kept(is: boolean): void;
}

export function makeHealth({ now, log }: Pick<ChatSurroundings, 'now' | 'log'>): Health {
  let lastHeardAt: number | null = null;
  let connection: 'none yet' | 'open' | ChatProblem = 'none yet';
  let [isOnline, isKept] = [true, true];
  let told = '';

  function current(): Omit<ChatHealth, 'lastHeardAt'> {
    if (connection === 'none yet') return { state: 'starting' };
    if (connection !== 'open') return { state: 'down', why: connection };
    if (!isOnline) return { state: 'needs-login', why: { code: 'chat.onebot.offline', facts: {} } };
    return isKept ? { state: 'up' } : { state: 'degraded', why: { code: 'chat.onebot.not-kept', facts: {} } };
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
    connected() {
      connection = 'open';
      isOnline = true;
      changed();
    },
    cutOff(why) {
      connection = why;
      changed();
    },
    online(is) {
      isOnline = is;
      changed();
    },
    kept(is) {
      isKept = is;
      changed();
    },
  };
}
