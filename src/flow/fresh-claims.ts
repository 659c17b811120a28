/**
 * What a turn's next message adds. A turn is read again with each of its messages; most of what it claimed before it claims again, word
 * for word, and what was decided about that stands.
 */
import type { Ask, TurnReading } from '../model/reading.ts';

/** Null where anything that was claimed before is claimed otherwise now: then all of the turn is to be decided anew. */
export function freshClaims(before: TurnReading, now: TurnReading): TurnReading | null {
  const stands = beginsWith(now.asks, before.asks) && beginsWith(now.changes, before.changes) && beginsWith(now.answers, before.answers);
  if (!stands) return null;
  const asks = now.asks.slice(before.asks.length);
  // An ask is known by its place among those of its message.
  if (asks.some((ask) => before.asks.some((known) => firstOf(known) === firstOf(ask)))) return null;
  return { ...now, asks, changes: now.changes.slice(before.changes.length), answers: now.answers.slice(before.answers.length) };
}

function firstOf({ evidence: [first] }: Ask): string | undefined {
  return first?.id;
}

function beginsWith(now: readonly unknown[], before: readonly unknown[]): boolean {
  return now.length >= before.length && before.every((claim, place) => areSame(claim, now[place]));
}

/** Of what JSON can hold; a field that is undefined is as good as none. */
function areSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, place) => areSame(one, b[place]));
  const [first, second] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const key in first) if (!areSame(first[key], second[key])) return false;
  for (const key in second) if (first[key] === undefined && second[key] !== undefined) return false;
  return true;
}
