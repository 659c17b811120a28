/** Which groups and platforms nothing is heard from: looked at each hour, and at once where somebody came, went or was left out. */
import { type CoverageGap, coverageGaps } from '../flow/coverage.ts';
import { DAY, type Instant, MINUTE } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ChatAdapter } from '../ports/chat.ts';
import type { LiveStore } from '../ports/live-store.ts';

export interface CoverageWatch {
  /** As they were seen last. */
  gaps(): readonly CoverageGap[];
  look(at: Instant): Promise<void>;
  /** The next look is taken at once. */
  lookSoon(): void;
  /** The bot was put out of a group. */
  left(platform: string, group: string): void;
}

export interface CoverageWatchSettings {
  readonly store: Pick<LiveStore, 'heardTimes'>;
  readonly adapters: readonly ChatAdapter[];
  readonly organisation: () => Organisation;
}

/** Habits of groups are looked at over so many days, and anew each hour. */
const HABIT_DAYS = 14;
const EVERY = 60 * MINUTE;

export function coverageWatch({ store, adapters, organisation }: CoverageWatchSettings): CoverageWatch {
  let gaps: readonly CoverageGap[] = [];
  let lookedAt = 0;
  const left = new Set<string>();
  return {
    gaps: () => gaps,
    lookSoon() {
      lookedAt = 0;
    },
    left(platform, group) {
      left.add(groupKey({ platform, group }));
      lookedAt = 0;
    },
    async look(at) {
      if (at - lookedAt < EVERY && at >= lookedAt) return;
      lookedAt = at;
      const health = new Map(adapters.map((adapter) => [adapter.platform, adapter.health()]));
      gaps = coverageGaps({ org: organisation(), health, heard: await store.heardTimes(at - HABIT_DAYS * DAY), left, now: at });
    },
  };
}
