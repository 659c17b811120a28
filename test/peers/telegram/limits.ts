/** How fast a bot may send: by all of it, to one chat, to one group. What is too fast is refused with the seconds to wait, and not counted. */

export interface Limits {
  readonly perSecond?: number;
  readonly perChatPerSecond?: number;
  readonly perGroupPerMinute?: number;
}

export interface Limiter {
  set(limits: Limits): void;
  /** Seconds to wait, or null where it may go out; then it is counted. */
  take(chat: number, isGroup: boolean, nowMs: number): number | null;
}

export function makeLimiter(first: Limits): Limiter {
  let limits = first;
  const all: number[] = [];
  const byChat = new Map<number, number[]>();
  return {
    set(next) {
      limits = next;
    },
    take(chat, isGroup, nowMs) {
      const own = byChat.get(chat) ?? [];
      const waits = [
        wait(all, limits.perSecond, 1000, nowMs),
        wait(own, limits.perChatPerSecond, 1000, nowMs),
        isGroup ? wait(own, limits.perGroupPerMinute, 60_000, nowMs) : 0,
      ];
      const longest = Math.max(...waits);
      if (longest > 0) return Math.ceil(longest / 1000);
      remember(all, nowMs, 1000);
      remember(own, nowMs, 60_000);
      byChat.set(chat, own);
      return null;
    },
  };
}

/** Milliseconds until the window has room again. */
function wait(times: readonly number[], most: number | undefined, windowMs: number, nowMs: number): number {
  if (most === undefined) return 0;
  const within = times.filter((at) => at > nowMs - windowMs);
  return within.length < most ? 0 : Math.max(1, (within[within.length - most] ?? nowMs) + windowMs - nowMs);
}

function remember(times: number[], nowMs: number, windowMs: number): void {
  while (times[0] !== undefined && times[0] <= nowMs - windowMs) times.shift();
  times.push(nowMs);
}
