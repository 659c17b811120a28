/** The buckets of all accounts and targets: each text takes a token of its account and one of its target. */
import type { Instant } from '../../model/instant.ts';
import type { ChatTraits, Pace } from '../../ports/chat.ts';
import type { Bucket, Channel } from '../../ports/live-store.ts';
import { fullBucket, pausedUntil, readyAt, taken } from './pace.ts';

export interface Buckets {
  accountReadyAt(channel: string, traits: ChatTraits, now: Instant): Instant;
  readyAt(channel: Channel, traits: ChatTraits, now: Instant): Instant;
  take(channel: Channel, traits: ChatTraits, now: Instant): void;
  /** Holds a whole account back. */
  pause(channel: string, traits: ChatTraits, now: Instant, until: Instant): void;
  /** Those that have changed since the last call, to be saved. */
  changed(): readonly Bucket[];
}

export function buckets(saved: readonly Bucket[], random: () => number): Buckets {
  const known = new Map(saved.map((bucket) => [bucket.name, bucket]));
  let dirty = new Set<string>();

  const accountName = (channel: string): string => `account ${channel}`;
  const targetName = ({ channel, target, id }: Channel): string => `${target} ${channel} ${id}`;
  const find = (name: string, pace: Pace, now: Instant): Bucket => known.get(name) ?? fullBucket(name, pace, now);

  function put(bucket: Bucket): void {
    known.set(bucket.name, bucket);
    dirty.add(bucket.name);
  }

  return {
    accountReadyAt(channel, { pace }, now) {
      return readyAt(find(accountName(channel), pace.account, now), pace.account, now);
    },
    readyAt(channel, traits, now) {
      const pace = traits.pace[channel.target];
      const target = readyAt(find(targetName(channel), pace, now), pace, now);
      return Math.max(target, this.accountReadyAt(channel.channel, traits, now));
    },
    take(channel, { pace }, now) {
      put(taken(find(accountName(channel.channel), pace.account, now), pace.account, now, random()));
      put(taken(find(targetName(channel), pace[channel.target], now), pace[channel.target], now, random()));
    },
    pause(channel, { pace }, now, until) {
      put(pausedUntil(find(accountName(channel), pace.account, now), until));
    },
    changed() {
      const list = [...dirty].flatMap((name) => known.get(name) ?? []);
      dirty = new Set();
      return list;
    },
  };
}
