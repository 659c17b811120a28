/** Of what was known when a message asked: what it came nearest to, and why it was not taken for the same. */
import type { Entry } from '../ledger/entry.ts';
import type { Judged } from '../ledger/judged.ts';
import { judgeCandidates } from '../ledger/merge.ts';
import { sayApart, sayLikeness } from '../ledger/merge-words.ts';
import { LedgerState } from '../ledger/state.ts';
import { type Message, messageKey } from '../model/message.ts';
import type { Ask, TurnReading } from '../model/reading.ts';

const NEAREST = 3;
/** Less in common isn't worth a word. */
const NEAR = 0.02;

export function keptApartLines(
  entries: readonly Entry[],
  reading: TurnReading,
  message: Pick<Message, 'id' | 'sentAt'>,
): readonly string[] {
  const own = messageKey(reading.turn);
  const before = new LedgerState();
  for (const entry of entries) if (entry.at <= message.sentAt && entry.turn !== own) before.append(entry);
  const asks = reading.asks.filter((ask) => ask.evidence.some((one) => one.id === message.id));
  return asks.flatMap((ask) => linesOf(ask, judgeCandidates(before, reading, ask, message.sentAt), before));
}

function linesOf(ask: Ask, judged: readonly Judged[], state: LedgerState): readonly string[] {
  const near = judged
    .filter((one) => one.chance < one.needed && (one.likeness === null ? sharesWords(state, ask, one) : one.chance >= NEAR))
    .slice(0, NEAREST);
  return near.map((one) => `“${ask.title}”没有并入 ${one.directive.id} ${one.directive.title}:${whyApart(one)}`);
}

function sharesWords(state: LedgerState, ask: Ask, { directive }: Judged): boolean {
  return state.titleShare(directive, ask.topics) > 1 / 2;
}

function whyApart({ apart, likeness, chance, needed }: Judged): string {
  if (likeness === null) return apart === undefined ? '' : sayApart(apart);
  return `${sayLikeness(likeness, chance)},要到 ${Math.round(needed * 100)}%`;
}
