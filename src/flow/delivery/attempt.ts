/** One attempt to send one part, and writing down what became of it. */
import type { SendResult } from '../../model/outgoing.ts';
import type { OutgoingText } from '../../ports/chat.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LiveStore, OutgoingPart, OutgoingRow } from '../../ports/live-store.ts';
import type { Log } from '../../ports/log.ts';
import { backOff } from './back-off.ts';
import type { SendingAdapter } from './channels.ts';
import type { TellTrouble } from './trouble.ts';

/** Put before a text that may have arrived already. */
export const RESENT_MARK = '（补发）';

export function textToSend(row: OutgoingRow, part: OutgoingPart): OutgoingText {
  const isFirst = part.part === 1;
  const isLast = part.part === part.parts;
  return {
    key: `${row.key} ${part.part}/${part.parts}`,
    target: { to: part.target, id: part.id },
    text: part.resent ? RESENT_MARK + part.text : part.text,
    ...(isFirst && row.replyTo !== undefined ? { replyTo: row.replyTo } : {}),
    ...(isFirst && row.mentions !== undefined ? { mentions: row.mentions } : {}),
    ...(isLast && row.buttons !== undefined ? { buttons: row.buttons } : {}),
  };
}

export interface Attempting {
  readonly store: Pick<LiveStore, 'recordPart'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: TellTrouble;
  /** The platform wants the whole account to wait. */
  readonly pause: (adapter: SendingAdapter, afterMs: number) => void;
}

/** How long to wait before a record that could not be written is tried again. */
const RECORD_AGAIN_MS = 1000;

/** Resolves when what became of it is durable. */
export async function attempt(row: OutgoingRow, part: OutgoingPart, adapter: SendingAdapter, around: Attempting): Promise<SendResult> {
  const result = await sent(adapter, textToSend(row, part));
  const outcome = result.outcome === 'retry' ? { ...result, afterMs: waiting(result, part, around.clock) } : result;
  if (result.outcome === 'retry' && result.pause) around.pause(adapter, result.afterMs);
  await record(row, part, outcome, around);
  return outcome;
}

/** Adapters never throw; one that does may have sent. */
async function sent(adapter: SendingAdapter, text: OutgoingText): Promise<SendResult> {
  try {
    return await adapter.send(text);
  } catch (error) {
    return { outcome: 'unknown', why: error instanceof Error ? error.name : 'error' };
  }
}

/** Where the account is paused, its pace is the platform's; elsewhere it is ours. */
function waiting(result: Extract<SendResult, { outcome: 'retry' }>, part: OutgoingPart, clock: Clock): number {
  return result.pause ? result.afterMs : Math.max(result.afterMs, backOff(part.attempts + 1, clock.random()));
}

async function record(row: OutgoingRow, part: OutgoingPart, result: SendResult, { store, clock, log, tell }: Attempting): Promise<void> {
  const { key, kind, person, to } = row;
  const facts = { kind, key, part: part.part, channel: part.channel, outcome: result.outcome };
  const why = 'why' in result ? result.why : '';
  log(result.outcome === 'sent' ? 'info' : 'warn', 'delivery.attempt', why === '' ? facts : { ...facts, why });
  const trouble =
    result.outcome === 'failed'
      ? ({ kind: result.closed ? 'closed' : 'refused', outgoing: { key, kind, person, to }, channel: part.channel, why } as const)
      : null;
  for (;;) {
    try {
      const at = clock.now();
      // A notice that can't be told calls for no other notice.
      const notices = trouble === null || kind === 'notice' ? [] : tell({ ...trouble, at });
      return await store.recordPart(key, part.part, result, at, notices);
    } catch (error) {
      log('error', 'delivery.unrecorded', { key, part: part.part, error: error instanceof Error ? error.name : 'error' });
      await new Promise<void>((resolve) => void clock.after(RECORD_AGAIN_MS, resolve));
    }
  }
}
