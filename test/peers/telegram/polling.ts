/** getUpdates: confirms by offset, waits for something to come, and lets one poller at a time: an older one is told 409. */
import type { Params } from './methods.ts';
import { type Answer, good, refused } from './wire.ts';
import type { World } from './world.ts';

export interface Polling {
  /** Resolves when there is something to tell, or the poller's time is over. */
  getUpdates(params: Params): Promise<Answer>;
  /** Ends whoever waits. */
  end(): void;
  /** How many poll at this moment. */
  waiting(): number;
}

const ELSEWHERE = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export function makePolling(world: World): Polling {
  let waiter: {
    readonly offset: number;
    readonly limit: number;
    readonly timer: NodeJS.Timeout;
    readonly answer: (answer: Answer) => void;
  } | null = null;
  function settle(answer: Answer): void {
    if (waiter === null) return;
    const { timer, answer: tell } = waiter;
    waiter = null;
    clearTimeout(timer);
    tell(answer);
  }
  world.onUpdate(() => {
    if (waiter === null) return;
    // Whatever stands below the offset that was asked for counts as confirmed, even if it comes only now.
    if (waiter.offset > 0) world.confirm(waiter.offset);
    if (world.updates.length > 0) settle(good(world.updates.slice(0, waiter.limit)));
  });
  return {
    async getUpdates(params) {
      if (world.settings.webhook !== '') return refused(409, WEBHOOK);
      const offset = numberOf(params['offset']) ?? 0;
      if (offset > 0) world.confirm(offset);
      else if (offset < 0) world.confirm(world.updates.at(offset)?.update_id ?? 0);
      const allowed = listOf(params['allowed_updates']);
      if (allowed !== null) world.settings.allowed = allowed;
      const limit = Math.min(Math.max(numberOf(params['limit']) ?? 100, 1), 100);
      settle(refused(409, ELSEWHERE));
      const seconds = numberOf(params['timeout']) ?? 0;
      if (world.updates.length > 0 || seconds <= 0) return good(world.updates.slice(0, limit));
      return await new Promise<Answer>((answer) => {
        const timer = setTimeout(() => settle(good([])), Math.min(seconds, 50) * 1000);
        waiter = { offset, limit, timer, answer };
      });
    },
    end: () => settle(good([])),
    waiting: () => (waiter === null ? 0 : 1),
  };
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function listOf(value: unknown): readonly string[] | null {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.map(String) : null;
}
