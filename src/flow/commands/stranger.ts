/**
 * Accounts that nobody knows are answered so many times an hour and no more: what else writes to a bot are bots that answer too, and
 * two of them would never end.
 */
import { HOUR, type Instant } from '../../model/instant.ts';
import { holderOf, type Organisation } from '../../model/organisation.ts';
import type { InboxMessage } from '../../ports/live-store.ts';
import { type DeskSettings, type Reply, SILENCE } from './context.ts';
import { keep, keptOf } from './kept.ts';

const MOST_ANSWERS = 10;

/** The answer, or none where this account has had its share; nothing is looked at then. */
export async function toStranger(
  { platform, account }: InboxMessage,
  org: Organisation,
  { store, now }: DeskSettings,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  if (holderOf(org, platform, account) !== undefined) return await answer();
  const owner = `${platform} ${account}`;
  const at = now();
  const times = ((await keptOf<{ readonly times: readonly Instant[] }>(store, 'strangers', owner))?.times ?? []).filter(
    (time) => at - time < HOUR,
  );
  if (times.length >= MOST_ANSWERS) return SILENCE;
  const found = await answer();
  return { ...found, drafts: [...(found.drafts ?? []), keep('strangers', owner, { times: [...times, at] })] };
}
