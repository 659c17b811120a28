/**
 * How far updates were taken. Telegram keeps what isn't confirmed for a day; an update counts as confirmed when a higher offset is
 * asked for. After a week without updates it goes on from any number, so an old offset is worse than none: it would confirm what has
 * never been seen.
 */
import type { ChatSurroundings } from '../../src/adapter-kit.ts';

export interface Cursor {
  /** What to ask for: absent, everything that isn't confirmed. */
  offset(): number | undefined;
  /** These are durable. */
  advance(lastUpdate: number): Promise<void>;
}

const STALE_MS = 5 * 24 * 3600 * 1000;

export async function openCursor(
  prefix: string,
  { now, remember, recall }: Pick<ChatSurroundings, 'now' | 'remember' | 'recall'>,
): Promise<Cursor> {
  const key = `${prefix}.offset`;
  const [offset = 0, at = 0] = ((await recall(key)) ?? '').split(' ').map(Number);
  let last = { offset, at };
  return {
    offset: () => (last.offset > 0 && now() - last.at < STALE_MS ? last.offset : undefined),
    async advance(lastUpdate) {
      const next = { offset: lastUpdate + 1, at: now() };
      await remember(key, `${next.offset} ${next.at}`);
      last = next;
    },
  };
}
