/** What went wrong, worst first: a directive lost weighs more than a notice lost, that more than noise let through, and that more than a wrong name. */
import { MUST_KEEP, NOISE, SHOULD_KEEP } from '../../../src/model/label.ts';
import { isRight } from '../../../src/reading/noise/train/measures.ts';
import type { DecidedMessage } from './leave-one-out.ts';

const TEXT_LENGTH = 100;

export function missLines(decided: readonly DecidedMessage[], chats: readonly string[]): readonly string[] {
  return decided
    .filter((one) => chats.includes(one.chat) && (!isRight(one) || one.keep === NOISE.has(one.gold)))
    .map((one) => ({ one, price: priceOf(one) }))
    .toSorted((a, b) => b.price - a.price)
    .map(({ one }) => lineOf(one));
}

function priceOf({ gold, keep, confidence }: DecidedMessage): number {
  const lost = !keep && (gold === 'directive' ? 40 : MUST_KEEP.has(gold) ? 30 : SHOULD_KEEP.has(gold) ? 20 : 0);
  return (lost || (keep && NOISE.has(gold) ? 10 : 0)) + confidence;
}

function lineOf({ chat, view, gold, label, keep, unsure, confidence }: DecidedMessage): string {
  const taken = `${label}${unsure ? '?' : ''}${keep ? '' : ' (dropped)'} ${confidence.toFixed(2)}`;
  const text = view.message.text.replaceAll('\n', '⏎').slice(0, TEXT_LENGTH);
  return `${chat} ${view.message.id} ${gold} taken for ${taken} · ${view.standing} ${view.message.kind} · ${text}`;
}
