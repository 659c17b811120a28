/** How the account fares: installed or not, running or not, logged in or not, its messages kept or not. */
import { type ChatProblem, type ChatSurroundings, type Condition, type HealthKeeper, makeHealthKeeper } from '../../src/adapter-kit.ts';

export interface Health extends Omit<HealthKeeper, 'changed'> {
  become(condition: Condition): void;
}

export function makeHealth(around: Pick<ChatSurroundings, 'now' | 'log'>): Health {
  let condition: Condition = 'starting';
  const { changed, ...keeper } = makeHealthKeeper(around, 'chat.wechat.not-kept', () => condition);
  return {
    ...keeper,
    become(next) {
      condition = next;
      changed();
    },
  };
}

export function problem(code: string, facts: ChatProblem['facts'] = {}): ChatProblem {
  return { code, facts };
}
