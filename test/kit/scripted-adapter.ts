/** A chat system that answers as the test has written, and notes what it was asked to send. */

import type { SendingAdapter } from '../../src/flow/delivery/channels.ts';
import type { SendResult } from '../../src/model/outgoing.ts';
import type { ChatTraits, OutgoingText } from '../../src/ports/chat.ts';

export const UNHURRIED = { burst: 1000, everyMs: 0 };

export function traitsOf(given: Partial<ChatTraits> = {}): ChatTraits {
  return {
    readsAll: true,
    sendsDirect: true,
    tellsEdits: false,
    tellsRecalls: false,
    hasButtons: false,
    longest: { unit: 'characters', most: 4096 },
    proof: 'none',
    pace: { account: UNHURRIED, person: UNHURRIED, group: UNHURRIED },
    ...given,
  };
}

export type Answer = SendResult | Promise<SendResult> | (() => SendResult | Promise<SendResult>);

export interface ScriptedAdapter extends SendingAdapter {
  readonly sent: readonly (OutgoingText & { readonly at: number })[];
  /** What it answers next, in order; when the list is over everything is sent. */
  script(...answers: readonly Answer[]): void;
}

export function scriptedAdapter(
  now: () => number,
  given: { name?: string; platform?: string; traits?: Partial<ChatTraits> } = {},
): ScriptedAdapter {
  const sent: (OutgoingText & { readonly at: number })[] = [];
  const answers: Answer[] = [];
  return {
    name: given.name ?? 'main',
    platform: given.platform ?? 'one',
    traits: traitsOf(given.traits),
    sent,
    script(...more) {
      answers.push(...more);
    },
    async send(text) {
      sent.push({ ...text, at: now() });
      const answer = answers.shift() ?? { outcome: 'sent', id: `m${sent.length}` };
      return await (typeof answer === 'function' ? answer() : answer);
    },
  };
}

export const RETRY = { outcome: 'retry', afterMs: 0, pause: false, why: 'busy' } as const;
export const LOST: SendResult = { outcome: 'unknown', why: 'time-out' };
export const CLOSED: SendResult = { outcome: 'failed', closed: true, why: 'blocked' };
export const REFUSED: SendResult = { outcome: 'failed', closed: false, why: 'too-odd' };
