/** Which groups are not heard as they should be, and why: a failure must never look like an empty day. */
import { DAY, HOUR, type Instant } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Group, Organisation, Person } from '../model/organisation.ts';
import type { ChatHealth } from '../ports/chat.ts';

export type Gap =
  /** No chat system is configured for its platform. */
  | 'no-adapter'
  | 'adapter-down'
  /** Enrolled, and nothing was ever heard from it. */
  | 'never-heard'
  /** Silent for much longer than it ever is. */
  | 'gone-silent'
  /** The bot was put out of it. */
  | 'left';

export interface CoverageGap {
  readonly group: Group;
  readonly gap: Gap;
}

/** When a group was heard in the last weeks, oldest first. */
export type HeardTimes = ReadonlyMap<string, readonly Instant[]>;

export interface CoverageFacts {
  readonly org: Organisation;
  /** Platform → how its adapter fares; platforms whose messages come from files have none. */
  readonly health: ReadonlyMap<string, ChatHealth>;
  readonly heard: HeardTimes;
  /** Keys of groups that the bot has left. */
  readonly left: ReadonlySet<string>;
  readonly now: Instant;
}

/** Habits are learned from so many messages on. */
const HABIT = 20;
/** No group is called silent before this, whatever its habit. */
const SHORTEST_SILENCE = 12 * HOUR;

export function coverageGaps({ org, health, heard, left, now }: CoverageFacts): readonly CoverageGap[] {
  return org.groups.flatMap((group) => {
    const key = groupKey({ platform: group.platform, group: group.id });
    const gap = gapOf(health.get(group.platform), heard.get(key) ?? [], left.has(key), now);
    return gap === null ? [] : [{ group, gap }];
  });
}

function gapOf(health: ChatHealth | undefined, times: readonly Instant[], left: boolean, now: Instant): Gap | null {
  if (left) return 'left';
  if (health === undefined) return times.length > 0 ? null : 'no-adapter';
  if (health.state !== 'up' && health.state !== 'degraded' && health.state !== 'starting') return 'adapter-down';
  if (times.length === 0) return 'never-heard';
  return isSilent(times, now) ? 'gone-silent' : null;
}

/** Longer than one and a half times the longest pause that all but one in a hundred keep to, weekends among them. */
export function isSilent(times: readonly Instant[], now: Instant): boolean {
  const last = times.at(-1);
  if (last === undefined || times.length < HABIT) return false;
  const pauses = times
    .slice(1)
    .map((at, index) => at - (times[index] ?? at))
    .toSorted((a, b) => a - b);
  const usual = pauses[Math.ceil(pauses.length * 0.99) - 1] ?? DAY;
  return now - last > Math.max(SHORTEST_SILENCE, 1.5 * usual);
}

/** The names of a reader's groups that are not heard. */
export function notCoveredFor(gaps: readonly CoverageGap[], reader: Person): readonly string[] {
  return gaps.filter(({ group }) => group.members.includes(reader.id)).map(({ group }) => (group.name === '' ? group.id : group.name));
}
