/** What waits for 确认. Kept as plain values, so that what is done is what was shown. */
import type { Deadline } from '../../model/deadline.ts';
import { DAY, type Instant } from '../../model/instant.ts';
import type { Ask } from '../../model/reading.ts';
import type { LiveStore } from '../../ports/live-store.ts';
import type { Way } from './channels.ts';
import { keptOf } from './kept.ts';

export type Waiting = { readonly at: Instant } & (
  | { readonly kind: 'post'; readonly text: string; readonly asks: readonly Ask[]; readonly way: Way }
  | {
      readonly kind: 'amend';
      readonly directive: string;
      readonly words: string;
      readonly deadline: Deadline | null;
      readonly text: string;
      readonly way: Way;
    }
  | { readonly kind: 'revoke'; readonly directive: string; readonly text: string; readonly way: Way }
  | { readonly kind: 'mute'; readonly rule: string }
);

/** Yesterday's draft is nobody's 确认 any more. */
export async function waitingOf(store: LiveStore, person: string, at: Instant): Promise<Waiting | null> {
  const waiting = await keptOf<Waiting>(store, 'waiting', person);
  return waiting === null || at - waiting.at > DAY ? null : waiting;
}
