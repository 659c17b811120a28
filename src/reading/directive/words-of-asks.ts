/** Of each of the asks of one message all of its words: what its quote leaves out of its line, and of a sentence who is called before it. */
import type { Ask } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { type NormalText, normalise, originalSpan } from '../text/normalise.ts';
import { surfaceOf } from '../text/surface.ts';

/**
 * @param asks of the message
 * @param text of the message, as it was sent
 * @returns the normal text of each, in their order
 */
export function wordsOfAsks(asks: readonly Ask[], text: string): readonly string[] {
  const normal = normalise(text);
  const own = ownSpan(normal, text);
  const quotes = asks.map(({ evidence: [first] }) => first?.span ?? own);
  return spansOfWords(text, own, quotes).map(([start, end]) =>
    end - start === text.length ? normal.text : normalise(text.slice(start, end)).text,
  );
}

/** Without what it quotes of another. */
function ownSpan(normal: NormalText, text: string): Span {
  const { ownStart } = surfaceOf(normal);
  return ownStart === 0 ? [0, text.length] : [originalSpan(normal, ownStart, normal.text.length)[0], text.length];
}

/** Those that overlap stay as they are. */
function spansOfWords(text: string, own: Span, quotes: readonly Span[]): readonly Span[] {
  return quotes.map((quote) => {
    const [start, end] = quote;
    const others = quotes.filter((other) => other !== quote);
    if (others.some((other) => other[0] < end && other[1] > start)) return quote;
    const before = others.filter((other) => other[1] <= start);
    const next = others.filter((other) => other[0] >= end).map((other) => other[0]);
    const from = before.length === 0 ? own[0] : itemStart(text, Math.max(...before.map((other) => other[1])), start);
    const to = next.length === 0 ? own[1] : itemStart(text, end, Math.min(...next));
    return [from, to];
  });
}

/** Where the item begins that the next quote is of: its line, where it stands in one of its own, else its sentence, with whoever is called before it. */
function itemStart(text: string, from: number, quote: number): number {
  const line = text.lastIndexOf('\n', quote - 1) + 1;
  return line > from ? line : from;
}
