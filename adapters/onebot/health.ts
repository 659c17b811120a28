/** How the account fares: connected or not, online at QQ or not, its messages kept or not. */
import { type ChatProblem, type ChatSurroundings, type Condition, type HealthKeeper, makeHealthKeeper } from '../../src/adapter-kit.ts';

export interface Health extends Omit<HealthKeeper, 'changed'> {
  connected(): void;
  cutOff(why: ChatProblem): void;
  /** What the implementation's heartbeat says of the account. */
  online(is: boolean): void;
}

export function makeHealth(around: Pick<ChatSurroundings, 'now' | 'log'>): Health {
  let connection: 'none yet' | 'open' | ChatProblem = 'none yet';
  let isOnline = true;

  function condition(): Condition {
    if (connection === 'none yet') return 'starting';
    if (connection !== 'open') return { state: 'down', why: connection };
    return isOnline ? 'up' : { state: 'needs-login', why: { code: 'chat.onebot.offline', facts: {} } };
  }

  const { changed, ...keeper } = makeHealthKeeper(around, 'chat.onebot.not-kept', condition);
  return {
    ...keeper,
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
  };
}
